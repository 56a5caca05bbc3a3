import type { credentials as english } from '../en/credentials.ts'
import type { Words } from '../words.ts'

/** What lets somebody in besides the password: app passwords, passkeys, second factors. */
export const credentials: Words<typeof english> = {
  'when.made': 'Erstellt',
  'when.used': 'Zuletzt benutzt',
  'when.never_used': 'Noch nicht benutzt',
  'when.expires': 'Läuft ab',
  'when.expired': 'Abgelaufen',
  'when.no_end': 'Läuft nicht ab',
  lifetime: 'Gültig für',
  'lifetime.30': '30 Tage',
  'lifetime.90': '90 Tage',
  'lifetime.365': 'Ein Jahr',
  'lifetime.none': 'Bis ich es lösche',
  'app_passwords.title': 'Ihre App-Passwörter',
  'app_passwords.lead':
    'Für Programme, die Sie nicht nach der Anmeldung fragen können. Jedes bekommt ein eigenes, damit Sie eines ohne die anderen beenden können.',
  'app_passwords.none': 'Sie haben kein App-Passwort.',
  'app_passwords.new': 'Neues App-Passwort',
  'app_passwords.once_title': 'Ihr neues App-Passwort',
  'app_passwords.once': 'Kopieren Sie es jetzt in das Programm. Es wird nur dieses eine Mal angezeigt.',
  'app_passwords.name': 'Name',
  'app_passwords.name_hint': 'Woran Sie es wiedererkennen, etwa Programm und Gerät.',
  'app_passwords.scopes': 'Was es darf',
  'app_passwords.scope_read': 'Ihr Konto lesen',
  'app_passwords.scope_write': 'Ihr Konto ändern',
  'app_passwords.wrong_scopes': 'Wählen Sie mindestens eines.',
  'app_passwords.full': 'Sie haben so viele App-Passwörter, wie Sie haben dürfen. Löschen Sie zuerst eines.',
  'app_passwords.submit': 'Erstellen',
  'passkeys.title': 'Ihre Passkeys',
  'passkeys.lead':
    'Mit einem Passkey melden Sie sich per Fingerabdruck, Gesicht oder Geräte-PIN an: nichts zu merken, und nichts, was eine falsche Seite abgreifen könnte.',
  'passkeys.synced': 'Synchronisiert',
  'passkeys.rename': 'Umbenennen',
  'passkeys.name': 'Name',
  'passkeys.name_hint': 'Woran Sie ihn wiedererkennen, etwa das Gerät.',
  'passkeys.add': 'Passkey hinzufügen',
  'passkeys.add_text':
    'Geben Sie ihm einen Namen. Ihr Browser fragt dann nach Fingerabdruck, Gesicht oder der PIN dieses Geräts.',
  'passkeys.full': 'Sie haben so viele Passkeys, wie Sie haben dürfen. Löschen Sie zuerst einen.',
  'passkeys.refused': 'Der Passkey konnte nicht hinzugefügt werden. Bitte versuchen Sie es noch einmal.',
  'passkeys.known': 'Dieses Gerät hat schon einen Passkey Ihres Kontos.',
  'passkeys.stopped': 'Es wurde kein Passkey erstellt. Sie können es noch einmal versuchen.',
  'passkeys.unsupported': 'Dafür braucht es einen Browser mit JavaScript, der Passkeys kennt.',
  'passkeys.delete_title': 'Passkey löschen?',
  'passkeys.delete_text':
    '„{name}“ meldet Sie dann nicht mehr an. Was auf dem Gerät bleibt, können Sie dort entfernen.',
  'factor.lead':
    'Nach dem Passwort werden Sie nach etwas gefragt, das jemand, der Ihr Passwort erfährt, nicht hat.',
  'factor.on': 'Ein',
  'factor.totp': 'Authenticator-App',
  'factor.totp_text':
    'Eine App auf Ihrem Telefon zeigt alle 30 Sekunden einen neuen sechsstelligen Code, auch ohne Netz.',
  'factor.totp_add': 'Authenticator-App einrichten',
  'factor.totp_remove': 'Authenticator-App entfernen',
  'factor.totp_begin':
    'Halten Sie auf Ihrem Telefon eine Authenticator-App bereit. Wir zeigen einen Code zum Scannen und einen Schlüssel zum Eintippen.',
  'factor.totp_show': 'Code anzeigen',
  'factor.totp_scan': 'Scannen Sie diesen Code mit der App',
  'factor.totp_qr': 'QR-Code für die Authenticator-App',
  'factor.totp_key': 'Oder tippen Sie dort diesen Schlüssel ein:',
  'factor.totp_open': 'In einer App auf diesem Gerät öffnen',
  'factor.totp_code': 'Code, den die App zeigt',
  'factor.totp_code_hint':
    'Sechs Ziffern. Sie zeigen, dass die App eingerichtet ist, bevor wir danach fragen.',
  'factor.totp_confirm': 'Einschalten',
  'factor.email': 'Codes per E-Mail',
  'factor.email_text':
    'Wir senden bei jeder Anmeldung einen Code an {email}. Eine Authenticator-App ist sicherer: Wer Ihre Mails liest, liest auch die Codes.',
  'factor.email_on': 'Codes per E-Mail einschalten',
  'factor.email_off': 'Codes per E-Mail ausschalten',
  'factor.email_unverified': 'Ihre Adresse muss bestätigt sein, bevor Codes dorthin gehen.',
  'factor.codes': 'Wiederherstellungscodes',
  'factor.codes_text': 'Jeder ersetzt den zweiten Faktor einmal: für den Tag, an dem Ihr Telefon weg ist.',
  'factor.codes_left': 'Übrige Wiederherstellungscodes: {count}',
  'factor.codes_new': 'Neue Wiederherstellungscodes erstellen',
  'factor.codes_replace': 'Neue Codes ersetzen alle bisherigen.',
  'factor.codes_yours': 'Ihre Wiederherstellungscodes',
  'factor.codes_once':
    'Schreiben Sie sie auf oder drucken Sie sie aus, und verwahren Sie sie getrennt vom Telefon. Sie werden nur dieses eine Mal angezeigt.',
  'factor.codes_no_factor':
    'Schalten Sie zuerst einen zweiten Faktor ein: Noch gibt es nichts, was Codes ersetzen könnten.',
  'notice.app_password_created': 'Das App-Passwort ist erstellt.',
  'notice.app_password_removed':
    'Das App-Passwort ist gelöscht. Das Programm, das es benutzt hat, hat keinen Zugriff mehr.',
  'notice.passkey_added': 'Der Passkey ist hinzugefügt. Sie können sich ab jetzt damit anmelden.',
  'notice.passkey_renamed': 'Der Passkey hat seinen neuen Namen.',
  'notice.passkey_removed': 'Der Passkey ist gelöscht.',
  'notice.totp_added': 'Die Authenticator-App ist eingeschaltet. Ab jetzt wird nach ihrem Code gefragt.',
  'notice.totp_removed': 'Die Authenticator-App ist entfernt.',
  'notice.email_codes_on': 'Codes per E-Mail sind eingeschaltet.',
  'notice.email_codes_off': 'Codes per E-Mail sind ausgeschaltet.',
  'notice.recovery_codes_made':
    'Die neuen Wiederherstellungscodes sind erstellt. Die bisherigen gelten nicht mehr.',
}
