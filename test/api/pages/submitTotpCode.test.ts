import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount } from '../../../client/index.ts'
import { expectGuarded, formOf, sendForm, visit } from '#test/support/accountPages.ts'
import type { Visitor } from '#test/support/accountPages.ts'
import type { Person } from '#test/support/actors.ts'
import { textOf } from '#test/support/browser.ts'
import { codeOf, signInWithCode, wrongCodeOf } from '#test/support/factors.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const factorsOf = async ({ token }: Pick<Person, 'token'>) =>
  (await getAccount({ client: service.as(token), throwOnError: true })).data.second_factors

const path = '/account/two-factor/totp/confirm'

/** The page with a secret that waits for its first code. */
async function begun(visitor: Visitor) {
  const start = '/account/two-factor/totp'
  const page = await sendForm(service, visitor, await visitor.browser.get(`${service.url}${start}`), start)
  return { page, secret: /secret=([A-Z2-7]+)/.exec(page.html)?.[1] ?? '' }
}

describe('submitTotpCode', () => {
  it('takes the app into use with its first code, and shows the recovery codes once', async () => {
    const visitor = await visit(service)
    const { page, secret } = await begun(visitor)
    const done = await sendForm(service, visitor, page, path, { code: codeOf(service, secret) })
    expect(textOf(done)).toContain('The authenticator app is on.')
    const codes = [...done.html.matchAll(/<code>([A-Z2-7-]{19})<\/code>/g)].map(([, code]) => code!)
    expect(new Set(codes).size).toBe(10)
    expect(await factorsOf(visitor.person)).toEqual(['totp'])
    const again = await visitor.browser.get(done.url)
    for (const code of codes)
      expect([again.html.includes(code), service.log.join('').includes(code)]).toEqual([false, false])
    expect((await signInWithCode(service, visitor.person, codes[0]!)).user.id).toBe(visitor.person.id)
  })

  it('says that a code is wrong, shows the same secret again, and turns nothing on', async () => {
    const visitor = await visit(service)
    const { page, secret } = await begun(visitor)
    for (const code of ['', wrongCodeOf(service, secret)]) {
      const again = await sendForm(service, visitor, page, path, { code })
      expect([again.status, textOf(again).includes('The code is wrong')]).toEqual([401, true])
      expect(again.html).toContain(secret)
    }
    expect(await factorsOf(visitor.person)).toEqual([])
  })

  it('begins again once the secret has waited too long', async () => {
    const visitor = await visit(service)
    const { page, secret } = await begun(visitor)
    service.clock.advance(901)
    const led = await visitor.browser.post(`${service.url}${path}`, {
      ...formOf(page, path),
      code: codeOf(service, secret),
    })
    expect(new URL(led.location!).pathname).toBe('/account/two-factor/totp')
    expect(await factorsOf(visitor.person)).toEqual([])
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const { page, secret } = await begun(visitor)
    const fields = { code: codeOf(service, secret) }
    await expectGuarded(service, {
      visitor,
      page,
      action: path,
      fields,
      look: () => factorsOf(visitor.person),
    })
  })
})
