import type { common as english } from '../en/common.ts'
import type { Words } from '../words.ts'

/** What every page may say: errors, the frame around a page, the strength of a password. */
export const common: Words<typeof english> = {
  'brand.name': 'Latchkey',
  'page.skip': 'Zum Inhalt springen',
  'page.language': 'Sprache',
  'field.show': 'Passwort anzeigen',
  'field.hide': 'Passwort verbergen',
  'password.rule':
    'Mindestens {count} Zeichen. Einige Wörter, die nicht zusammengehören, sind stärker als eines mit Ziffern.',
  'password.short': 'Dieses Passwort ist zu kurz.',
  'password.common': 'Dieses Passwort würden andere als eines der ersten erraten. Wählen Sie ein anderes.',
  'strength.0': 'Sehr schwach',
  'strength.1': 'Schwach',
  'strength.2': 'Mittel',
  'strength.3': 'Gut',
  'strength.4': 'Stark',
  'strength.too_short': 'Es ist noch zu kurz.',
  'strength.address': 'Lassen Sie Ihre E-Mail-Adresse weg.',
  'strength.common': 'Bauen Sie nicht auf einem häufigen Passwort oder einem Namen auf.',
  'strength.repetition': 'Wiederholungen bringen wenig.',
  'strength.sequence': 'Tastaturreihen, Zahlenfolgen und Jahreszahlen werden früh erraten.',
  'strength.longer': 'Fügen Sie einige Wörter hinzu: Am meisten zählt die Länge.',
  'error.title': 'Das hat nicht geklappt',
  'error.requestId': 'Anfrage',
  'error.explained': 'Für Entwickler',
  'error.back': 'Gehen Sie zur Anwendung zurück und versuchen Sie es noch einmal.',
  'error.backTo': 'Zurück zu {host}',
  'error.startAgain': 'Noch einmal beginnen',
  'error.message.transaction_expired': 'Diese Anmeldung hat zu lange gedauert und ist abgelaufen.',
  'error.message.transaction_finished': 'Diese Anmeldung ist schon abgeschlossen.',
  'error.message.transaction_unknown':
    'Diese Anmeldung wurde in einem anderen Browser begonnen, ist abgelaufen, oder Cookies sind ausgeschaltet.',
  'error.message.form_outdated':
    'Das Formular ist veraltet oder stammt nicht von unserer eigenen Seite. Es wurde nichts geändert.',
  'error.message.too_many_attempts':
    'Aus Ihrem Netz gab es zu viele Versuche. Warten Sie eine Weile und versuchen Sie es dann noch einmal.',
  'error.message.link_useless': 'Der Link ist ungültig, abgelaufen oder schon benutzt.',
  'app.policy': 'Datenschutz',
  'app.terms': 'Nutzungsbedingungen',
  'error.message.registration_closed': 'Hier können zurzeit keine neuen Konten angelegt werden.',
}
