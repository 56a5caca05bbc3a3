import type { common as english } from '../en/common.ts'
import type { Words } from '../words.ts'

/** What every page may say: errors, the frame around a page, the strength of a password. */
export const common: Words<typeof english> = {
  'brand.name': 'Latchkey',
  'page.skip': '本文へ移動',
  'page.language': '言語',
  'field.show': 'パスワードを表示',
  'field.hide': 'パスワードを隠す',
  'password.rule':
    '{count}文字以上で入力してください。数字を付けた1つの単語より、互いに関係のない複数の単語のほうが安全です。',
  'password.short': 'パスワードが短すぎます。',
  'password.common': 'このパスワードは最初に推測されるものの1つです。別のパスワードを選んでください。',
  'strength.0': '非常に弱い',
  'strength.1': '弱い',
  'strength.2': '普通',
  'strength.3': '良い',
  'strength.4': '強い',
  'strength.too_short': 'まだ短すぎます。',
  'strength.address': 'メールアドレスは含めないでください。',
  'strength.common': 'よく使われるパスワードや名前をもとにしないでください。',
  'strength.repetition': '繰り返しはほとんど効果がありません。',
  'strength.sequence': 'キーボードの並び、連番、年号はすぐに推測されます。',
  'strength.longer': '単語をいくつか加えてください。最も大切なのは長さです。',
  'error.title': 'うまくいきませんでした',
  'error.requestId': 'リクエスト',
  'error.explained': '開発者向け情報',
  'error.back': 'アプリに戻って、もう一度お試しください。',
  'error.backTo': '{host}に戻る',
  'error.startAgain': '最初からやり直す',
  'error.message.transaction_expired': '時間がかかりすぎたため、このログインは期限切れになりました。',
  'error.message.transaction_finished': 'このログインはすでに完了しています。',
  'error.message.transaction_unknown':
    'このログインは別のブラウザーで始められたか、期限が切れたか、Cookieが無効になっています。',
  'error.message.form_outdated':
    'フォームが古いか、当サイトのページから送信されたものではありません。何も変更されていません。',
  'error.message.too_many_attempts':
    'お使いのネットワークからの試行が多すぎます。しばらく待ってから、もう一度お試しください。',
  'error.message.link_useless': 'このリンクは無効か、期限が切れているか、すでに使用されています。',
  'app.policy': 'プライバシーポリシー',
  'app.terms': '利用規約',
  'error.message.registration_closed': '現在、ここでは新しいアカウントを作成できません。',
}
