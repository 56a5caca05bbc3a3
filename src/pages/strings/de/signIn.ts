import type { signIn as english } from '../en/signIn.ts'
import type { Words } from '../words.ts'

/** Signing in: password, passkey, second factor, choice of an account, proof once more. */
export const signIn: Words<typeof english> = {
  'signIn.title': 'Anmelden',
  'signIn.for': 'und weiter zu {app}',
  'signIn.login': 'E-Mail-Adresse',
  'signIn.password': 'Passwort',
  'signIn.submit': 'Anmelden',
  'signIn.forgotten': 'Passwort vergessen?',
  'signIn.wrong': 'Die E-Mail-Adresse oder das Passwort ist falsch.',
  'signIn.passkey': 'Mit einem Passkey anmelden',
  'signIn.or': 'oder',
  'signIn.noAccount': 'Noch kein Konto?',
  'signIn.signUp': 'Konto anlegen',
  'signIn.passkeyWrong':
    'Der Passkey wurde nicht angenommen. Versuchen Sie es noch einmal oder benutzen Sie Ihr Passwort.',
  'passkey.cancelled': 'Es wurde kein Passkey benutzt. Sie können es noch einmal versuchen.',
  'secondFactor.title': 'Noch ein Schritt',
  'secondFactor.for': 'und weiter zu {app}',
  'secondFactor.totp': 'Geben Sie den Code ein, den Ihre Authenticator-App zeigt.',
  'secondFactor.email': 'Geben Sie den Code ein, den wir Ihnen gerade gemailt haben.',
  'secondFactor.recovery':
    'Wenn Sie nichts anderes zur Hand haben, geben Sie einen Ihrer Wiederherstellungscodes ein.',
  'secondFactor.code': 'Code',
  'secondFactor.submit': 'Weiter',
  'secondFactor.wrong': 'Der Code ist falsch, abgelaufen oder schon benutzt.',
  'secondFactor.back': 'Noch einmal mit dem Passwort beginnen',
  'secondFactor.passkey': 'Stattdessen einen Passkey benutzen',
  'secondFactor.passkeyWrong':
    'Der Passkey wurde nicht angenommen. Versuchen Sie es noch einmal oder geben Sie einen Code ein.',
  'secondFactor.resend': 'Neuen Code senden',
  'secondFactor.resent': 'Ein neuer Code ist unterwegs zu Ihnen.',
  'chooser.title': 'Konto wählen',
  'chooser.for': 'und weiter zu {app}',
  'chooser.signedIn': 'Angemeldet',
  'chooser.other': 'Anderes Konto benutzen',
  'stepUp.title': 'Bestätigen Sie, dass Sie es sind',
  'stepUp.why':
    'Sie sind als {email} angemeldet. Für den nächsten Schritt müssen Sie sich noch einmal ausweisen.',
  'stepUp.password': 'Passwort',
  'stepUp.submit': 'Bestätigen',
  'stepUp.wrong': 'Das ist nicht Ihr Passwort.',
  'stepUp.passkey': 'Mit einem Passkey bestätigen',
  'stepUp.passkeyWrong':
    'Der Passkey wurde nicht angenommen. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
  'stepUp.mailed': 'Lassen Sie sich einen Code per E-Mail senden und geben Sie ihn hier ein.',
  'stepUp.sendCode': 'Code per E-Mail senden',
  'stepUp.notYou': 'Das sind nicht Sie? Abmelden',
}
