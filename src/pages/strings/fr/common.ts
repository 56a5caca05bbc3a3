import type { common as english } from '../en/common.ts'
import type { Words } from '../words.ts'

/** What every page may say: errors, the frame around a page, the strength of a password. */
export const common: Words<typeof english> = {
  'brand.name': 'Latchkey',
  'page.skip': 'Aller au contenu',
  'page.language': 'Langue',
  'field.show': 'Afficher le mot de passe',
  'field.hide': 'Masquer le mot de passe',
  'password.rule':
    'Au moins {count} caractères. Quelques mots sans rapport entre eux résistent mieux qu’un seul mot suivi de chiffres.',
  'password.short': 'Ce mot de passe est trop court.',
  'password.common':
    'Ce mot de passe est l’un des premiers que d’autres essaieraient. Choisissez-en un autre.',
  'strength.0': 'Très faible',
  'strength.1': 'Faible',
  'strength.2': 'Moyen',
  'strength.3': 'Bon',
  'strength.4': 'Fort',
  'strength.too_short': 'Il est encore trop court.',
  'strength.address': 'N’y mettez pas votre adresse e-mail.',
  'strength.common': 'Ne partez pas d’un mot de passe courant ni d’un nom.',
  'strength.repetition': 'Les répétitions n’apportent presque rien.',
  'strength.sequence': 'Les suites de touches, de chiffres et les années sont vite devinées.',
  'strength.longer': 'Ajoutez quelques mots : c’est la longueur qui compte le plus.',
  'error.title': 'Cela n’a pas fonctionné',
  'error.requestId': 'Demande',
  'error.explained': 'Pour les développeurs',
  'error.back': 'Revenez à l’application et réessayez.',
  'error.backTo': 'Retour à {host}',
  'error.startAgain': 'Recommencer',
  'error.message.transaction_expired': 'Cette connexion a pris trop de temps et a expiré.',
  'error.message.transaction_finished': 'Cette connexion est déjà terminée.',
  'error.message.transaction_unknown':
    'Cette connexion a été commencée dans un autre navigateur, a expiré, ou les cookies sont désactivés.',
  'error.message.form_outdated':
    'Le formulaire n’est plus à jour ou ne provient pas de notre propre page. Rien n’a été modifié.',
  'error.message.too_many_attempts':
    'Il y a eu trop de tentatives depuis votre réseau. Patientez un moment, puis réessayez.',
  'error.message.link_useless': 'Le lien n’est pas valide, a expiré ou a déjà été utilisé.',
  'app.policy': 'Politique de confidentialité',
  'app.terms': 'Conditions d’utilisation',
  'error.message.registration_closed': 'Il n’est pas possible de créer un compte ici pour le moment.',
}
