import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteSession, listSessions } from '../../../client/index.ts'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { signIn } from '#test/support/actors.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showSessions', () => {
  it('shows every session that goes on, this one marked, and nobody else’s', async () => {
    const { browser, person } = await visit(service)
    const ended = await signIn(service, person.email)
    await deleteSession({ client: service.as(ended), throwOnError: true })
    const stranger = await visit(service)
    const page = await browser.get(`${service.url}/account/sessions`)
    expect(textOf(page).match(/This browser/g)).toHaveLength(1)
    const { data = [] } = await listSessions({ client: service.as(person.token) })
    expect(data).toHaveLength(2)
    for (const { id, kind } of data)
      expect(page.html.includes(`/account/sessions/${id}/end`)).toBe(kind === 'api')
    const { data: foreign = [] } = await listSessions({ client: service.as(stranger.person.token) })
    for (const { id } of foreign) expect(page.html).not.toContain(id)
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/sessions')
  })
})
