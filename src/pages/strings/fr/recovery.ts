import type { recovery as english } from '../en/recovery.ts'
import type { Words } from '../words.ts'

/** A forgotten password, another address. */
export const recovery: Words<typeof english> = {
  'reset.title': 'Choisir un nouveau mot de passe',
  'reset.ask': 'Saisissez l’adresse de votre compte. Nous vous enverrons un lien utilisable une seule fois.',
  'reset.login': 'Adresse e-mail',
  'reset.send': 'Envoyer le lien',
  'reset.sent':
    'Si un compte existe pour cette adresse, un e-mail est en route. Le lien qu’il contient est valable peu de temps.',
  'reset.noAddress': 'Saisissez une adresse e-mail.',
  'reset.password': 'Nouveau mot de passe',
  'reset.warning': 'Vous serez alors déconnecté partout.',
  'reset.submit': 'Changer le mot de passe',
  'reset.changed': 'Le mot de passe est changé. Utilisez-le désormais pour vous connecter.',
  'reset.backToSignIn': 'Retour à la connexion',
  'emailChange.title': 'Confirmez votre nouvelle adresse e\u2011mail',
  'emailChange.ask': 'Saisissez le mot de passe du compte qui doit recevoir cette adresse.',
  'emailChange.password': 'Mot de passe',
  'emailChange.submit': 'Confirmer',
  'emailChange.wrong': 'Ce n’est pas le mot de passe du compte.',
  'emailChange.done': 'L’adresse est changée. Utilisez-la désormais pour vous connecter.',
  'onward.app': 'Continuer vers {app}',
  'onward.account': 'Continuer vers votre compte',
  'onward.signIn': 'Continuer vers la connexion',
}
