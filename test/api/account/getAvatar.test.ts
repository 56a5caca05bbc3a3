import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppPassword, getAvatar } from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { createPng } from '#test/support/images.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { uploadAvatar } from '#test/support/uploads.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function get(person: Person, headers: Readonly<Record<string, string>> = {}) {
  return getAvatar({ client: service.as(person.token), headers })
}

describe('getAvatar', () => {
  it('answers the bytes, as what they are, to be kept by its reader and asked for again', async () => {
    const person = await signUp(service)
    const { etag } = await uploadAvatar(service, person)
    const answer = await get(person)
    expect(answer.data).toBeInstanceOf(Blob)
    expect(Buffer.from(await answer.data!.arrayBuffer())).toEqual(createPng())
    expect(Object.fromEntries(answer.response!.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(createPng().length),
      'content-disposition': 'inline; filename="avatar.png"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      vary: 'Authorization, X-Auth-Token, Origin',
      etag,
    })
  })

  it('answers 304 without a body to who has the image already, until it is another one', async () => {
    const person = await signUp(service)
    const { etag } = await uploadAvatar(service, person)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await get(person, { 'if-none-match': known })
      expect({ known, status: status(answer) }).toEqual({ known, status: 304 })
      expect(header(answer, 'etag')).toBe(etag)
      expect(header(answer, 'cache-control')).toBe('private, no-cache')
      expect(header(answer, 'content-type')).toBeNull()
    }
    await uploadAvatar(service, person, createPng({ width: 2, height: 1 }))
    const changed = await get(person, { 'if-none-match': etag })
    expect(status(changed)).toBe(200)
    expect(header(changed, 'etag')).not.toBe(etag)
  })

  it('answers HEAD with the headers alone', async () => {
    const person = await signUp(service)
    const { etag } = await uploadAvatar(service, person)
    const headers = { authorization: `Bearer ${person.token}` }
    const answer = await send(service.url, { method: 'HEAD', path: '/api/v1/me/avatar', headers })
    expect(answer).toMatchObject({ status: 200, text: '' })
    expect(answer.headers).toMatchObject({
      etag,
      'content-type': 'image/png',
      'content-length': String(createPng().length),
    })
  })

  it('answers 404 where there is none, not to be kept', async () => {
    expectRefused(await get(await signUp(service)), 404, 'not_found')
    // What is refused is told as JSON, whatever else the operation answers.
    const body = await get(await signUp(service), { 'if-none-match': '*' })
    expectRefused(body, 404, 'not_found')
  })

  it('shows everybody their own', async () => {
    const [one, other] = [await signUp(service), await signUp(service)]
    await uploadAvatar(service, one)
    await uploadAvatar(service, other, createPng({ width: 9, height: 9 }))
    for (const [person, bytes] of [
      [one, createPng()],
      [other, createPng({ width: 9, height: 9 })],
    ] as const)
      expect(Buffer.from(await (await get(person)).data!.arrayBuffer())).toEqual(bytes)
  })

  it('is open to an app password that may read, and to no other', async () => {
    const person = await signUp(service)
    const { etag } = await uploadAvatar(service, person)
    const read = async (scope: 'read' | 'write') => {
      const body = { name: scope, scopes: [scope] }
      const { data } = await createAppPassword({ client: service.as(person.token), body, throwOnError: true })
      return getAvatar({ client: service.as(data.app_password) })
    }
    expectRefused(await read('write'), 403, 'insufficient_scope')
    expect(header(await read('read'), 'etag')).toBe(etag)
  })

  it('asks for a session, and takes an app’s token for none', async () => {
    const person = await signUp(service)
    await uploadAvatar(service, person)
    const app = await registerTestApp(service, person)
    const { access_token } = await obtainTokens(service, person, app)
    for (const token of [undefined, access_token])
      expectRefused(await getAvatar({ client: service.as(token) }), 401, 'invalid_token')
  })

  it.each([
    ['image/png', 200],
    ['image/*', 200],
    ['image/avif,image/webp,*/*;q=0.8', 200],
    ['text/html', 406],
    ['application/json', 406],
  ])('answers who accepts %s with %i', async (accept, expected) => {
    const person = await signUp(service)
    await uploadAvatar(service, person)
    expect(status(await get(person, { accept }))).toBe(expected)
  })

  it('tells a script of another page only where its origin may call', async () => {
    const person = await signUp(service)
    await uploadAvatar(service, person)
    const at = (origin: string) => get(person, { origin })
    expect(header(await at('http://localhost:3000'), 'access-control-allow-origin')).toBe(
      'http://localhost:3000',
    )
    expect(header(await at('https://evil.example'), 'access-control-allow-origin')).toBeNull()
  })
})
