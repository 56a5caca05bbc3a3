import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getApp, getAppLogo, listApps, setAppLogo, updateApp } from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, status, withoutRequestId } from '#test/support/answers.ts'
import { createJpeg, createPng, exifWithPlace, jpegSegment } from '#test/support/images.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { blobOf, uploadLogo } from '#test/support/uploads.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function upload(person: Person, appId: string, bytes: Buffer = createPng(), type = 'image/png') {
  return setAppLogo({ client: service.as(person.token), path: { appId }, body: blobOf(bytes, type) })
}

/** The bytes of the logo, read by nobody in particular; null when there is none. */
async function logoOf(appId: string): Promise<Buffer | null> {
  const { data } = await getAppLogo({ client: service.as(), path: { appId } })
  return data === undefined ? null : Buffer.from(await data.arrayBuffer())
}

describe('setAppLogo', () => {
  it('stores a logo, by either id of the app, and the app says where it is', async () => {
    const person = await signUp(service)
    const client = service.as(person.token)
    const { app_id, application } = await registerTestApp(service, person)
    expect(application.logo_uri).toBeNull()
    for (const [reference, bytes] of [
      [app_id, createPng()],
      [application.id, createPng({ width: 5, height: 4 })],
    ] as const) {
      const { data } = await upload(person, reference, bytes)
      const tag = data!.etag.slice(1, -1)
      expect(data!.uri).toBe(`${service.url}/api/v1/apps/${app_id}/logo?v=${tag}`)
      const shown = { ...application, logo_uri: data!.uri }
      expect((await getApp({ client, path: { appId: app_id } })).data).toEqual(shown)
      expect((await listApps({ client })).data).toEqual([shown])
      expect(await (await fetch(data!.uri)).bytes()).toEqual(new Uint8Array(bytes))
    }
  })

  it('is kept by a change of the app, and keeps it', async () => {
    const person = await signUp(service)
    const path = { appId: (await registerTestApp(service, person)).app_id }
    const client = service.as(person.token)
    const { uri } = await uploadLogo(service, person, path.appId)
    const changed = await updateApp({ client, path, body: { name: 'Another' } })
    expect(changed.data).toMatchObject({ name: 'Another', logo_uri: uri })
    await uploadLogo(service, person, path.appId, createPng({ width: 2, height: 2 }))
    expect((await getApp({ client, path })).data).toMatchObject({ name: 'Another' })
  })

  it('removes what nobody is meant to see', async () => {
    const person = await signUp(service)
    const { app_id } = await registerTestApp(service, person)
    const bytes = createJpeg({ width: 1, height: 1 }, [jpegSegment(0xe1, exifWithPlace)])
    expect(status(await upload(person, app_id, bytes, 'image/jpeg'))).toBe(200)
    expect(await logoOf(app_id)).toEqual(createJpeg())
  })

  it('answers for another user’s app as for an unknown one, whatever is sent, and changes nothing', async () => {
    const [owner, stranger] = [await signUp(service), await signUp(service)]
    const { app_id, application } = await registerTestApp(service, owner)
    await uploadLogo(service, owner, app_id)
    const larger = createPng({ width: 3, height: 3 })
    const unknown = expectRefused(await upload(stranger, 'app_unknown', larger), 404, 'not_found')
    for (const reference of [app_id, application.id])
      for (const bytes of [larger, Buffer.from('no image')]) {
        const refusal = expectRefused(await upload(stranger, reference, bytes), 404, 'not_found')
        expect(withoutRequestId(refusal)).toEqual(withoutRequestId(unknown))
      }
    expect(await logoOf(app_id)).toEqual(createPng())
  })

  it('takes images only, and tells what is wrong', async () => {
    const person = await signUp(service)
    const { app_id } = await registerTestApp(service, person)
    expectRefused(await upload(person, app_id, Buffer.from('<svg/>')), 415, 'unsupported_media_type')
    expectRefused(await upload(person, app_id, createJpeg()), 415, 'unsupported_media_type')
    const damaged = expectRefused(
      await upload(person, app_id, createPng().subarray(1, 30)),
      415,
      'unsupported_media_type',
    )
    expect(failingPaths(damaged)).toEqual([])
    const cut = expectRefused(
      await upload(person, app_id, createPng().subarray(0, 30)),
      400,
      'invalid_request',
    )
    expect(failingPaths(cut)).toEqual([''])
    expect(await logoOf(app_id)).toBeNull()
    const { data } = await getApp({ client: service.as(person.token), path: { appId: app_id } })
    expect(data!.logo_uri).toBeNull()
  })

  it('lets the last of many at once win, and the app name that one', async () => {
    const person = await signUp(service)
    const path = { appId: (await registerTestApp(service, person)).app_id }
    const sizes = Array.from({ length: 8 }, (_, index) => ({ width: index + 1, height: 1 }))
    await Promise.all(sizes.map((size) => uploadLogo(service, person, path.appId, createPng(size))))
    const { data: app } = await getApp({ client: service.as(person.token), path })
    const { response } = await getAppLogo({ client: service.as(), path })
    expect(app!.logo_uri).toContain(`?v=${response!.headers.get('etag')!.slice(1, -1)}`)
  })

  it('asks for a session, and takes no app’s token for one', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const { access_token } = await obtainTokens(service, person, app)
    const body = blobOf(createPng())
    for (const token of [undefined, access_token, app.app_secret])
      expectRefused(
        await setAppLogo({ client: service.as(token), path: { appId: app.app_id }, body }),
        401,
        'invalid_token',
      )
    expect(await logoOf(app.app_id)).toBeNull()
  })
})
