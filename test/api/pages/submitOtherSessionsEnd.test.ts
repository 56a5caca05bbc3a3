import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSessions } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { signIn, type Person } from '#test/support/actors.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const sessionsOf = async ({ token }: Pick<Person, 'token'>) =>
  (await listSessions({ client: service.as(token), throwOnError: true })).data.map(({ id }) => id)

describe('submitOtherSessionsEnd', () => {
  it('ends every session but that of this browser', async () => {
    const visitor = await visit(service)
    await signIn(service, visitor.person.email)
    const page = await visitor.browser.get(`${service.url}/account/sessions`)
    const done = await sendForm(service, visitor, page, '/account/sessions/end-others')
    expect(textOf(done)).toContain('All other sessions are ended.')
    expect(done.html.match(/<li>/g)?.length).toBeGreaterThan(0)
    expect(done.html).not.toContain('/end"')
    expect((await listSessions({ client: service.as(visitor.person.token) })).response?.status).toBe(401)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}/account/sessions`)
    const look = () => sessionsOf(visitor.person)
    await expectGuarded(service, { visitor, page, action: '/account/sessions/end-others', look })
  })
})
