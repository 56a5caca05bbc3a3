import type { consent as english } from '../en/consent.ts'
import type { Words } from '../words.ts'

/** The decision about an app, and the way back to it. */
export const consent: Words<typeof english> = {
  'formPost.title': 'ログインしています',
  'formPost.goesTo': '{host}に進みます。',
  'formPost.submit': '続ける',
  'consent.title': 'アクセスを許可しますか？',
  'consent.asks': '{app}が次のことを求めています。',
  'consent.signedIn': '{email}としてログインしています。',
  'consent.notYou': 'ご本人ではありませんか？',
  'consent.goesTo': 'このあと{host}に進みます。',
  'consent.approve': '許可する',
  'consent.deny': '許可しない',
  'consent.scope.openid': 'ご本人であることの確認',
  'consent.scope.profile': 'プロフィールの閲覧',
  'consent.scope.email': 'メールアドレスの閲覧',
  'consent.scope.address': '住所の閲覧',
  'consent.scope.phone': '電話番号の閲覧',
  'consent.scope.read': '保存されているデータの閲覧',
  'consent.scope.write': '保存されているデータの変更',
  'consent.scope.offline_access': 'ログアウト後もこのアクセスを続けること',
  'consent.owner':
    'これは{service}のアプリではありません。運営者は{owner}と名乗っていますが、確認されていません。',
  'consent.ownerUnnamed': 'これは{service}のアプリではありません。運営者の名前は公開されていません。',
  'consent.firstParty': 'これは{service}のアプリです。',
}
