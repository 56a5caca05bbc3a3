/** A new account, and the confirmation of its address. */
export const signUp = {
  'signUp.title': 'Create your account',
  'signUp.for': 'to continue to {app}',
  'signUp.login': 'E-mail address',
  'signUp.password': 'Password',
  'signUp.submit': 'Create account',
  'signUp.noAddress': 'Enter an e-mail address, such as name@example.com.',
  'signUp.taken': 'This address already has an account.',
  'signUp.hasAccount': 'You already have an account?',
  'signUp.signIn': 'Sign in',
  'signUp.sentTitle': 'Look into your mailbox',
  'signUp.sent':
    'We have sent a mail to the address that you gave. Open the link in it to confirm the address, then sign in.',
  'signUp.notArrived': 'Nothing there? Look into the spam folder, or try again in a few minutes.',
  'signUp.closedTitle': 'No new accounts',
  'signUp.closed': 'No accounts can be created here by oneself. Ask whoever runs this service for one.',
  'verification.title': 'Confirm your e\u2011mail address',
  'verification.ask': 'Enter the password that you chose when you registered.',
  'verification.password': 'Password',
  'verification.submit': 'Confirm',
  'verification.wrong': 'That is not the password of the registration.',
  'verification.done': 'The address is confirmed. You can sign in now.',
} as const
