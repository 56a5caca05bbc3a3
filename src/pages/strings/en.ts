/** Everything pages and mails say, in English: the catalogue that the other languages are held against. */
export const en = {
  'error.title': 'That did not work',
  'error.requestId': 'Request',
  'error.explained': 'For developers',
  'error.back': 'Go back to the application and try again.',
  'error.startAgain': 'Start again',
  'error.message.transaction_expired': 'This sign-in took too long and has expired.',
  'error.message.transaction_finished': 'This sign-in is finished already.',
  'error.message.transaction_unknown':
    'This sign-in was started in another browser, has expired, or cookies are turned off.',
  'error.message.form_outdated':
    'The form is out of date, or it does not come from our own page. Nothing was changed.',
  'error.message.too_many_attempts':
    'There were too many attempts from your network. Wait a while, then try again.',
  'error.message.link_useless': 'The link is invalid, has expired, or was used already.',

  'signIn.title': 'Sign in',
  'signIn.for': 'to continue to {app}',
  'signIn.login': 'E-mail address',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.forgotten': 'Forgot your password?',
  'signIn.wrong': 'The e-mail address or the password is wrong.',

  'consent.title': 'Allow access?',
  'consent.asks': '{app} would like to:',
  'consent.signedIn': 'Signed in as {email}.',
  'consent.notYou': 'Not you?',
  'consent.goesTo': 'You then go on to {host}.',
  'consent.approve': 'Allow',
  'consent.deny': 'Deny',
  'consent.scope.openid': 'Know that it is you',
  'consent.scope.profile': 'See your profile',
  'consent.scope.email': 'See your e-mail address',
  'consent.scope.read': 'Read your data there',
  'consent.scope.write': 'Change your data there',
  'consent.scope.offline_access': 'Keep this access after you have signed out',

  'reset.title': 'Choose a new password',
  'reset.ask': 'Enter the address of your account. We send you a link that works once.',
  'reset.login': 'E-mail address',
  'reset.send': 'Send the link',
  'reset.sent': 'If the address has an account, a mail is on its way. The link in it works for a short time.',
  'reset.noAddress': 'Enter an e-mail address.',
  'reset.password': 'New password',
  'reset.rule': 'At least {count} characters.',
  'reset.warning': 'You are then signed out everywhere.',
  'reset.submit': 'Change the password',
  'reset.changed': 'The password is changed. Sign in with it from now on.',
  'reset.backToSignIn': 'Back to the sign-in',

  'verification.title': 'Confirm your e-mail address',
  'verification.ask': 'Enter the password that you chose when you registered.',
  'verification.password': 'Password',
  'verification.submit': 'Confirm',
  'verification.wrong': 'That is not the password of the registration.',
  'verification.done': 'The address is confirmed. You can sign in now.',

  'mail.time': 'The link works once, for {duration}.',
  'mail.resetPassword.subject': 'Choose a new password',
  'mail.resetPassword.text':
    'Somebody, probably you, asked for a new password for the account {email} at {host}.',
  'mail.resetPassword.action': 'Choose a new password',
  'mail.resetPassword.note': 'If it was not you, do nothing: your password stays as it is.',
  'mail.passwordChanged.subject': 'Your password was changed',
  'mail.passwordChanged.text':
    'The password of your account {email} at {host} was changed with a link that was mailed to this address. You are signed out everywhere, and apps that had access have to ask again.',
  'mail.passwordChanged.note':
    'If it was not you, somebody else can read your mail: secure this mailbox first, then ask for a new password.',
  'mail.verifyEmail.subject': 'Confirm your e-mail address',
  'mail.verifyEmail.text':
    'Somebody, probably you, gave the address {email} at {host}. Confirm that it is yours, with the password that you chose there.',
  'mail.verifyEmail.action': 'Confirm the address',
  'mail.verifyEmail.note': 'If it was not you, do nothing: without this nobody can use the address.',
  'mail.accountExists.subject': 'You already have an account',
  'mail.accountExists.text':
    'Somebody, probably you, tried to register the address {email} at {host}, which has an account already. Sign in with it, or ask for a new password if you have forgotten yours.',
  'mail.accountExists.note': 'If it was not you, do nothing: nothing has changed.',
} as const

/** A catalogue: every key of the English one. */
export type Strings = Readonly<Record<keyof typeof en, string>>
