import type { signOut as english } from '../en/signOut.ts'
import type { Words } from '../words.ts'

/** Signing out. */
export const signOut: Words<typeof english> = {
  'signOut.title': 'Abmelden?',
  'signOut.ask': 'Sie sind als {email} angemeldet.',
  'signOut.asks': '{app} bittet Sie, sich abzumelden. Sie sind als {email} angemeldet.',
  'signOut.submit': 'Abmelden',
  'signOut.done': 'Sie sind abgemeldet',
  'signOut.doneEverywhere': 'In diesem Browser ist niemand mehr angemeldet.',
  'signOut.goOn': 'Weiter',
  'signOut.stay': 'Angemeldet bleiben',
  'signOut.signInAgain': 'Wieder anmelden',
}
