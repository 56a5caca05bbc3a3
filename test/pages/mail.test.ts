import { describe, expect, it } from 'vitest'
import { deliveredLook } from '#src/pages/look.ts'
import { renderMail as render, type MailFacts, type MailName } from '#src/pages/mail.ts'

const issuer = 'https://auth.example.com'
const link = { url: `${issuer}/reset-password?token=reset_a&b=<c>`, seconds: 1800 }
const facts: MailFacts = { email: 'ann@example.com', issuer, link }
const names: readonly MailName[] = [
  'resetPassword',
  'passwordChanged',
  'verifyEmail',
  'accountExists',
  'signInCode',
  'secondFactorAdded',
  'secondFactorRemoved',
  'passkeyRemoved',
]

function renderMail(name: MailName, about: MailFacts, languages: string | undefined) {
  return render(name, about, languages, deliveredLook)
}

describe.each(names)('the mail %s', (name) => {
  it.each(['en', 'de', 'fr', 'es', 'ja'])('says in %s, in both forms, what happened where', (language) => {
    const mail = renderMail(name, facts, language)
    expect(mail.language).toBe(language)
    for (const form of [mail.text, mail.html]) {
      expect(form).toContain('ann@example.com')
      expect(form).toContain('auth.example.com')
      expect(form).not.toMatch(/\{\w+\}|\b(?:undefined|null)\b/)
    }
    expect(mail.html).toContain(`<html lang="${language}" dir="ltr">`)
    expect(mail.html).toContain(mail.subject)
  })

  it('loads nothing and runs nothing', () => {
    const { html } = renderMail(name, facts, undefined)
    expect(html).not.toMatch(/<img|<script|<link|<iframe|url\(|@import|\son\w+=/i)
  })
})

describe('the link', () => {
  it('stands in both forms, escaped where it has to be, with the time for which it works', () => {
    const { text, html } = renderMail('resetPassword', facts, 'en')
    expect(text).toContain(`Choose a new password:\n${link.url}\n`)
    expect(html).toContain('href="https://auth.example.com/reset-password?token=reset_a&amp;b=&lt;c&gt;"')
    expect(text).toContain('The link works once, for 30 minutes.')
  })

  it('is left out, with everything about it, where there is none', () => {
    const { text, html } = renderMail('passwordChanged', { ...facts, link: null }, 'en')
    expect(`${text}${html}`).not.toMatch(/href|once|https?:/)
  })

  it.each([
    [60, '1 minute'],
    [300, '5 minutes'],
    [1800, '30 minutes'],
    [3600, '1 hour'],
    [5400, '90 minutes'],
    [86_400, '24 hours'],
    [172_800, '2 days'],
  ])('of %d seconds works for %s', (seconds, duration) => {
    const { text } = renderMail('verifyEmail', { ...facts, link: { ...link, seconds } }, 'en')
    expect(text).toContain(`for ${duration}.`)
  })
})

describe('the code', () => {
  it('stands alone in both forms, and not in the subject', () => {
    const values = { code: '01234567' }
    const mail = renderMail('signInCode', { ...facts, link: null, values }, 'en')
    expect(mail.text).toMatch(/^01234567$/m)
    expect(mail.html).toContain('>01234567</p>')
    expect(mail.subject).not.toContain('01234567')
  })
})

describe('an address', () => {
  it('is shown as it is, never as markup', () => {
    const { html, text } = renderMail('accountExists', { ...facts, email: "o'x&<b>@example.com" }, 'en')
    expect(html).not.toContain('<b>@')
    expect(html).toContain('&lt;b&gt;@example.com')
    expect(text).toContain("o'x&<b>@example.com")
  })
})
