import type { recovery as english } from '../en/recovery.ts'
import type { Words } from '../words.ts'

/** A forgotten password, another address. */
export const recovery: Words<typeof english> = {
  'reset.title': '新しいパスワードの設定',
  'reset.ask': 'アカウントのアドレスを入力してください。一度だけ使えるリンクをお送りします。',
  'reset.login': 'メールアドレス',
  'reset.send': 'リンクを送信',
  'reset.sent':
    'そのアドレスのアカウントがあれば、メールをお送りしています。メール内のリンクは短い時間だけ有効です。',
  'reset.noAddress': 'メールアドレスを入力してください。',
  'reset.password': '新しいパスワード',
  'reset.warning': '変更すると、すべての端末でログアウトされます。',
  'reset.submit': 'パスワードを変更',
  'reset.changed': 'パスワードを変更しました。今後は新しいパスワードでログインしてください。',
  'reset.backToSignIn': 'ログインに戻る',
  'emailChange.title': '新しいメールアドレスの確認',
  'emailChange.ask': 'このアドレスを設定するアカウントのパスワードを入力してください。',
  'emailChange.password': 'パスワード',
  'emailChange.submit': '確認',
  'emailChange.wrong': 'アカウントのパスワードと一致しません。',
  'emailChange.done': 'アドレスを変更しました。今後は新しいアドレスでログインしてください。',
  'onward.app': '{app}に進む',
  'onward.account': 'アカウントに進む',
  'onward.signIn': 'ログインに進む',
}
