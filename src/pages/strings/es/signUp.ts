import type { signUp as english } from '../en/signUp.ts'
import type { Words } from '../words.ts'

/** A new account, and the confirmation of its address. */
export const signUp: Words<typeof english> = {
  'signUp.title': 'Crear su cuenta',
  'signUp.for': 'para continuar a {app}',
  'signUp.login': 'Dirección de correo electrónico',
  'signUp.password': 'Contraseña',
  'signUp.submit': 'Crear la cuenta',
  'signUp.noAddress': 'Introduzca una dirección de correo, por ejemplo nombre@example.com.',
  'signUp.taken': 'Ya existe una cuenta con esta dirección.',
  'signUp.hasAccount': '¿Ya tiene una cuenta?',
  'signUp.signIn': 'Iniciar sesión',
  'signUp.sentTitle': 'Mire su correo',
  'signUp.sent':
    'Hemos enviado un correo a la dirección indicada. Abra el enlace que contiene para confirmarla; después podrá iniciar sesión.',
  'signUp.notArrived':
    '¿No ha llegado nada? Mire en la carpeta de correo no deseado o inténtelo de nuevo dentro de unos minutos.',
  'signUp.closedTitle': 'No hay cuentas nuevas',
  'signUp.closed':
    'Aquí no puede crearse una cuenta por su cuenta. Pídasela a quien administra este servicio.',
  'verification.title': 'Confirme su dirección de correo',
  'verification.ask': 'Introduzca la contraseña que eligió al registrarse.',
  'verification.password': 'Contraseña',
  'verification.submit': 'Confirmar',
  'verification.wrong': 'Esa no es la contraseña del registro.',
  'verification.done': 'La dirección está confirmada. Ya puede iniciar sesión.',
}
