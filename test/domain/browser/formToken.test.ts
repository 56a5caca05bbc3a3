import { describe, expect, test } from 'vitest'
import { checkForm, makeFormToken, type FormSubject } from '#src/domain/browser/formToken.ts'
import { issuer } from '../facts.ts'

const browserSecret = 'a'.repeat(43)
const expected: FormSubject = { purpose: 'consent', subject: 'txn_1' }
const genuine = {
  origin: issuer as string | undefined,
  fetchSite: 'same-origin' as string | undefined,
  formToken: makeFormToken(browserSecret, expected),
  browserSecret: browserSecret as string | null,
}

describe('a form', () => {
  test('of our own page is taken', () => {
    expect(checkForm(genuine, expected, issuer)).toBeNull()
  })

  test('of a browser that says nothing of its origin is taken by its token', () => {
    expect(checkForm({ ...genuine, origin: undefined, fetchSite: undefined }, expected, issuer)).toBeNull()
  })

  test.each<[string, Partial<typeof genuine>]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:8788' }],
    ['another scheme', { origin: 'https://localhost:8787' }],
    ['an opaque origin', { origin: 'null' }],
    ['another site', { fetchSite: 'cross-site' }],
    ['another host of the site', { fetchSite: 'same-site' }],
    ['nowhere', { fetchSite: 'none' }],
    ['a browser without the cookie', { browserSecret: null }],
    ['another browser', { browserSecret: 'b'.repeat(43) }],
    ['a page without a token', { formToken: '' }],
    ['another authorization', { formToken: makeFormToken(browserSecret, { ...expected, subject: 'txn_2' }) }],
    [
      'the form for something else',
      { formToken: makeFormToken(browserSecret, { ...expected, purpose: 'sign_in' }) },
    ],
  ])('from %s is refused', (_from, changed) => {
    expect(checkForm({ ...genuine, ...changed }, expected, issuer)).toMatchObject({
      code: 'invalid_request',
      page: { message: 'form_outdated' },
    })
  })

  test('has a token that tells subject and purpose apart', () => {
    const token = makeFormToken(browserSecret, { purpose: 'consent', subject: '' })
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(token).not.toBe(makeFormToken(browserSecret, { purpose: 'sign_in', subject: '' }))
  })
})
