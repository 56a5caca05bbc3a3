import type { mail as english } from '../en/mail.ts'
import type { Words } from '../words.ts'

/** Mails. */
export const mail: Words<typeof english> = {
  'mail.time': 'このリンクは{duration}の間、一度だけ使えます。',
  'mail.resetPassword.subject': '新しいパスワードの設定',
  'mail.resetPassword.text':
    'どなたか（おそらくご本人）が、{host}のアカウント{email}の新しいパスワードを求めました。',
  'mail.resetPassword.action': '新しいパスワードを設定',
  'mail.resetPassword.note': 'お心当たりがない場合は、何もなさらないでください。パスワードは変わりません。',
  'mail.passwordChanged.subject': 'パスワードが変更されました',
  'mail.passwordChanged.text':
    '{host}のアカウント{email}のパスワードが、このアドレスにお送りしたリンクを使って変更されました。すべての端末でログアウトされ、アクセスを許可されていたアプリはあらためて許可を求める必要があります。',
  'mail.passwordChanged.note':
    'お心当たりがない場合は、ほかの人があなたのメールを読める状態にあります。まずこのメールボックスを保護し、そのあとで新しいパスワードを設定してください。',
  'mail.verifyEmail.subject': 'メールアドレスの確認',
  'mail.verifyEmail.text':
    'どなたか（おそらくご本人）が、{host}でアドレス{email}を登録しました。登録時に設定したパスワードで、ご自身のアドレスであることを確認してください。',
  'mail.verifyEmail.action': 'アドレスを確認',
  'mail.verifyEmail.note':
    'お心当たりがない場合は、何もなさらないでください。確認されないかぎり、このアドレスはだれにも使われません。',
  'mail.changeEmail.subject': '新しいメールアドレスの確認',
  'mail.changeEmail.text':
    'どなたか（おそらくご本人）が、{host}のアカウントのアドレスを{email}に変更しようとしています。アカウントのパスワードで、ご自身のアドレスであることを確認してください。',
  'mail.changeEmail.note':
    'お心当たりがない場合は、何もなさらないでください。確認されないかぎり、このアドレスはだれにも使われません。',
  'mail.emailTaken.subject': 'すでにアカウントをお持ちです',
  'mail.emailTaken.text':
    'どなたか（おそらくご本人）が、{host}の別のアカウントのアドレスを{email}に変更しようとしましたが、このアドレスのアカウントはすでに存在します。',
  'mail.emailTaken.note': 'お心当たりがない場合は、何もなさらないでください。何も変更されていません。',
  'mail.passwordReplaced.subject': 'パスワードが変更されました',
  'mail.passwordReplaced.text':
    '{host}のアカウント{email}のパスワードが、以前のパスワードを知る人によって変更されました。ほかのすべての端末でログアウトされ、アクセスを許可されていたアプリはあらためて許可を求める必要があります。',
  'mail.passwordReplaced.note':
    'お心当たりがない場合は、すぐに新しいパスワードを設定してください。変更した人はそれによってログアウトされます。',
  'mail.emailChangeRequested.subject': 'アカウントのアドレス変更が求められています',
  'mail.emailChangeRequested.text':
    'どなたか（おそらくご本人）が、{host}のアカウント{email}のメールアドレスを変更しようとしています。新しいアドレスがアカウントのパスワードで確認されると、変更されます。',
  'mail.emailChangeRequested.note':
    'お心当たりがない場合は、すぐにパスワードを変更してください。それにより確認は無効になります。',
  'mail.emailReplaced.subject': 'アカウントのアドレスが変更されました',
  'mail.emailReplaced.text':
    '{host}でアドレス{email}だったアカウントのアドレスが変更されました。今後のメールはすべて新しいアドレスに送られます。',
  'mail.emailReplaced.note': 'お心当たりがない場合は、{host}の運営者にお問い合わせください。',
  'mail.emailGiven.subject': 'アカウントのアドレスになりました',
  'mail.emailGiven.text':
    '{host}のアカウントのアドレスが{email}になりました。今後はこのアドレスでログインし、メールもすべてこのアドレスに届きます。',
  'mail.emailGiven.note': 'お心当たりがない場合は、{host}の運営者にお問い合わせください。',
  'mail.deletionRequested.subject': 'アカウントが削除されます',
  'mail.deletionRequested.text':
    'どなたか（おそらくご本人）が、{host}のアカウント{email}の削除を求めました。{date}に、関連するすべてのデータとともに削除されます。すべての端末でログアウトされ、アプリからのアクセスもできなくなっています。',
  'mail.deletionRequested.note':
    'お心当たりがない場合や、お考えが変わった場合は、その日までにログインしてください。アカウントは削除されずに残ります。',
  'mail.deletionCancelled.subject': 'アカウントは削除されません',
  'mail.deletionCancelled.text':
    '削除される予定だった{host}のアカウント{email}へのログインがありました。アカウントは削除されずに残ります。',
  'mail.deletionCancelled.note': 'お心当たりがない場合は、パスワードを変更してください。',
  'mail.accountDeleted.subject': 'アカウントが削除されました',
  'mail.accountDeleted.text':
    'ご要望に従い、{host}のアカウント{email}を、関連するすべてのデータとともに削除しました。',
  'mail.accountDeleted.note': 'このアカウントについてのメールはこれが最後です。',
  'mail.signInCode.subject': 'ログイン用のコード',
  'mail.signInCode.text':
    'どなたか（おそらくご本人）が、{host}のアカウント{email}で本人確認をしています。コードは次のとおりです。短い時間に一度だけ使えます。',
  'mail.signInCode.note':
    'このコードをほかの場所でおたずねすることはありません。お心当たりがない場合は、だれかがあなたのパスワードを知っています。コードをだれにも教えず、パスワードを変更してください。',
  'mail.secondFactorAdded.subject': '今後のログインには2つ目の要素が必要です',
  'mail.secondFactorAdded.text': '{host}のアカウント{email}に、2つ目の認証要素が追加されました。',
  'mail.secondFactorAdded.note':
    'お心当たりがない場合は、ほかの人があなたのアカウントを使っています。新しいパスワードを設定して全員をログアウトさせ、サービスの運営者に知らせてください。',
  'mail.secondFactorRemoved.subject': '2つ目の認証要素が削除されました',
  'mail.secondFactorRemoved.text': '{host}のアカウント{email}から、2つ目の認証要素が削除されました。',
  'mail.secondFactorRemoved.note':
    'お心当たりがない場合は、ほかの人があなたのアカウントを使っています。新しいパスワードを設定して全員をログアウトさせ、2つ目の認証要素をもう一度追加してください。',
  'mail.accountExists.subject': 'すでにアカウントをお持ちです',
  'mail.accountExists.text':
    'どなたか（おそらくご本人）が、{host}でアドレス{email}を登録しようとしましたが、このアドレスのアカウントはすでに存在します。そのアカウントでログインするか、パスワードをお忘れの場合は新しいパスワードを設定してください。',
  'mail.accountExists.note': 'お心当たりがない場合は、何もなさらないでください。何も変更されていません。',
  'mail.passkeyAdded.subject': 'アカウントにパスキーが追加されました',
  'mail.passkeyAdded.text':
    '{host}のアカウント{email}に新しいパスキーが追加されました。そのパスキーが入った端末を持つ人は、パスワードなしでログインできます。',
  'mail.passkeyAdded.note':
    'お心当たりがない場合は、ログインしてそのパスキーを削除し、パスワードを変更し、ほかのすべてのセッションを終了してください。',
  'mail.passkeyRemoved.subject': 'アカウントからパスキーが削除されました',
  'mail.passkeyRemoved.text':
    '{host}のアカウント{email}のパスキーが削除されました。今後このパスキーではログインできません。',
  'mail.passkeyRemoved.note':
    'お心当たりがない場合は、ほかの人があなたのアカウントを使っています。新しいパスワードを申請してすべてのセッションを終了し、そのあとでパスキーをもう一度追加してください。',
}
