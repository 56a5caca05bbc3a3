/** Mails. */
export const mail = {
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
  'mail.changeEmail.subject': 'Confirm your new e-mail address',
  'mail.changeEmail.text':
    'Somebody, probably you, wants an account at {host} to have the address {email} from now on. Confirm that it is yours, with the password of the account.',
  'mail.changeEmail.note': 'If it was not you, do nothing: without this nobody can use the address.',
  'mail.emailTaken.subject': 'You already have an account',
  'mail.emailTaken.text':
    'Somebody, probably you, wanted another account at {host} to have the address {email}, which has an account already.',
  'mail.emailTaken.note': 'If it was not you, do nothing: nothing has changed.',
  'mail.passwordReplaced.subject': 'Your password was changed',
  'mail.passwordReplaced.text':
    'The password of your account {email} at {host} was changed by somebody who knew the former one. You are signed out everywhere else, and apps that had access have to ask again.',
  'mail.passwordReplaced.note':
    'If it was not you, ask for a new password at once: that signs out whoever did it.',
  'mail.emailChangeRequested.subject': 'Your account is to have another address',
  'mail.emailChangeRequested.text':
    'Somebody, probably you, wants your account {email} at {host} to have another e-mail address. It changes when the new address is confirmed with the password of the account.',
  'mail.emailChangeRequested.note':
    'If it was not you, change your password at once: that makes the confirmation useless.',
  'mail.emailReplaced.subject': 'Your account has another address',
  'mail.emailReplaced.text':
    'The account at {host} that had the address {email} has another one now, to which all mail goes from now on.',
  'mail.emailReplaced.note': 'If it was not you, turn to whoever runs {host}.',
  'mail.emailGiven.subject': 'This is the address of your account now',
  'mail.emailGiven.text':
    'Your account at {host} has the address {email} from now on. You sign in with it, and all mail goes to it.',
  'mail.emailGiven.note': 'If it was not you, turn to whoever runs {host}.',
  'mail.deletionRequested.subject': 'Your account is going to be deleted',
  'mail.deletionRequested.text':
    'Somebody, probably you, asked for the deletion of your account {email} at {host}. It is deleted with everything that belongs to it on {date}; nobody is signed in any more, and apps have no access.',
  'mail.deletionRequested.note':
    'If it was not you, or if you change your mind, sign in before that day: the account then stays.',
  'mail.deletionCancelled.subject': 'Your account stays',
  'mail.deletionCancelled.text':
    'Somebody signed in to your account {email} at {host}, which was going to be deleted. It stays.',
  'mail.deletionCancelled.note': 'If it was not you, change your password.',
  'mail.accountDeleted.subject': 'Your account was deleted',
  'mail.accountDeleted.text':
    'Your account {email} at {host} was deleted with everything that belonged to it, as was asked for.',
  'mail.accountDeleted.note': 'This is the last mail about it.',
  'mail.signInCode.subject': 'Your code to sign in',
  'mail.signInCode.text':
    'Somebody, probably you, is proving who they are at {host}, for the account {email}. This is the code, which works once and for a short time:',
  'mail.signInCode.note':
    'We never ask you for it anywhere else. If it was not you, somebody knows your password: give the code to nobody, and change the password.',
  'mail.secondFactorAdded.subject': 'Your account asks for a second factor from now on',
  'mail.secondFactorAdded.text': 'A second factor was added to your account {email} at {host}.',
  'mail.secondFactorAdded.note':
    'If it was not you, somebody else is using your account: ask for a new password, which signs everybody out, and tell whoever runs the service.',
  'mail.secondFactorRemoved.subject': 'A second factor was removed from your account',
  'mail.secondFactorRemoved.text': 'A second factor was removed from your account {email} at {host}.',
  'mail.secondFactorRemoved.note':
    'If it was not you, somebody else is using your account: ask for a new password, which signs everybody out, then add the second factor again.',
  'mail.accountExists.subject': 'You already have an account',
  'mail.accountExists.text':
    'Somebody, probably you, tried to register the address {email} at {host}, which has an account already. Sign in with it, or ask for a new password if you have forgotten yours.',
  'mail.accountExists.note': 'If it was not you, do nothing: nothing has changed.',
  'mail.passkeyAdded.subject': 'A passkey was added to your account',
  'mail.passkeyAdded.text':
    'Your account {email} at {host} has a new passkey. Whoever has the device with it can sign in, without your password.',
  'mail.passkeyAdded.note':
    'If it was not you, sign in, delete the passkey, change your password, and end all other sessions.',
  'mail.passkeyRemoved.subject': 'A passkey was removed from your account',
  'mail.passkeyRemoved.text':
    'A passkey of your account {email} at {host} was deleted. It signs nobody in any more.',
  'mail.passkeyRemoved.note':
    'If it was not you, somebody else is using your account: ask for a new password, which signs everybody out, then add the passkey again.',
} as const
