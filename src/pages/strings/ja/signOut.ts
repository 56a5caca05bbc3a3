import type { signOut as english } from '../en/signOut.ts'
import type { Words } from '../words.ts'

/** Signing out. */
export const signOut: Words<typeof english> = {
  'signOut.title': 'ログアウトしますか？',
  'signOut.ask': '{email}としてログインしています。',
  'signOut.asks': '{app}がログアウトを求めています。{email}としてログインしています。',
  'signOut.submit': 'ログアウト',
  'signOut.done': 'ログアウトしました',
  'signOut.doneEverywhere': 'このブラウザーでは、どなたもログインしていません。',
  'signOut.goOn': '続ける',
  'signOut.stay': 'ログインしたままにする',
  'signOut.signInAgain': 'もう一度ログイン',
}
