import type { consent as english } from '../en/consent.ts'
import type { Words } from '../words.ts'

/** The decision about an app, and the way back to it. */
export const consent: Words<typeof english> = {
  'formPost.title': 'Sie werden angemeldet',
  'formPost.goesTo': 'Es geht weiter zu {host}.',
  'formPost.submit': 'Weiter',
  'consent.title': 'Zugriff erlauben?',
  'consent.asks': '{app} möchte:',
  'consent.signedIn': 'Angemeldet als {email}.',
  'consent.notYou': 'Das sind nicht Sie?',
  'consent.goesTo': 'Danach geht es weiter zu {host}.',
  'consent.approve': 'Erlauben',
  'consent.deny': 'Ablehnen',
  'consent.scope.openid': 'Wissen, dass Sie es sind',
  'consent.scope.profile': 'Ihr Profil sehen',
  'consent.scope.email': 'Ihre E-Mail-Adresse sehen',
  'consent.scope.address': 'Ihre Postanschrift sehen',
  'consent.scope.phone': 'Ihre Telefonnummer sehen',
  'consent.scope.read': 'Ihre Daten dort lesen',
  'consent.scope.write': 'Ihre Daten dort ändern',
  'consent.scope.offline_access': 'Diesen Zugriff behalten, auch wenn Sie sich abgemeldet haben',
  'consent.owner':
    'Diese Anwendung gehört nicht zu {service}. Wer sie betreibt, nennt sich {owner}; das hat niemand überprüft.',
  'consent.ownerUnnamed': 'Diese Anwendung gehört nicht zu {service}. Wer sie betreibt, nennt keinen Namen.',
  'consent.firstParty': 'Diese Anwendung gehört zu {service}.',
}
