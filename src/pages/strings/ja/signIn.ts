import type { signIn as english } from '../en/signIn.ts'
import type { Words } from '../words.ts'

/** Signing in: password, passkey, second factor, choice of an account, proof once more. */
export const signIn: Words<typeof english> = {
  'signIn.title': 'ログイン',
  'signIn.for': '{app}に進みます',
  'signIn.login': 'メールアドレス',
  'signIn.password': 'パスワード',
  'signIn.submit': 'ログイン',
  'signIn.forgotten': 'パスワードをお忘れですか？',
  'signIn.wrong': 'メールアドレスまたはパスワードが正しくありません。',
  'signIn.passkey': 'パスキーでログイン',
  'signIn.or': 'または',
  'signIn.noAccount': 'アカウントをお持ちでないですか？',
  'signIn.signUp': 'アカウントを作成',
  'signIn.passkeyWrong':
    'パスキーが受け付けられませんでした。もう一度お試しになるか、パスワードをお使いください。',
  'passkey.cancelled': 'パスキーは使用されませんでした。もう一度お試しいただけます。',
  'secondFactor.title': 'もう1つの確認',
  'secondFactor.for': '{app}に進みます',
  'secondFactor.totp': '認証アプリに表示されているコードを入力してください。',
  'secondFactor.email': '先ほどメールでお送りしたコードを入力してください。',
  'secondFactor.recovery': 'ほかに手段がない場合は、リカバリーコードを1つ入力してください。',
  'secondFactor.code': 'コード',
  'secondFactor.submit': '続ける',
  'secondFactor.wrong': 'コードが正しくないか、期限が切れているか、すでに使用されています。',
  'secondFactor.back': 'パスワードの入力からやり直す',
  'secondFactor.passkey': '代わりにパスキーを使う',
  'secondFactor.passkeyWrong':
    'パスキーが受け付けられませんでした。もう一度お試しになるか、コードを入力してください。',
  'secondFactor.resend': '新しいコードを送信',
  'secondFactor.resent': '新しいコードをお送りしました。',
  'chooser.title': 'アカウントの選択',
  'chooser.for': '{app}に進みます',
  'chooser.signedIn': 'ログイン中',
  'chooser.other': '別のアカウントを使う',
  'stepUp.title': 'ご本人の確認',
  'stepUp.why': '{email}としてログインしています。次の操作には、もう一度ご本人の確認が必要です。',
  'stepUp.password': 'パスワード',
  'stepUp.submit': '確認',
  'stepUp.wrong': 'パスワードが正しくありません。',
  'stepUp.passkey': 'パスキーで確認',
  'stepUp.passkeyWrong':
    'パスキーが受け付けられませんでした。もう一度お試しになるか、別の方法をお選びください。',
  'stepUp.mailed': 'コードをメールで受け取り、ここに入力してください。',
  'stepUp.sendCode': 'コードをメールで受け取る',
  'stepUp.notYou': 'ご本人ではありませんか？ログアウト',
}
