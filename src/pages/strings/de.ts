import type { Strings } from './en.ts'

/** German. */
export const de: Strings = {
  'error.title': 'Das hat nicht geklappt',
  'error.requestId': 'Anfrage',
  'error.explained': 'Für Entwickler',
  'error.back': 'Gehen Sie zur Anwendung zurück und versuchen Sie es noch einmal.',
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

  'signIn.title': 'Anmelden',
  'signIn.for': 'und weiter zu {app}',
  'signIn.login': 'E-Mail-Adresse',
  'signIn.password': 'Passwort',
  'signIn.submit': 'Anmelden',
  'signIn.forgotten': 'Passwort vergessen?',
  'signIn.wrong': 'Die E-Mail-Adresse oder das Passwort ist falsch.',

  'consent.title': 'Zugriff erlauben?',
  'consent.asks': '{app} möchte:',
  'consent.signedIn': 'Angemeldet als {email}.',
  'consent.notYou': 'Das sind nicht Sie?',
  'consent.goesTo': 'Danach geht es weiter zu {host}.',
  'consent.approve': 'Erlauben',
  'consent.deny': 'Ablehnen',
  'consent.scope.openid': 'Wissen, dass Sie es sind',
  'consent.scope.profile': 'Ihr Profil sehen',
  'consent.scope.email': 'Ihre E-Mail-Adresse sehen',
  'consent.scope.read': 'Ihre Daten dort lesen',
  'consent.scope.write': 'Ihre Daten dort ändern',
  'consent.scope.offline_access': 'Diesen Zugriff behalten, auch wenn Sie sich abgemeldet haben',

  'reset.title': 'Neues Passwort wählen',
  'reset.ask': 'Geben Sie die Adresse Ihres Kontos an. Wir senden Ihnen einen Link, der einmal funktioniert.',
  'reset.login': 'E-Mail-Adresse',
  'reset.send': 'Link senden',
  'reset.sent':
    'Wenn zu der Adresse ein Konto gehört, ist eine Mail unterwegs. Der Link darin funktioniert für kurze Zeit.',
  'reset.noAddress': 'Geben Sie eine E-Mail-Adresse an.',
  'reset.password': 'Neues Passwort',
  'reset.rule': 'Mindestens {count} Zeichen.',
  'reset.warning': 'Sie werden damit überall abgemeldet.',
  'reset.submit': 'Passwort ändern',
  'reset.changed': 'Das Passwort ist geändert. Melden Sie sich von jetzt an damit an.',
  'reset.backToSignIn': 'Zurück zur Anmeldung',

  'verification.title': 'E-Mail-Adresse bestätigen',
  'verification.ask': 'Geben Sie das Passwort ein, das Sie bei der Registrierung gewählt haben.',
  'verification.password': 'Passwort',
  'verification.submit': 'Bestätigen',
  'verification.wrong': 'Das ist nicht das Passwort der Registrierung.',
  'verification.done': 'Die Adresse ist bestätigt. Sie können sich jetzt anmelden.',

  'mail.time': 'Der Link gilt einmal, {duration} lang.',
  'mail.resetPassword.subject': 'Neues Passwort wählen',
  'mail.resetPassword.text':
    'Jemand, vermutlich Sie, hat für das Konto {email} bei {host} ein neues Passwort angefordert.',
  'mail.resetPassword.action': 'Neues Passwort wählen',
  'mail.resetPassword.note': 'Wenn Sie das nicht waren, tun Sie nichts: Ihr Passwort bleibt, wie es ist.',
  'mail.passwordChanged.subject': 'Ihr Passwort wurde geändert',
  'mail.passwordChanged.text':
    'Das Passwort Ihres Kontos {email} bei {host} wurde mit einem Link geändert, der an diese Adresse ging. Sie sind überall abgemeldet, und Anwendungen, die Zugriff hatten, müssen neu fragen.',
  'mail.passwordChanged.note':
    'Wenn Sie das nicht waren, kann jemand anders Ihre E-Mails lesen: Sichern Sie zuerst dieses Postfach, dann fordern Sie ein neues Passwort an.',
  'mail.verifyEmail.subject': 'Bestätigen Sie Ihre E-Mail-Adresse',
  'mail.verifyEmail.text':
    'Jemand, vermutlich Sie, hat bei {host} die Adresse {email} angegeben. Bestätigen Sie mit dem Passwort, das Sie dort gewählt haben, dass sie Ihnen gehört.',
  'mail.verifyEmail.action': 'Adresse bestätigen',
  'mail.verifyEmail.note':
    'Wenn Sie das nicht waren, tun Sie nichts: Ohne Bestätigung kann niemand die Adresse benutzen.',
  'mail.accountExists.subject': 'Sie haben schon ein Konto',
  'mail.accountExists.text':
    'Jemand, vermutlich Sie, wollte bei {host} die Adresse {email} registrieren, zu der es schon ein Konto gibt. Melden Sie sich damit an, oder fordern Sie ein neues Passwort an, wenn Sie Ihres vergessen haben.',
  'mail.accountExists.note': 'Wenn Sie das nicht waren, tun Sie nichts: Es hat sich nichts geändert.',
}
