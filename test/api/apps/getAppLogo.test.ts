import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteApp, getAppLogo } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status, withoutRequestId } from '#test/support/answers.ts'
import { createPng } from '#test/support/images.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { uploadLogo } from '#test/support/uploads.ts'
import { send } from '#test/support/wire.ts'

let service: TestService
let owner: Person

beforeAll(async () => {
  service = await startService()
  owner = await signUp(service)
})

afterAll(() => service.stop())

function get(appId: string, headers: Readonly<Record<string, string>> = {}, token?: string) {
  return getAppLogo({ client: service.as(token), path: { appId }, headers })
}

async function appWithLogo() {
  const app = await registerTestApp(service, owner)
  return { ...app, image: await uploadLogo(service, owner, app.app_id) }
}

describe('getAppLogo', () => {
  it('shows the logo to everybody, by either id of the app, to be kept for five minutes', async () => {
    const { app_id, application, image } = await appWithLogo()
    const stranger = await signUp(service)
    for (const reference of [app_id, application.id])
      for (const token of [undefined, stranger.token, 'garbage']) {
        const answer = await get(reference, {}, token)
        expect(Buffer.from(await answer.data!.arrayBuffer())).toEqual(createPng())
        expect(Object.fromEntries(answer.response!.headers)).toMatchObject({
          'content-type': 'image/png',
          'content-disposition': 'inline; filename="logo.png"',
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
          'cache-control': 'public, max-age=300',
          'access-control-allow-origin': '*',
          etag: image.etag,
        })
        expect(header(answer, 'vary')).toBeNull()
      }
  })

  it('answers 304 to who has it already, and HEAD with the headers alone', async () => {
    const { app_id, image } = await appWithLogo()
    expect(status(await get(app_id, { 'if-none-match': image.etag }))).toBe(304)
    const path = `/api/v1/apps/${app_id}/logo`
    const head = await send(service.url, { method: 'HEAD', path, headers: {} })
    expect(head).toMatchObject({ status: 200, text: '', headers: { etag: image.etag } })
  })

  it('shows the present logo, whichever the caller knows of, and takes no other parameter', async () => {
    const { app_id } = await appWithLogo()
    const path = { appId: app_id }
    const client = service.as()
    for (const v of ['', 'AAAAAAAAAAAAAAAAAAAAAA'])
      expect(status(await getAppLogo({ client, path, query: { v } }))).toBe(200)
    const answer = await getAppLogo({ client, path, query: { v: 'a'.repeat(65) } })
    expect(failingPaths(expectRefused(answer, 400, 'invalid_request'))).toEqual(['query/v'])
    const other = await send(service.url, {
      method: 'GET',
      path: `/api/v1/apps/${app_id}/logo?size=64`,
      headers: {},
    })
    expect(other.status).toBe(400)
  })

  it('tells an app without a logo from no app at all to nobody', async () => {
    const bare = await registerTestApp(service, owner)
    const unknown = expectRefused(await get('app_unknown'), 404, 'not_found')
    for (const reference of [
      bare.app_id,
      bare.application.id,
      '019c3040-8260-7246-ac0c-491001e129dd',
      '%00',
      "'",
    ])
      expect(withoutRequestId(expectRefused(await get(reference), 404, 'not_found'))).toEqual(
        withoutRequestId(unknown),
      )
  })

  it('may be read by scripts of every page, which may not change it', async () => {
    const { app_id } = await appWithLogo()
    const ask = (origin: string, method: string) =>
      send(service.url, {
        method: 'OPTIONS',
        path: `/api/v1/apps/${app_id}/logo`,
        headers: { origin, 'access-control-request-method': method },
      })
    expect((await ask('https://evil.example', 'GET')).headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET',
    })
    expect((await ask('https://evil.example', 'PUT')).headers).not.toHaveProperty(
      'access-control-allow-origin',
    )
    expect((await ask('http://localhost:3000', 'PUT')).headers).toMatchObject({
      'access-control-allow-origin': 'http://localhost:3000',
      'access-control-allow-methods': 'DELETE, PUT',
    })
  })

  it('goes with the app', async () => {
    const { app_id } = await appWithLogo()
    await deleteApp({ client: service.as(owner.token), path: { appId: app_id }, throwOnError: true })
    expectRefused(await get(app_id), 404, 'not_found')
  })
})
