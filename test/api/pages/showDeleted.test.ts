import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendForm, visit } from '#test/support/accountPages.ts'
import { createBrowser, textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showDeleted', () => {
  it('tells nothing to who comes by themselves', async () => {
    const page = await createBrowser(service).get(`${service.url}/account/closed`)
    expect([page.status, textOf(page).includes('Your account is deleted on')]).toEqual([200, false])
  })

  it('says it once', async () => {
    const visitor = await visit(service)
    const form = await visitor.browser.get(`${service.url}/account/close`)
    const page = await sendForm(service, visitor, form, '/account/close', {
      confirmation: visitor.person.email,
    })
    expect(textOf(page)).toContain('sign in before that day')
    expect(textOf(await visitor.browser.get(page.url))).not.toContain('sign in before that day')
  })
})
