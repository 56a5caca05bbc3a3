import type { consent as english } from '../en/consent.ts'
import type { Words } from '../words.ts'

/** The decision about an app, and the way back to it. */
export const consent: Words<typeof english> = {
  'formPost.title': 'Connexion en cours',
  'formPost.goesTo': 'Vous allez être dirigé vers {host}.',
  'formPost.submit': 'Continuer',
  'consent.title': 'Autoriser l’accès ?',
  'consent.asks': '{app} souhaite :',
  'consent.signedIn': 'Vous êtes connecté en tant que {email}.',
  'consent.notYou': 'Ce n’est pas vous ?',
  'consent.goesTo': 'Vous serez ensuite dirigé vers {host}.',
  'consent.approve': 'Autoriser',
  'consent.deny': 'Refuser',
  'consent.scope.openid': 'Savoir que c’est vous',
  'consent.scope.profile': 'Voir votre profil',
  'consent.scope.email': 'Voir votre adresse e-mail',
  'consent.scope.address': 'Voir votre adresse postale',
  'consent.scope.phone': 'Voir votre numéro de téléphone',
  'consent.scope.read': 'Y lire vos données',
  'consent.scope.write': 'Y modifier vos données',
  'consent.scope.offline_access': 'Garder cet accès après votre déconnexion',
  'consent.owner':
    'Cette application n’appartient pas à {service}. Son responsable se présente comme {owner}, ce que personne n’a vérifié.',
  'consent.ownerUnnamed':
    'Cette application n’appartient pas à {service}. Son responsable n’indique pas de nom.',
  'consent.firstParty': 'Cette application appartient à {service}.',
}
