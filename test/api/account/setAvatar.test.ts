import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppPassword, getAvatar, getPicture, setAvatar } from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import {
  createJpeg,
  createPng,
  exifWithPlace,
  jpegSegment,
  losslessChunk,
  pngChunk,
  webpOf,
} from '#test/support/images.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { blobOf, pictureIdOf, uploadAvatar } from '#test/support/uploads.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function upload(person: Person, bytes: Buffer, type = 'image/png') {
  return setAvatar({ client: service.as(person.token), body: blobOf(bytes, type) })
}

/** Puts bytes as no SDK would. */
function put(person: Person, headers: Readonly<Record<string, string>>, body?: Buffer) {
  return send(service.url, {
    method: 'PUT',
    path: '/api/v1/me/avatar',
    headers: { authorization: `Bearer ${person.token}`, ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

/** The bytes of the avatar; null when there is none. */
async function avatarOf(person: Person): Promise<Buffer | null> {
  const { data } = await getAvatar({ client: service.as(person.token) })
  return data === undefined ? null : Buffer.from(await data.arrayBuffer())
}

describe('setAvatar', () => {
  it.each([
    ['image/png', createPng({ width: 64, height: 48 })],
    ['image/jpeg', createJpeg({ width: 64, height: 48 })],
    ['image/webp', webpOf(losslessChunk({ width: 64, height: 48 }))],
  ] as const)('stores an image of type %s and says what became of it', async (type, bytes) => {
    const person = await signUp(service)
    const answer = await upload(person, bytes, type)
    expect(status(answer)).toBe(200)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(answer.data).toEqual({
      uri: expect.stringMatching(/^http:\/\/localhost:\d+\/api\/v1\/pictures\/[\w-]{22}$/),
      etag: expect.stringMatching(/^"[\w-]{22}"$/),
      media_type: type,
      width: 64,
      height: 48,
      bytes: bytes.length,
    })
    expect(await avatarOf(person)).toEqual(bytes)
  })

  it('replaces the former one, whose address is unknown from then on', async () => {
    const person = await signUp(service)
    const first = await uploadAvatar(service, person)
    const second = await uploadAvatar(service, person, createPng({ width: 2, height: 2 }))
    const again = await uploadAvatar(service, person, createPng({ width: 2, height: 2 }))
    expect(new Set([first.uri, second.uri, again.uri]).size).toBe(3)
    expect(again.etag).toBe(second.etag)
    const read = (image: typeof first) =>
      getPicture({ client: service.as(), path: { pictureId: pictureIdOf(image) } })
    for (const gone of [first, second]) expectRefused(await read(gone), 404, 'not_found')
    expect(status(await read(again))).toBe(200)
  })

  it('publishes neither where a picture was taken nor anything else that was hidden in it', async () => {
    const person = await signUp(service)
    const files = [
      ['image/jpeg', createJpeg({ width: 1, height: 1 }, [jpegSegment(0xe1, exifWithPlace)])],
      ['image/png', createPng({ width: 1, height: 1 }, [pngChunk('eXIf', exifWithPlace)])],
    ] as const
    for (const [type, bytes] of files) {
      expect(status(await upload(person, bytes, type))).toBe(200)
      expect((await avatarOf(person))!.toString('latin1')).not.toContain('GPS')
    }
    expect(await avatarOf(person)).toEqual(createPng())
  })

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'image/jpeg'],
    ['a JPEG that says it is a PNG', createJpeg(), 'image/png'],
    ['a PNG that says it is a WebP', createPng(), 'image/webp'],
  ])('is not made of %s', async (_name, bytes, type) => {
    const person = await signUp(service)
    await uploadAvatar(service, person)
    expectRefused(await upload(person, bytes, type), 415, 'unsupported_media_type')
    expect(await avatarOf(person)).toEqual(createPng())
  })

  it.each([
    ['is cut off', createPng().subarray(0, -1)],
    ['goes on as a page', Buffer.concat([createPng(), Buffer.from('<script>alert(1)</script>')])],
    ['moves', createPng({ width: 1, height: 1 }, [pngChunk('acTL', Buffer.alloc(8))])],
    ['has too many pixels', createPng({ width: 1025, height: 1 })],
  ])('takes no image that %s', async (_name, bytes) => {
    const person = await signUp(service)
    expect(failingPaths(expectRefused(await upload(person, bytes), 400, 'invalid_request'))).toEqual([''])
    expect(await avatarOf(person)).toBeNull()
  })

  it.each([
    ['image/svg+xml', 415],
    ['image/gif', 415],
    ['application/octet-stream', 415],
    ['application/json', 415],
    ['multipart/form-data; boundary=x', 415],
    ['image/png; charset=utf-16', 415],
    ['image/png, image/jpeg', 415],
    ['IMAGE/PNG', 200],
    ['image/png;charset=utf-8', 200],
  ])('answers a body of type %s with %i', async (type, expected) => {
    const person = await signUp(service)
    const answer = await put(person, { 'content-type': type }, createPng())
    expect(answer.status).toBe(expected)
    expect(await avatarOf(person)).toEqual(expected === 200 ? createPng() : null)
  })

  it('takes no body without a type, under a coding, or none at all', async () => {
    const person = await signUp(service)
    expect((await put(person, {}, createPng())).status).toBe(415)
    const coded = { 'content-type': 'image/png', 'content-encoding': 'gzip' }
    expect((await put(person, coded, createPng())).status).toBe(415)
    for (const body of [undefined, Buffer.alloc(0)]) {
      const answer = await put(person, { 'content-type': 'image/png' }, body)
      expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    }
    expect(await avatarOf(person)).toBeNull()
  })

  it('shows of a refused image no more than how large it was', async () => {
    const person = await signUp(service)
    const hidden = Buffer.concat([createPng(), Buffer.from('hidden')])
    const { error_uri } = expectRefused(await upload(person, hidden), 400, 'invalid_request')
    const story = await (await fetch(error_uri!)).text()
    expect(story).toContain(`${hidden.length} bytes`)
    expect(story).toContain('exactly the bytes of the file')
    for (const text of [...service.log, story]) expect(text).not.toContain('hidden')
  })

  it('takes 256 KiB and not one byte more, announced or not', async () => {
    const person = await signUp(service)
    const most = 262_144
    const padding = pngChunk('iCCP', Buffer.alloc(most - createPng().length - 12))
    const largest = createPng({ width: 1, height: 1 }, [padding])
    expect(largest.length).toBe(most)
    const larger = Buffer.concat([largest, Buffer.from([0])])
    const type = { 'content-type': 'image/png' }
    const announced = await put(person, type, larger)
    expect(announced).toMatchObject({
      status: 413,
      body: { error: 'payload_too_large', error_description: 'The body may have 262144 bytes' },
    })
    const inPieces: RequestInit & { readonly duplex: 'half' } = {
      method: 'PUT',
      headers: { authorization: `Bearer ${person.token}`, ...type },
      body: blobOf(larger).stream(),
      duplex: 'half',
    }
    expect((await fetch(`${service.url}/api/v1/me/avatar`, inPieces)).status).toBe(413)
    expect(await avatarOf(person)).toBeNull()
    expect(status(await upload(person, largest))).toBe(200)
    expect(await avatarOf(person)).toEqual(largest)
  })

  it('leaves the limit of other bodies where it is', async () => {
    const answer = await send(service.url, {
      method: 'POST',
      path: '/api/v1/auth/login',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'a'.repeat(70_000) }),
    })
    expect(answer).toMatchObject({
      status: 413,
      body: { error_description: 'The body may have 65536 bytes' },
    })
  })

  it('lets the last of many at once win, whole', async () => {
    const person = await signUp(service)
    const sizes = Array.from({ length: 8 }, (_, index) => ({ width: index + 1, height: 1 }))
    const images = await Promise.all(sizes.map((size) => uploadAvatar(service, person, createPng(size))))
    const known = await Promise.all(
      images.map((image) => getPicture({ client: service.as(), path: { pictureId: pictureIdOf(image) } })),
    )
    const [winner, ...others] = known.filter((answer) => status(answer) === 200)
    expect(others).toEqual([])
    expect(Buffer.from(await winner!.data!.arrayBuffer())).toEqual(await avatarOf(person))
  })

  it('is open to an app password that may write, and to no other', async () => {
    const person = await signUp(service)
    const client = service.as(person.token)
    const make = async (scope: 'read' | 'write') => {
      const body = { name: scope, scopes: [scope] }
      const { data } = await createAppPassword({ client, body, throwOnError: true })
      return setAvatar({ client: service.as(data.app_password), body: blobOf(createPng()) })
    }
    expectRefused(await make('read'), 403, 'insufficient_scope')
    expect(await avatarOf(person)).toBeNull()
    expect(status(await make('write'))).toBe(200)
    expect(await avatarOf(person)).toEqual(createPng())
  })

  it('is for the account that is signed in and for no app', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const { access_token } = await obtainTokens(service, person, app)
    const body = blobOf(createPng())
    for (const token of [undefined, access_token])
      expectRefused(await setAvatar({ client: service.as(token), body }), 401, 'invalid_token')
    expect(await avatarOf(person)).toBeNull()
  })
})
