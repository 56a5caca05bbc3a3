import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount } from '../../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { createBrowser, textOf } from '#test/support/browser.ts'
import { freshAddress, mailedChange } from '#test/support/emailChange.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const pageOf = (token: string) => `${service.url}/change-email?token=${token}`

describe('showEmailChange', () => {
  it('asks for the password, and uses nothing up, however often a scanner follows the link', async () => {
    const [person, email] = [await signUp(service), freshAddress()]
    const token = await mailedChange(service, person, email)
    for (let visit = 0; visit < 3; visit++) {
      const page = await createBrowser(service).open(pageOf(token))
      expect(page.status).toBe(200)
      expect(textOf(page)).toContain('Enter the password of the account')
      expect(page.html).not.toContain(email)
    }
    const { data } = await getAccount({ client: service.as(person.token) })
    expect(data).toMatchObject({ email: person.email, email_verified: false })
  })

  it('tells that it is done', async () => {
    const page = await createBrowser(service).open(`${service.url}/change-email?step=done`)
    expect([page.status, textOf(page).includes('The address is changed.')]).toEqual([200, true])
  })

  it('shows an error for a link that does not work', async () => {
    const browser = createBrowser(service)
    expectErrorPage(await browser.open(`${service.url}/change-email`), 400, 'invalid_request')
    expectErrorPage(await browser.open(pageOf('change_x')), 400, 'invalid_grant')
    const token = await mailedChange(service, await signUp(service), freshAddress())
    service.clock.advance(86_401)
    expectErrorPage(await browser.open(pageOf(token)), 400, 'invalid_grant')
  })
})
