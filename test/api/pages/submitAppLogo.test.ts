import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getApp } from '../../../client/index.ts'
import { formOf, visit } from '#test/support/accountPages.ts'
import { tokenFor } from '#test/support/accountForms.ts'
import { registerTestApp } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { textOf } from '#test/support/browser.ts'
import { createPng } from '#test/support/images.ts'
import { blobOf } from '#test/support/uploads.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** Somebody on the page of their app. */
async function own() {
  const visitor = await visit(service)
  const { app_id: appId } = await registerTestApp(service, visitor.person)
  const path = `/account/apps/${appId}`
  const logo = async () =>
    (await getApp({ client: service.as(visitor.person.token), path: { appId }, throwOnError: true })).data
      .logo_uri
  return { visitor, appId, path, logo, page: await visitor.browser.get(`${service.url}${path}`) }
}

describe('submitAppLogo', () => {
  it('makes the image that was chosen the logo', async () => {
    const { visitor, path, page, logo } = await own()
    const image = { name: 'image', image: blobOf(createPng()) }
    const sent = await visitor.browser.upload(
      `${service.url}${path}/logo`,
      formOf(page, `${path}/logo`),
      image,
    )
    expect(textOf(await visitor.browser.follow(sent))).toContain('The logo is saved.')
    expect(await logo()).toContain('/logo?v=')
  })

  it('says what is wrong with what is no image, and sets nothing', async () => {
    const { visitor, path, page, logo } = await own()
    const image = { name: 'image', image: blobOf(Buffer.from('<svg/>')) }
    const again = await visitor.browser.upload(
      `${service.url}${path}/logo`,
      formOf(page, `${path}/logo`),
      image,
    )
    expect([again.status, textOf(again).includes('not a PNG, JPEG or WebP image')]).toEqual([415, true])
    expect(await logo()).toBeNull()
  })

  it('does nothing for somebody else’s app, nor without the token of the page', async () => {
    const [victim, other] = [await own(), await own()]
    const image = { name: 'image', image: blobOf(createPng()) }
    const url = `${service.url}${victim.path}/logo`
    const token = { form_token: tokenFor(other.visitor, `${victim.path}/logo`) }
    expectErrorPage(await other.visitor.browser.upload(url, token, image), 404, 'not_found')
    expectErrorPage(
      await victim.visitor.browser.upload(url, { form_token: 'x' }, image),
      400,
      'invalid_request',
    )
    expect(await victim.logo()).toBeNull()
  })
})
