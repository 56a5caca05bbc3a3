import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestPasswordReset } from '../../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { createBrowser, textOf } from '#test/support/browser.ts'
import { mailedLinks, resetLink } from '#test/support/resetLink.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('getDevMailbox', () => {
  it('is empty at first', async () => {
    expect(textOf(await createBrowser(service).open(`${service.url}/dev/mail`))).toContain(
      'No mail has gone out yet.',
    )
  })

  it('shows every mail with its link, newest first', async () => {
    const person = await signUp(service)
    const first = await resetLink(service, person.email)
    const second = await resetLink(service, person.email)
    expect(await mailedLinks(service)).toEqual([second, first])
    const page = await createBrowser(service).open(`${service.url}/dev/mail`)
    expect(textOf(page)).toContain(`to ${person.email},`)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect((await createBrowser(service).open(second)).status).toBe(200)
  })

  it('is not there for whoever comes through a proxy or by another name', async () => {
    await requestPasswordReset({ client: service.as(), body: { email: 'a@example.com' } })
    const browser = createBrowser(service)
    for (const name of ['x-forwarded-for', 'forwarded', 'via'])
      expect((await browser.get(`${service.url}/dev/mail`, { [name]: '127.0.0.1' })).status).toBe(404)
  })
})
