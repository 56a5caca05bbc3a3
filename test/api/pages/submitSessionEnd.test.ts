import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getSession, listSessions } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { sendAnyForm } from '#test/support/accountForms.ts'
import { signIn, type Person } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const sessionsOf = async ({ token }: Pick<Person, 'token'>) =>
  (await listSessions({ client: service.as(token), throwOnError: true })).data.map(({ id }) => id)

describe('submitSessionEnd', () => {
  it('ends one session, notes it, and says so', async () => {
    const visitor = await visit(service)
    const lost = await signIn(service, visitor.person.email)
    const { data } = await getSession({ client: service.as(lost), throwOnError: true })
    const page = await visitor.browser.get(`${service.url}/account/sessions`)
    const done = await sendForm(service, visitor, page, `/account/sessions/${data.id}/end`)
    expect(textOf(done)).toContain('The session is ended.')
    expect((await getSession({ client: service.as(lost) })).response?.status).toBe(401)
    expect(await sessionsOf(visitor.person)).toHaveLength(2)
  })

  it('answers for somebody else’s session as for one that never was, and ends nothing', async () => {
    const [visitor, victim] = [await visit(service), await visit(service)]
    const [id] = await sessionsOf(victim.person)
    for (const target of [id, '019c303f-9be8-7164-852d-1c17d186b9fe', 'x'])
      expectErrorPage(await sendAnyForm(visitor, `/account/sessions/${target}/end`), 404, 'not_found')
    expect(await sessionsOf(victim.person)).toHaveLength(2)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const { data } = await getSession({ client: service.as(visitor.person.token), throwOnError: true })
    const page = await visitor.browser.get(`${service.url}/account/sessions`)
    const look = () => sessionsOf(visitor.person)
    await expectGuarded(service, { visitor, page, action: `/account/sessions/${data.id}/end`, look })
  })
})
