import type { signUp as english } from '../en/signUp.ts'
import type { Words } from '../words.ts'

/** A new account, and the confirmation of its address. */
export const signUp: Words<typeof english> = {
  'signUp.title': 'Konto anlegen',
  'signUp.for': 'und weiter zu {app}',
  'signUp.login': 'E-Mail-Adresse',
  'signUp.password': 'Passwort',
  'signUp.submit': 'Konto anlegen',
  'signUp.noAddress': 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
  'signUp.taken': 'Zu dieser Adresse gibt es schon ein Konto.',
  'signUp.hasAccount': 'Sie haben schon ein Konto?',
  'signUp.signIn': 'Anmelden',
  'signUp.sentTitle': 'Sehen Sie in Ihr Postfach',
  'signUp.sent':
    'Wir haben eine E-Mail an die angegebene Adresse gesandt. Öffnen Sie den Link darin, um die Adresse zu bestätigen; danach können Sie sich anmelden.',
  'signUp.notArrived':
    'Nichts angekommen? Sehen Sie im Spam-Ordner nach oder versuchen Sie es in einigen Minuten noch einmal.',
  'signUp.closedTitle': 'Keine neuen Konten',
  'signUp.closed':
    'Hier kann man sich nicht selbst ein Konto anlegen. Wenden Sie sich an den Betreiber dieses Dienstes.',
  'verification.title': 'E\u2011Mail-Adresse bestätigen',
  'verification.ask': 'Geben Sie das Passwort ein, das Sie bei der Registrierung gewählt haben.',
  'verification.password': 'Passwort',
  'verification.submit': 'Bestätigen',
  'verification.wrong': 'Das ist nicht das Passwort der Registrierung.',
  'verification.done': 'Die Adresse ist bestätigt. Sie können sich jetzt anmelden.',
}
