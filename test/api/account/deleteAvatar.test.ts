import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppPassword, deleteAvatar, getAvatar, getPicture } from '../../../client/index.ts'
import { signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { pictureIdOf, uploadAvatar } from '#test/support/uploads.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function remove(person: Person) {
  return deleteAvatar({ client: service.as(person.token) })
}

describe('deleteAvatar', () => {
  it('leaves nothing, at neither of its addresses', async () => {
    const person = await signUp(service)
    const pictureId = pictureIdOf(await uploadAvatar(service, person))
    expect(status(await remove(person))).toBe(204)
    expectRefused(await getAvatar({ client: service.as(person.token) }), 404, 'not_found')
    expectRefused(await getPicture({ client: service.as(), path: { pictureId } }), 404, 'not_found')
  })

  it('does nothing where there is none', async () => {
    const person = await signUp(service)
    expect(status(await remove(person))).toBe(204)
    expect(status(await remove(person))).toBe(204)
  })

  it('leaves the avatars of others alone', async () => {
    const [person, other] = [await signUp(service), await signUp(service)]
    await uploadAvatar(service, other)
    await remove(person)
    expect(status(await getAvatar({ client: service.as(other.token) }))).toBe(200)
  })

  it('is open to an app password that may write, and to no other', async () => {
    const person = await signUp(service)
    await uploadAvatar(service, person)
    const removeBy = async (scope: 'read' | 'write') => {
      const body = { name: scope, scopes: [scope] }
      const { data } = await createAppPassword({ client: service.as(person.token), body, throwOnError: true })
      return deleteAvatar({ client: service.as(data.app_password) })
    }
    expectRefused(await removeBy('read'), 403, 'insufficient_scope')
    expect(status(await getAvatar({ client: service.as(person.token) }))).toBe(200)
    expect(status(await removeBy('write'))).toBe(204)
  })

  it('asks for a session', async () => {
    const person = await signUp(service)
    await uploadAvatar(service, person)
    expectRefused(await deleteAvatar({ client: service.as() }), 401, 'invalid_token')
    expect(status(await getAvatar({ client: service.as(person.token) }))).toBe(200)
  })
})
