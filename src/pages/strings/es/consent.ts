import type { consent as english } from '../en/consent.ts'
import type { Words } from '../words.ts'

/** The decision about an app, and the way back to it. */
export const consent: Words<typeof english> = {
  'formPost.title': 'Iniciando sesión',
  'formPost.goesTo': 'Ahora continuará a {host}.',
  'formPost.submit': 'Continuar',
  'consent.title': '¿Permitir el acceso?',
  'consent.asks': '{app} quiere:',
  'consent.signedIn': 'Ha iniciado sesión como {email}.',
  'consent.notYou': '¿No es usted?',
  'consent.goesTo': 'Después continuará a {host}.',
  'consent.approve': 'Permitir',
  'consent.deny': 'Rechazar',
  'consent.scope.openid': 'Saber que es usted',
  'consent.scope.profile': 'Ver su perfil',
  'consent.scope.email': 'Ver su dirección de correo',
  'consent.scope.address': 'Ver su dirección postal',
  'consent.scope.phone': 'Ver su número de teléfono',
  'consent.scope.read': 'Leer sus datos allí',
  'consent.scope.write': 'Modificar sus datos allí',
  'consent.scope.offline_access': 'Conservar este acceso después de que cierre la sesión',
  'consent.owner':
    'Esta aplicación no pertenece a {service}. Su responsable se presenta como {owner}; nadie lo ha verificado.',
  'consent.ownerUnnamed': 'Esta aplicación no pertenece a {service}. Su responsable no indica ningún nombre.',
  'consent.firstParty': 'Esta aplicación pertenece a {service}.',
}
