import type { signOut as english } from '../en/signOut.ts'
import type { Words } from '../words.ts'

/** Signing out. */
export const signOut: Words<typeof english> = {
  'signOut.title': '¿Cerrar sesión?',
  'signOut.ask': 'Ha iniciado sesión como {email}.',
  'signOut.asks': '{app} le pide que cierre la sesión. Ha iniciado sesión como {email}.',
  'signOut.submit': 'Cerrar sesión',
  'signOut.done': 'Ha cerrado la sesión',
  'signOut.doneEverywhere': 'Ya no hay nadie con la sesión iniciada en este navegador.',
  'signOut.goOn': 'Continuar',
  'signOut.stay': 'Mantener la sesión',
  'signOut.signInAgain': 'Volver a iniciar sesión',
}
