import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount } from '../../../client/index.ts'
import { formOf, visit } from '#test/support/accountPages.ts'
import type { Person } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { createBrowser, textOf } from '#test/support/browser.ts'
import { createPng } from '#test/support/images.ts'
import { blobOf } from '#test/support/uploads.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const look = async ({ token }: Pick<Person, 'token'>) =>
  (await getAccount({ client: service.as(token) })).data?.picture
const profile = () => `${service.url}/account/profile`

describe('submitAvatar', () => {
  it('makes the image that was chosen the avatar', async () => {
    const { browser, person } = await visit(service)
    const fields = formOf(await browser.get(profile()), '/account/avatar')
    const image = blobOf(createPng())
    const done = await browser.follow(
      await browser.upload(`${service.url}/account/avatar`, fields, { name: 'image', image }),
    )
    expect([done.status, textOf(done).includes('Your picture is saved.')]).toEqual([200, true])
    const picture = await look(person)
    expect(picture).toMatch(/\/api\/v1\/pictures\//)
    expect(done.html).toContain(`src="${new URL(picture!).pathname}"`)
  })

  it('looks at the bytes, whatever the browser calls them', async () => {
    const { browser, person } = await visit(service)
    const fields = formOf(await browser.get(profile()), '/account/avatar')
    const page = await browser.upload(`${service.url}/account/avatar`, fields, {
      name: 'image',
      image: blobOf(createPng(), 'text/html'),
    })
    expect([page.status, await look(person)]).toEqual([303, expect.any(String)])
  })

  it.each([
    ['nothing', null, 400, 'Choose a file first.'],
    ['a text', Buffer.from('no image at all'), 415, 'not a PNG, JPEG or WebP image'],
    ['half an image', createPng().subarray(0, 40), 400, 'The file is damaged'],
    ['too many pixels', createPng({ width: 1025, height: 1 }), 400, 'more than 1024 pixels'],
  ] as const)('says what is wrong with %s, and sets nothing', async (_name, bytes, status, words) => {
    const { browser, person } = await visit(service)
    const fields = formOf(await browser.get(profile()), '/account/avatar')
    const image = bytes === null ? null : blobOf(bytes)
    const page = await browser.upload(`${service.url}/account/avatar`, fields, { name: 'image', image })
    expect([page.status, textOf(page).includes(words)]).toEqual([status, true])
    expect(page.html).toContain('aria-describedby="image-error image-hint" aria-invalid="true" autofocus')
    expect(await look(person)).toBeNull()
  })

  it('does nothing without the token of its page, for nobody, or by a form of another kind', async () => {
    const { browser, person } = await visit(service)
    const image = { name: 'image', image: blobOf(createPng()) }
    const url = `${service.url}/account/avatar`
    const own = formOf(await browser.get(profile()), '/account/avatar')
    expectErrorPage(await browser.upload(url, { form_token: 'x' }, image), 400, 'invalid_request')
    expectErrorPage(await browser.upload(url, { ...own, more: '1' }, image), 400, 'invalid_request')
    expectErrorPage(await browser.post(url, own), 415, 'unsupported_media_type')
    expect((await createBrowser(service).upload(url, own, image)).location).toContain(
      '/signin?return_to=%2Faccount',
    )
    expect(await look(person)).toBeNull()
  })
})
