/** Signing out. */
export const signOut = {
  'signOut.title': 'Sign out?',
  'signOut.ask': 'You are signed in as {email}.',
  'signOut.asks': '{app} asks you to sign out. You are signed in as {email}.',
  'signOut.submit': 'Sign out',
  'signOut.done': 'You are logged out',
  'signOut.doneEverywhere': 'This browser is not signed in any more.',
  'signOut.goOn': 'Continue',
  'signOut.stay': 'Stay signed in',
  'signOut.signInAgain': 'Sign in again',
} as const
