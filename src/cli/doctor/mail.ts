import type { Config } from '../../config.ts'
import { examineSmtp } from '../../platform/mailer.ts'
import { fail, ok, reasonOf, warn, type Finding } from './finding.ts'

const check = 'mail'

/** Speaks to the mail server as far as the login, and sends nothing. */
export async function examineMail({ smtpUrl, issuer, development }: Config): Promise<Finding> {
  if (smtpUrl === null)
    return development
      ? ok(check, `no mail server: mails lie at ${issuer}/dev/mail`)
      : warn(check, 'no mail server: nobody can reset a password', 'set SMTP_URL')
  const { host } = new URL(smtpUrl)
  try {
    const transport = await examineSmtp({ smtpUrl, issuer })
    if (transport === 'tls') return ok(check, `${host} answers, by TLS`)
    if (transport === 'local') return ok(check, `${host} answers (this machine, without TLS)`)
    return warn(
      check,
      `${host} answers without TLS: links that open accounts travel in clear`,
      'remove ?tls=none from SMTP_URL, or use smtps://',
    )
  } catch (error) {
    return fail(
      check,
      `${host} does not take mail (${reasonOf(error)})`,
      'correct SMTP_URL, or look at that server; mails wait meanwhile',
    )
  }
}
