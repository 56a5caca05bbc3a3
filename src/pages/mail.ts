import type { Notice } from '../domain/account/mailOrder.ts'
import { directions, languageOf } from './language.ts'
import type { Look } from './look.ts'
import type { Strings } from './strings/catalogue.ts'

/** Mails by the names that their words have in the catalogues. */
export type MailName =
  | 'resetPassword'
  | 'verifyEmail'
  | 'accountExists'
  | 'signInCode'
  | 'changeEmail'
  | 'emailTaken'
  | Notice

/** What a mail speaks about. */
export type MailFacts = {
  /** the account's address */
  readonly email: string
  /** the URL of this server */
  readonly issuer: string
  /** null: nothing to do */
  readonly link: { readonly url: string; readonly seconds: number } | null
  /** what else the words speak about, by the name of the place */
  readonly values?: Readonly<Record<string, string>> | undefined
}

/** A mail in both forms. It loads nothing from anywhere, so that nobody learns whether it was read. */
export type MailContent = {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** RFC 5646 */
  readonly language: string
}

/** Renders a mail. */
export function renderMail(
  name: MailName,
  { email, issuer, link, values }: MailFacts,
  acceptLanguage: string | undefined,
  look: Look,
): MailContent {
  const tag = languageOf(acceptLanguage)
  const strings = look.catalogues[tag]
  const { host } = new URL(issuer)
  const say = (part: 'subject' | 'text' | 'note') =>
    fill(strings[`mail.${name}.${part}`], { ...values, email, host })
  const subject = say('subject')
  const it = {
    subject,
    text: say('text'),
    note: say('note'),
    code: values?.['code'],
    link: link?.url,
    action: link === null ? '' : strings[actionOf(name)],
    time: link === null ? '' : fill(strings['mail.time'], { duration: durationOf(link.seconds, tag) }),
  }
  const action = it.link === undefined ? [] : [`${it.action}:\n${it.link}`, it.time]
  const code = it.code === undefined ? [] : [it.code]
  const paragraphs = [it.text, ...code, ...action, it.note]
  return {
    subject,
    language: tag,
    text: `${paragraphs.join('\n\n')}\n`,
    html: look.render('mail', { ...it, language: tag, dir: directions[tag] }),
  }
}

function actionOf(name: MailName): keyof Strings {
  return name === 'resetPassword' ? 'mail.resetPassword.action' : 'mail.verifyEmail.action'
}

/** Puts values where `{name}` stands. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

/** `30 minutes`, `24 hours`: in the largest unit, up to days, that leaves nothing over. */
function durationOf(seconds: number, language: string): string {
  const [unit, length] =
    seconds % 86_400 === 0 && seconds > 86_400
      ? (['day', 86_400] as const)
      : seconds % 3600 === 0
        ? (['hour', 3600] as const)
        : (['minute', 60] as const)
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
  return format.format(Math.floor(seconds / length))
}
