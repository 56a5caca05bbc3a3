import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getPicture, setAvatar } from '../../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status, withoutRequestId } from '#test/support/answers.ts'
import { createJpeg } from '#test/support/images.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { blobOf, pictureIdOf, uploadAvatar } from '#test/support/uploads.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function get(pictureId: string, headers: Readonly<Record<string, string>> = {}) {
  return getPicture({ client: service.as(), path: { pictureId }, headers })
}

describe('getPicture', () => {
  it('shows an avatar to everybody who was told its address, to be kept for a day', async () => {
    const person = await signUp(service)
    const { data } = await setAvatar({
      client: service.as(person.token),
      body: blobOf(createJpeg(), 'image/jpeg'),
      throwOnError: true,
    })
    const answer = await get(pictureIdOf(data))
    expect(Buffer.from(await answer.data!.arrayBuffer())).toEqual(createJpeg())
    expect(Object.fromEntries(answer.response!.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline; filename="picture.jpeg"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=86400, immutable',
      'access-control-allow-origin': '*',
      etag: data.etag,
    })
    expect(header(answer, 'vary')).toBeNull()
    expect(header(answer, 'set-cookie')).toBeNull()
    expect(await (await fetch(data.uri)).bytes()).toEqual(new Uint8Array(createJpeg()))
  })

  it('answers 304 to who has it already', async () => {
    const image = await uploadAvatar(service, await signUp(service))
    expect(status(await get(pictureIdOf(image), { 'if-none-match': image.etag }))).toBe(304)
  })

  it('has an address that does not tell whose picture it is, and cannot be guessed from the image', async () => {
    const [one, other] = [await signUp(service), await signUp(service)]
    const uris = [await uploadAvatar(service, one), await uploadAvatar(service, other)].map(({ uri }) => uri)
    expect(new Set(uris).size).toBe(2)
    expect(uris.join(' ')).not.toContain(one.id)
  })

  it('answers for an account’s own id as for anything unknown', async () => {
    const person = await signUp(service)
    await uploadAvatar(service, person)
    const unknown = expectRefused(await get('AAAAAAAAAAAAAAAAAAAAAA'), 404, 'not_found')
    for (const pictureId of [person.id, '1', 'null', '%00x', '../me/avatar', "'; --"])
      expect(withoutRequestId(expectRefused(await get(pictureId), 404, 'not_found'))).toEqual(
        withoutRequestId(unknown),
      )
  })

  it('refuses an id that is too long to be one', async () => {
    expect(failingPaths(expectRefused(await get('a'.repeat(65)), 400, 'invalid_request'))).toEqual([
      'path/pictureId',
    ])
  })
})
