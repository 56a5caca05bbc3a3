import type { recovery as english } from '../en/recovery.ts'
import type { Words } from '../words.ts'

/** A forgotten password, another address. */
export const recovery: Words<typeof english> = {
  'reset.title': 'Neues Passwort wählen',
  'reset.ask': 'Geben Sie die Adresse Ihres Kontos an. Wir senden Ihnen einen Link, der einmal funktioniert.',
  'reset.login': 'E-Mail-Adresse',
  'reset.send': 'Link senden',
  'reset.sent':
    'Wenn zu der Adresse ein Konto gehört, ist eine Mail unterwegs. Der Link darin funktioniert für kurze Zeit.',
  'reset.noAddress': 'Geben Sie eine E-Mail-Adresse an.',
  'reset.password': 'Neues Passwort',
  'reset.warning': 'Sie werden damit überall abgemeldet.',
  'reset.submit': 'Passwort ändern',
  'reset.changed': 'Das Passwort ist geändert. Melden Sie sich von jetzt an damit an.',
  'reset.backToSignIn': 'Zurück zur Anmeldung',
  'emailChange.title': 'Neue E\u2011Mail-Adresse bestätigen',
  'emailChange.ask': 'Geben Sie das Passwort des Kontos ein, das diese Adresse bekommen soll.',
  'emailChange.password': 'Passwort',
  'emailChange.submit': 'Bestätigen',
  'emailChange.wrong': 'Das ist nicht das Passwort des Kontos.',
  'emailChange.done': 'Die Adresse ist geändert. Sie melden sich von jetzt an damit an.',
  'onward.app': 'Weiter zu {app}',
  'onward.account': 'Weiter zu Ihrem Konto',
  'onward.signIn': 'Weiter zur Anmeldung',
}
