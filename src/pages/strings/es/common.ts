import type { common as english } from '../en/common.ts'
import type { Words } from '../words.ts'

/** What every page may say: errors, the frame around a page, the strength of a password. */
export const common: Words<typeof english> = {
  'brand.name': 'Latchkey',
  'page.skip': 'Ir al contenido',
  'page.language': 'Idioma',
  'field.show': 'Mostrar la contraseña',
  'field.hide': 'Ocultar la contraseña',
  'password.rule':
    'Al menos {count} caracteres. Varias palabras sin relación entre sí resisten más que una sola con cifras.',
  'password.short': 'Esta contraseña es demasiado corta.',
  'password.common': 'Esta contraseña es de las primeras que otros probarían. Elija otra.',
  'strength.0': 'Muy débil',
  'strength.1': 'Débil',
  'strength.2': 'Regular',
  'strength.3': 'Buena',
  'strength.4': 'Fuerte',
  'strength.too_short': 'Todavía es demasiado corta.',
  'strength.address': 'No incluya su dirección de correo.',
  'strength.common': 'No parta de una contraseña habitual ni de un nombre.',
  'strength.repetition': 'Repetir algo aporta muy poco.',
  'strength.sequence': 'Las filas del teclado, las series de cifras y los años se adivinan pronto.',
  'strength.longer': 'Añada varias palabras: lo que más cuenta es la longitud.',
  'error.title': 'No ha funcionado',
  'error.requestId': 'Solicitud',
  'error.explained': 'Para desarrolladores',
  'error.back': 'Vuelva a la aplicación e inténtelo de nuevo.',
  'error.backTo': 'Volver a {host}',
  'error.startAgain': 'Empezar de nuevo',
  'error.message.transaction_expired': 'Este inicio de sesión ha tardado demasiado y ha caducado.',
  'error.message.transaction_finished': 'Este inicio de sesión ya ha terminado.',
  'error.message.transaction_unknown':
    'Este inicio de sesión se empezó en otro navegador, ha caducado o las cookies están desactivadas.',
  'error.message.form_outdated':
    'El formulario ya no es válido o no procede de nuestra propia página. No se ha cambiado nada.',
  'error.message.too_many_attempts':
    'Ha habido demasiados intentos desde su red. Espere un rato y vuelva a intentarlo.',
  'error.message.link_useless': 'El enlace no es válido, ha caducado o ya se ha usado.',
  'app.policy': 'Política de privacidad',
  'app.terms': 'Condiciones de uso',
  'error.message.registration_closed': 'Por ahora no se pueden crear cuentas nuevas aquí.',
}
