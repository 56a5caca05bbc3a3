import type { signUp as english } from '../en/signUp.ts'
import type { Words } from '../words.ts'

/** A new account, and the confirmation of its address. */
export const signUp: Words<typeof english> = {
  'signUp.title': 'アカウントの作成',
  'signUp.for': '{app}に進みます',
  'signUp.login': 'メールアドレス',
  'signUp.password': 'パスワード',
  'signUp.submit': 'アカウントを作成',
  'signUp.noAddress': 'メールアドレスを入力してください（例：name@example.com）。',
  'signUp.taken': 'このアドレスのアカウントはすでに存在します。',
  'signUp.hasAccount': 'すでにアカウントをお持ちですか？',
  'signUp.signIn': 'ログイン',
  'signUp.sentTitle': 'メールをご確認ください',
  'signUp.sent':
    'ご入力のアドレスにメールをお送りしました。メール内のリンクを開いてアドレスを確認すると、ログインできるようになります。',
  'signUp.notArrived':
    '届いていない場合は、迷惑メールフォルダーをご確認になるか、数分後にもう一度お試しください。',
  'signUp.closedTitle': '新規登録は受け付けていません',
  'signUp.closed': 'ここではご自身でアカウントを作成できません。このサービスの運営者にお問い合わせください。',
  'verification.title': 'メールアドレスの確認',
  'verification.ask': '登録時に設定したパスワードを入力してください。',
  'verification.password': 'パスワード',
  'verification.submit': '確認',
  'verification.wrong': '登録時のパスワードと一致しません。',
  'verification.done': 'アドレスを確認しました。ログインできるようになりました。',
}
