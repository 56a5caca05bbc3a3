import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportAccount } from '../../../client/index.ts'
import { expectOnlyForSignedIn, expectStepUp, visit } from '#test/support/accountPages.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('downloadExport', () => {
  it('is a file with what exportAccount gives, for its owner only', async () => {
    const { browser, person } = await visit(service)
    const page = await browser.get(`${service.url}/account/export/download`, { accept: '*/*' })
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    expect(page.headers.get('content-disposition')).toBe('attachment; filename="latchkey-account.json"')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const { data } = await exportAccount({ client: service.as(person.token) })
    const exported = JSON.parse(page.html) as typeof data
    expect(exported?.account).toEqual(data?.account)
    expect(exported?.sessions.map(({ id, current }) => [id, current])).toEqual(
      data?.sessions.map(({ id, current }) => [id, !current]),
    )
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/export/download')
  })

  it('asks for a fresh proof of who is there', async () => {
    await expectStepUp(service, await visit(service), '/account/export/download')
  })
})
