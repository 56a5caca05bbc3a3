import type { signUp as english } from '../en/signUp.ts'
import type { Words } from '../words.ts'

/** A new account, and the confirmation of its address. */
export const signUp: Words<typeof english> = {
  'signUp.title': 'Créer votre compte',
  'signUp.for': 'pour continuer vers {app}',
  'signUp.login': 'Adresse e-mail',
  'signUp.password': 'Mot de passe',
  'signUp.submit': 'Créer le compte',
  'signUp.noAddress': 'Saisissez une adresse e-mail, par exemple nom@example.com.',
  'signUp.taken': 'Un compte existe déjà pour cette adresse.',
  'signUp.hasAccount': 'Vous avez déjà un compte ?',
  'signUp.signIn': 'Se connecter',
  'signUp.sentTitle': 'Consultez votre messagerie',
  'signUp.sent':
    'Nous avons envoyé un e-mail à l’adresse indiquée. Ouvrez le lien qu’il contient pour confirmer l’adresse ; vous pourrez ensuite vous connecter.',
  'signUp.notArrived':
    'Rien reçu ? Regardez dans le dossier des indésirables ou réessayez dans quelques minutes.',
  'signUp.closedTitle': 'Pas de nouveaux comptes',
  'signUp.closed': 'On ne peut pas créer soi-même un compte ici. Adressez-vous à l’exploitant de ce service.',
  'verification.title': 'Confirmez votre adresse e\u2011mail',
  'verification.ask': 'Saisissez le mot de passe que vous avez choisi lors de l’inscription.',
  'verification.password': 'Mot de passe',
  'verification.submit': 'Confirmer',
  'verification.wrong': 'Ce n’est pas le mot de passe de l’inscription.',
  'verification.done': 'L’adresse est confirmée. Vous pouvez maintenant vous connecter.',
}
