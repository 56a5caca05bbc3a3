import type { mail as english } from '../en/mail.ts'
import type { Words } from '../words.ts'

/** Mails. */
export const mail: Words<typeof english> = {
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
  'mail.changeEmail.subject': 'Bestätigen Sie Ihre neue E-Mail-Adresse',
  'mail.changeEmail.text':
    'Jemand, vermutlich Sie, möchte, dass ein Konto bei {host} künftig die Adresse {email} hat. Bestätigen Sie mit dem Passwort des Kontos, dass sie Ihnen gehört.',
  'mail.changeEmail.note':
    'Wenn Sie das nicht waren, tun Sie nichts: Ohne Bestätigung kann niemand die Adresse benutzen.',
  'mail.emailTaken.subject': 'Sie haben schon ein Konto',
  'mail.emailTaken.text':
    'Jemand, vermutlich Sie, wollte, dass ein anderes Konto bei {host} die Adresse {email} bekommt, zu der es schon ein Konto gibt.',
  'mail.emailTaken.note': 'Wenn Sie das nicht waren, tun Sie nichts: Es hat sich nichts geändert.',
  'mail.passwordReplaced.subject': 'Ihr Passwort wurde geändert',
  'mail.passwordReplaced.text':
    'Das Passwort Ihres Kontos {email} bei {host} wurde von jemandem geändert, der das bisherige kannte. Sie sind überall sonst abgemeldet, und Anwendungen, die Zugriff hatten, müssen neu fragen.',
  'mail.passwordReplaced.note':
    'Wenn Sie das nicht waren, fordern Sie sofort ein neues Passwort an: Wer es war, wird damit abgemeldet.',
  'mail.emailChangeRequested.subject': 'Ihr Konto soll eine andere Adresse bekommen',
  'mail.emailChangeRequested.text':
    'Jemand, vermutlich Sie, möchte, dass Ihr Konto {email} bei {host} eine andere E-Mail-Adresse bekommt. Es geschieht, sobald die neue Adresse mit dem Passwort des Kontos bestätigt wird.',
  'mail.emailChangeRequested.note':
    'Wenn Sie das nicht waren, ändern Sie sofort Ihr Passwort: Die Bestätigung ist dann nichts mehr wert.',
  'mail.emailReplaced.subject': 'Ihr Konto hat eine andere Adresse',
  'mail.emailReplaced.text':
    'Das Konto bei {host}, das die Adresse {email} hatte, hat jetzt eine andere, an die von nun an alle E-Mails gehen.',
  'mail.emailReplaced.note': 'Wenn Sie das nicht waren, wenden Sie sich an den Betreiber von {host}.',
  'mail.emailGiven.subject': 'Dies ist jetzt die Adresse Ihres Kontos',
  'mail.emailGiven.text':
    'Ihr Konto bei {host} hat von nun an die Adresse {email}. Sie melden sich damit an, und alle E-Mails gehen dorthin.',
  'mail.emailGiven.note': 'Wenn Sie das nicht waren, wenden Sie sich an den Betreiber von {host}.',
  'mail.deletionRequested.subject': 'Ihr Konto wird gelöscht',
  'mail.deletionRequested.text':
    'Jemand, vermutlich Sie, hat die Löschung Ihres Kontos {email} bei {host} verlangt. Es wird am {date} mit allem gelöscht, was dazugehört; niemand ist mehr angemeldet, und Anwendungen haben keinen Zugriff.',
  'mail.deletionRequested.note':
    'Wenn Sie das nicht waren oder es sich anders überlegen, melden Sie sich vor diesem Tag an: Das Konto bleibt dann bestehen.',
  'mail.deletionCancelled.subject': 'Ihr Konto bleibt bestehen',
  'mail.deletionCancelled.text':
    'Jemand hat sich bei Ihrem Konto {email} bei {host} angemeldet, das gelöscht werden sollte. Es bleibt bestehen.',
  'mail.deletionCancelled.note': 'Wenn Sie das nicht waren, ändern Sie Ihr Passwort.',
  'mail.accountDeleted.subject': 'Ihr Konto wurde gelöscht',
  'mail.accountDeleted.text':
    'Ihr Konto {email} bei {host} wurde mit allem, was dazugehörte, gelöscht, wie es verlangt war.',
  'mail.accountDeleted.note': 'Dies ist die letzte E-Mail dazu.',
  'mail.signInCode.subject': 'Ihr Code zum Anmelden',
  'mail.signInCode.text':
    'Jemand, vermutlich Sie, weist sich bei {host} für das Konto {email} aus. Dies ist der Code; er gilt einmal und nur kurz:',
  'mail.signInCode.note':
    'Wir fragen Sie nirgendwo sonst danach. Wenn Sie das nicht waren, kennt jemand Ihr Passwort: Geben Sie den Code niemandem und ändern Sie das Passwort.',
  'mail.secondFactorAdded.subject': 'Ihr Konto fragt von jetzt an nach einem zweiten Faktor',
  'mail.secondFactorAdded.text': 'Zu Ihrem Konto {email} bei {host} wurde ein zweiter Faktor hinzugefügt.',
  'mail.secondFactorAdded.note':
    'Wenn Sie das nicht waren, benutzt jemand anders Ihr Konto: Fordern Sie ein neues Passwort an, das meldet alle ab, und sagen Sie dem Betreiber des Dienstes Bescheid.',
  'mail.secondFactorRemoved.subject': 'Ein zweiter Faktor wurde von Ihrem Konto entfernt',
  'mail.secondFactorRemoved.text': 'Von Ihrem Konto {email} bei {host} wurde ein zweiter Faktor entfernt.',
  'mail.secondFactorRemoved.note':
    'Wenn Sie das nicht waren, benutzt jemand anders Ihr Konto: Fordern Sie ein neues Passwort an, das meldet alle ab, und fügen Sie den zweiten Faktor dann wieder hinzu.',
  'mail.accountExists.subject': 'Sie haben schon ein Konto',
  'mail.accountExists.text':
    'Jemand, vermutlich Sie, wollte bei {host} die Adresse {email} registrieren, zu der es schon ein Konto gibt. Melden Sie sich damit an, oder fordern Sie ein neues Passwort an, wenn Sie Ihres vergessen haben.',
  'mail.accountExists.note': 'Wenn Sie das nicht waren, tun Sie nichts: Es hat sich nichts geändert.',
  'mail.passkeyAdded.subject': 'Ihr Konto hat einen neuen Passkey',
  'mail.passkeyAdded.text':
    'Ihr Konto {email} bei {host} hat einen neuen Passkey. Wer das Gerät damit hat, kann sich anmelden, ohne Ihr Passwort.',
  'mail.passkeyAdded.note':
    'Wenn Sie das nicht waren, melden Sie sich an, löschen Sie den Passkey, ändern Sie Ihr Passwort und beenden Sie alle anderen Sitzungen.',
  'mail.passkeyRemoved.subject': 'Aus Ihrem Konto wurde ein Passkey entfernt',
  'mail.passkeyRemoved.text':
    'Ein Passkey Ihres Kontos {email} bei {host} wurde gelöscht. Mit ihm kann sich niemand mehr anmelden.',
  'mail.passkeyRemoved.note':
    'Wenn Sie das nicht waren, benutzt jemand anders Ihr Konto: Fordern Sie ein neues Passwort an, das meldet alle ab, und fügen Sie den Passkey dann wieder hinzu.',
}
