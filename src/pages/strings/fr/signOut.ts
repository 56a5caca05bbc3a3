import type { signOut as english } from '../en/signOut.ts'
import type { Words } from '../words.ts'

/** Signing out. */
export const signOut: Words<typeof english> = {
  'signOut.title': 'Se déconnecter ?',
  'signOut.ask': 'Vous êtes connecté en tant que {email}.',
  'signOut.asks': '{app} vous demande de vous déconnecter. Vous êtes connecté en tant que {email}.',
  'signOut.submit': 'Se déconnecter',
  'signOut.done': 'Vous êtes déconnecté',
  'signOut.doneEverywhere': 'Plus personne n’est connecté dans ce navigateur.',
  'signOut.goOn': 'Continuer',
  'signOut.stay': 'Rester connecté',
  'signOut.signInAgain': 'Se reconnecter',
}
