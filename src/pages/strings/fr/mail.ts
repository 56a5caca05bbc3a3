import type { mail as english } from '../en/mail.ts'
import type { Words } from '../words.ts'

/** Mails. */
export const mail: Words<typeof english> = {
  'mail.time': 'Le lien est utilisable une seule fois, pendant {duration}.',
  'mail.resetPassword.subject': 'Choisissez un nouveau mot de passe',
  'mail.resetPassword.text':
    'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour le compte {email} sur {host}.',
  'mail.resetPassword.action': 'Choisir un nouveau mot de passe',
  'mail.resetPassword.note': 'Si ce n’était pas vous, ne faites rien : votre mot de passe reste inchangé.',
  'mail.passwordChanged.subject': 'Votre mot de passe a été changé',
  'mail.passwordChanged.text':
    'Le mot de passe de votre compte {email} sur {host} a été changé au moyen d’un lien envoyé à cette adresse. Vous êtes déconnecté partout, et les applications qui avaient accès doivent le redemander.',
  'mail.passwordChanged.note':
    'Si ce n’était pas vous, quelqu’un d’autre peut lire vos e-mails : sécurisez d’abord cette messagerie, puis demandez un nouveau mot de passe.',
  'mail.verifyEmail.subject': 'Confirmez votre adresse e-mail',
  'mail.verifyEmail.text':
    'Quelqu’un, sans doute vous, a indiqué l’adresse {email} sur {host}. Confirmez qu’elle est à vous, avec le mot de passe que vous y avez choisi.',
  'mail.verifyEmail.action': 'Confirmer l’adresse',
  'mail.verifyEmail.note':
    'Si ce n’était pas vous, ne faites rien : sans confirmation, personne ne peut utiliser l’adresse.',
  'mail.changeEmail.subject': 'Confirmez votre nouvelle adresse e-mail',
  'mail.changeEmail.text':
    'Quelqu’un, sans doute vous, souhaite qu’un compte sur {host} ait désormais l’adresse {email}. Confirmez qu’elle est à vous, avec le mot de passe du compte.',
  'mail.changeEmail.note':
    'Si ce n’était pas vous, ne faites rien : sans confirmation, personne ne peut utiliser l’adresse.',
  'mail.emailTaken.subject': 'Vous avez déjà un compte',
  'mail.emailTaken.text':
    'Quelqu’un, sans doute vous, a voulu donner à un autre compte sur {host} l’adresse {email}, pour laquelle un compte existe déjà.',
  'mail.emailTaken.note': 'Si ce n’était pas vous, ne faites rien : rien n’a changé.',
  'mail.passwordReplaced.subject': 'Votre mot de passe a été changé',
  'mail.passwordReplaced.text':
    'Le mot de passe de votre compte {email} sur {host} a été changé par quelqu’un qui connaissait le précédent. Vous êtes déconnecté partout ailleurs, et les applications qui avaient accès doivent le redemander.',
  'mail.passwordReplaced.note':
    'Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe : cela déconnecte la personne en question.',
  'mail.emailChangeRequested.subject': 'Votre compte doit changer d’adresse',
  'mail.emailChangeRequested.text':
    'Quelqu’un, sans doute vous, souhaite donner une autre adresse e-mail à votre compte {email} sur {host}. Le changement a lieu lorsque la nouvelle adresse est confirmée avec le mot de passe du compte.',
  'mail.emailChangeRequested.note':
    'Si ce n’était pas vous, changez tout de suite votre mot de passe : la confirmation devient alors impossible.',
  'mail.emailReplaced.subject': 'Votre compte a une autre adresse',
  'mail.emailReplaced.text':
    'Le compte sur {host} qui avait l’adresse {email} en a maintenant une autre, à laquelle tous les e-mails sont désormais envoyés.',
  'mail.emailReplaced.note': 'Si ce n’était pas vous, adressez-vous à l’exploitant de {host}.',
  'mail.emailGiven.subject': 'Ceci est maintenant l’adresse de votre compte',
  'mail.emailGiven.text':
    'Votre compte sur {host} a désormais l’adresse {email}. Elle vous sert à vous connecter, et tous les e-mails y sont envoyés.',
  'mail.emailGiven.note': 'Si ce n’était pas vous, adressez-vous à l’exploitant de {host}.',
  'mail.deletionRequested.subject': 'Votre compte va être supprimé',
  'mail.deletionRequested.text':
    'Quelqu’un, sans doute vous, a demandé la suppression de votre compte {email} sur {host}. Il sera supprimé le {date} avec tout ce qui s’y rattache ; plus personne n’y est connecté, et les applications n’y ont plus accès.',
  'mail.deletionRequested.note':
    'Si ce n’était pas vous, ou si vous changez d’avis, connectez-vous avant ce jour : le compte sera conservé.',
  'mail.deletionCancelled.subject': 'Votre compte est conservé',
  'mail.deletionCancelled.text':
    'Quelqu’un s’est connecté à votre compte {email} sur {host}, qui devait être supprimé. Il est conservé.',
  'mail.deletionCancelled.note': 'Si ce n’était pas vous, changez votre mot de passe.',
  'mail.accountDeleted.subject': 'Votre compte a été supprimé',
  'mail.accountDeleted.text':
    'Votre compte {email} sur {host} a été supprimé avec tout ce qui s’y rattachait, comme demandé.',
  'mail.accountDeleted.note': 'Ceci est le dernier e-mail à son sujet.',
  'mail.signInCode.subject': 'Votre code de connexion',
  'mail.signInCode.text':
    'Quelqu’un, sans doute vous, confirme son identité sur {host} pour le compte {email}. Voici le code, utilisable une seule fois et peu de temps :',
  'mail.signInCode.note':
    'Nous ne vous le demandons nulle part ailleurs. Si ce n’était pas vous, quelqu’un connaît votre mot de passe : ne donnez le code à personne et changez le mot de passe.',
  'mail.secondFactorAdded.subject': 'Votre compte demande désormais un second facteur',
  'mail.secondFactorAdded.text': 'Un second facteur a été ajouté à votre compte {email} sur {host}.',
  'mail.secondFactorAdded.note':
    'Si ce n’était pas vous, quelqu’un d’autre utilise votre compte : demandez un nouveau mot de passe, ce qui déconnecte tout le monde, et prévenez l’exploitant du service.',
  'mail.secondFactorRemoved.subject': 'Un second facteur a été retiré de votre compte',
  'mail.secondFactorRemoved.text': 'Un second facteur a été retiré de votre compte {email} sur {host}.',
  'mail.secondFactorRemoved.note':
    'Si ce n’était pas vous, quelqu’un d’autre utilise votre compte : demandez un nouveau mot de passe, ce qui déconnecte tout le monde, puis ajoutez de nouveau le second facteur.',
  'mail.accountExists.subject': 'Vous avez déjà un compte',
  'mail.accountExists.text':
    'Quelqu’un, sans doute vous, a tenté d’inscrire l’adresse {email} sur {host}, où un compte existe déjà pour elle. Connectez-vous avec celle-ci, ou demandez un nouveau mot de passe si vous avez oublié le vôtre.',
  'mail.accountExists.note': 'Si ce n’était pas vous, ne faites rien : rien n’a changé.',
  'mail.passkeyAdded.subject': 'Une clé d’accès a été ajoutée à votre compte',
  'mail.passkeyAdded.text':
    'Votre compte {email} sur {host} a une nouvelle clé d’accès. Qui possède l’appareil où elle se trouve peut se connecter sans votre mot de passe.',
  'mail.passkeyAdded.note':
    'Si ce n’était pas vous, connectez-vous, supprimez la clé d’accès, changez votre mot de passe et mettez fin à toutes les autres sessions.',
  'mail.passkeyRemoved.subject': 'Une clé d’accès a été supprimée de votre compte',
  'mail.passkeyRemoved.text':
    'Une clé d’accès de votre compte {email} sur {host} a été supprimée. Plus personne ne peut se connecter avec elle.',
  'mail.passkeyRemoved.note':
    'Si ce n’était pas vous, quelqu’un d’autre utilise votre compte : demandez un nouveau mot de passe, ce qui déconnecte tout le monde, puis ajoutez de nouveau la clé d’accès.',
}
