import type { recovery as english } from '../en/recovery.ts'
import type { Words } from '../words.ts'

/** A forgotten password, another address. */
export const recovery: Words<typeof english> = {
  'reset.title': 'Elegir una contraseña nueva',
  'reset.ask': 'Introduzca la dirección de su cuenta. Le enviaremos un enlace que sirve una sola vez.',
  'reset.login': 'Dirección de correo electrónico',
  'reset.send': 'Enviar el enlace',
  'reset.sent':
    'Si la dirección tiene una cuenta, hay un correo en camino. El enlace que contiene sirve durante poco tiempo.',
  'reset.noAddress': 'Introduzca una dirección de correo.',
  'reset.password': 'Contraseña nueva',
  'reset.warning': 'Se cerrará su sesión en todas partes.',
  'reset.submit': 'Cambiar la contraseña',
  'reset.changed': 'La contraseña se ha cambiado. A partir de ahora, inicie sesión con ella.',
  'reset.backToSignIn': 'Volver al inicio de sesión',
  'emailChange.title': 'Confirme su nueva dirección de correo',
  'emailChange.ask': 'Introduzca la contraseña de la cuenta que debe tener esta dirección.',
  'emailChange.password': 'Contraseña',
  'emailChange.submit': 'Confirmar',
  'emailChange.wrong': 'Esa no es la contraseña de la cuenta.',
  'emailChange.done': 'La dirección se ha cambiado. A partir de ahora, inicie sesión con ella.',
  'onward.app': 'Continuar a {app}',
  'onward.account': 'Continuar a su cuenta',
  'onward.signIn': 'Continuar al inicio de sesión',
}
