import type { credentials as english } from '../en/credentials.ts'
import type { Words } from '../words.ts'

/** What lets somebody in besides the password: app passwords, passkeys, second factors. */
export const credentials: Words<typeof english> = {
  'when.made': 'Création :',
  'when.used': 'Dernière utilisation :',
  'when.never_used': 'Jamais utilisé',
  'when.expires': 'Expiration :',
  'when.expired': 'Expiré',
  'when.no_end': 'N’expire pas',
  lifetime: 'Valable',
  'lifetime.30': '30 jours',
  'lifetime.90': '90 jours',
  'lifetime.365': 'Un an',
  'lifetime.none': 'Jusqu’à sa suppression',
  'app_passwords.title': 'Vos mots de passe d’application',
  'app_passwords.lead':
    'Pour les programmes qui ne peuvent pas vous demander de vous connecter. Chacun a le sien : vous pouvez en retirer un sans toucher aux autres.',
  'app_passwords.none': 'Vous n’avez aucun mot de passe d’application.',
  'app_passwords.new': 'Nouveau mot de passe d’application',
  'app_passwords.once_title': 'Votre nouveau mot de passe d’application',
  'app_passwords.once': 'Copiez-le maintenant dans le programme. Il n’est affiché que cette fois.',
  'app_passwords.name': 'Nom',
  'app_passwords.name_hint': 'Pour le reconnaître : le programme et l’appareil, par exemple.',
  'app_passwords.scopes': 'Ce qu’il permet',
  'app_passwords.scope_read': 'Lire votre compte',
  'app_passwords.scope_write': 'Modifier votre compte',
  'app_passwords.wrong_scopes': 'Choisissez-en au moins un.',
  'app_passwords.full':
    'Vous avez atteint le nombre maximal de mots de passe d’application. Supprimez-en un d’abord.',
  'app_passwords.submit': 'Créer',
  'passkeys.title': 'Vos clés d’accès',
  'passkeys.lead':
    'Avec une clé d’accès, vous vous connectez par empreinte, visage ou code de l’appareil : rien à retenir, et rien qu’une fausse page puisse dérober.',
  'passkeys.synced': 'Synchronisée',
  'passkeys.rename': 'Renommer',
  'passkeys.name': 'Nom',
  'passkeys.name_hint': 'Pour la reconnaître : l’appareil, par exemple.',
  'passkeys.add': 'Ajouter une clé d’accès',
  'passkeys.add_text':
    'Donnez-lui un nom. Votre navigateur demande ensuite votre empreinte, votre visage ou le code de cet appareil.',
  'passkeys.full': 'Vous avez atteint le nombre maximal de clés d’accès. Supprimez-en une d’abord.',
  'passkeys.refused': 'La clé d’accès n’a pas pu être ajoutée. Veuillez réessayer.',
  'passkeys.known': 'Cet appareil a déjà une clé d’accès de votre compte.',
  'passkeys.stopped': 'Aucune clé d’accès n’a été créée. Vous pouvez réessayer.',
  'passkeys.unsupported':
    'Il faut pour cela un navigateur avec JavaScript qui prenne en charge les clés d’accès.',
  'passkeys.delete_title': 'Supprimer la clé d’accès ?',
  'passkeys.delete_text':
    '« {name} » ne vous connectera plus. Vous pourrez supprimer sur l’appareil ce qui y reste.',
  'factor.lead':
    'Après votre mot de passe, on vous demande un élément de plus, que n’a pas quelqu’un qui l’apprendrait.',
  'factor.on': 'Activé',
  'factor.totp': 'Application d’authentification',
  'factor.totp_text':
    'Une application sur votre téléphone affiche un nouveau code à six chiffres toutes les 30 secondes, même sans réseau.',
  'factor.totp_add': 'Configurer une application d’authentification',
  'factor.totp_remove': 'Retirer l’application d’authentification',
  'factor.totp_begin':
    'Préparez une application d’authentification sur votre téléphone. Nous affichons un code à scanner et une clé à saisir.',
  'factor.totp_show': 'Afficher le code',
  'factor.totp_scan': 'Scannez ce code avec l’application',
  'factor.totp_qr': 'Code QR pour l’application d’authentification',
  'factor.totp_key': 'Ou saisissez-y cette clé :',
  'factor.totp_open': 'Ouvrir dans une application de cet appareil',
  'factor.totp_code': 'Code affiché par l’application',
  'factor.totp_code_hint':
    'Six chiffres. Ils prouvent que l’application est prête avant que nous la demandions.',
  'factor.totp_confirm': 'Activer',
  'factor.email': 'Codes par e-mail',
  'factor.email_text':
    'À chaque connexion, nous envoyons un code à {email}. Une application d’authentification est plus sûre : qui lit vos e-mails lit aussi les codes.',
  'factor.email_on': 'Activer les codes par e-mail',
  'factor.email_off': 'Désactiver les codes par e-mail',
  'factor.email_unverified': 'Votre adresse doit être confirmée avant l’envoi de codes.',
  'factor.codes': 'Codes de récupération',
  'factor.codes_text':
    'Chacun remplace une fois le second facteur, pour le jour où votre téléphone est perdu.',
  'factor.codes_left': 'Codes de récupération restants : {count}',
  'factor.codes_new': 'Créer de nouveaux codes de récupération',
  'factor.codes_replace': 'Les nouveaux codes remplacent tous les anciens.',
  'factor.codes_yours': 'Vos codes de récupération',
  'factor.codes_once':
    'Notez-les ou imprimez-les, et gardez-les loin de votre téléphone. Ils ne sont affichés que cette fois.',
  'factor.codes_no_factor': 'Activez d’abord un second facteur : il n’y a encore rien à remplacer.',
  'notice.app_password_created': 'Le mot de passe d’application est créé.',
  'notice.app_password_removed':
    'Le mot de passe d’application est supprimé. Le programme qui l’utilisait n’a plus accès.',
  'notice.passkey_added': 'La clé d’accès est ajoutée. Vous pouvez désormais vous connecter avec elle.',
  'notice.passkey_renamed': 'La clé d’accès porte son nouveau nom.',
  'notice.passkey_removed': 'La clé d’accès est supprimée.',
  'notice.totp_added': 'L’application d’authentification est activée. Son code vous sera désormais demandé.',
  'notice.totp_removed': 'L’application d’authentification est retirée.',
  'notice.email_codes_on': 'Les codes par e-mail sont activés.',
  'notice.email_codes_off': 'Les codes par e-mail sont désactivés.',
  'notice.recovery_codes_made':
    'Les nouveaux codes de récupération sont créés. Les anciens ne valent plus rien.',
}
