import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppPassword, getAccount, getUserinfo, updateAccount } from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

function update({ token }: Pick<Person, 'token'>, body: object) {
  return updateAccount({ client: service.as(token), body })
}

async function shown({ token }: Person) {
  return (await getAccount({ client: service.as(token), throwOnError: true })).data
}

const told = {
  name: 'Ann Example',
  given_name: 'Ann',
  website: 'https://www.example.com/',
  birthdate: '0000-03-22',
  zoneinfo: 'Europe/Berlin',
  locale: 'de-AT',
  phone_number: '+493012345678',
  address: { street_address: 'Musterweg 1', locality: 'Berlin' },
}

describe('updateAccount', () => {
  it('changes what is sent, leaves the rest, and takes away what is null', async () => {
    const person = await signUp(service)
    const before = await shown(person)
    const answer = await update(person, told)
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({ ...before, ...told, updated_at: expect.any(String) })
    expect(await shown(person)).toEqual(answer.data)
    const next = await update(person, { website: null, nickname: 'Annie' })
    expect(next.data).toMatchObject({ ...told, website: null, nickname: 'Annie' })
  })

  it('replaces an address as a whole', async () => {
    const person = await signUp(service)
    await update(person, told)
    const answer = await update(person, { address: { country: 'Germany' } })
    expect(answer.data?.address).toEqual({ country: 'Germany' })
    expect((await update(person, { address: null })).data?.address).toBeNull()
  })

  it('tells apps what their scopes open, and no more', async () => {
    const person = await signUp(service)
    await update(person, told)
    const scopes = ['openid', 'profile', 'email', 'phone', 'address']
    const app = await registerTestApp(service, person, { scopes })
    const claims = async (scope: string) => {
      const { access_token: token } = await obtainTokens(service, person, app, { scope })
      return (await getUserinfo({ client: service.as(token), throwOnError: true })).data
    }
    const { phone_number, address, ...profile } = told
    expect(await claims('openid')).toEqual({ sub: person.id })
    expect(await claims('openid profile')).toEqual({
      sub: person.id,
      ...profile,
      updated_at: expect.any(Number),
    })
    const phone = { phone_number, phone_number_verified: false }
    expect(await claims('openid phone')).toEqual({ sub: person.id, ...phone })
    expect(await claims('openid address')).toEqual({ sub: person.id, address })
  })

  it('loses neither of two changes made at once', async () => {
    const person = await signUp(service)
    for (let round = 0; round < 10; round++) {
      const [name, nickname] = [`Name ${round}`, `Nickname ${round}`]
      const answers = await Promise.all([update(person, { name }), update(person, { nickname })])
      expect(answers.map(status)).toEqual([200, 200])
      expect(await shown(person)).toMatchObject({ name, nickname })
    }
  })

  it.each([
    [{}, ['']],
    [{ id: '019c303f-9800-7baa-a189-d5905dc3fe02' }, ['']],
    [{ email: 'other@example.com' }, ['']],
    [{ email_verified: true }, ['']],
    [{ phone_number_verified: true }, ['']],
    [{ second_factors: [] }, ['']],
    [{ picture: 'https://evil.example/' }, ['']],
    [{ name: '' }, ['/name']],
    [{ name: 'x'.repeat(201) }, ['/name']],
    [{ name: ['Ann'] }, ['/name']],
    [{ website: 'javascript:alert(1)' }, ['/website']],
    [{ birthdate: '2023-02-29', locale: 'en-' }, ['/birthdate', '/locale']],
    [{ zoneinfo: 'Europe/Atlantis' }, ['/zoneinfo']],
    [{ phone_number: '030 123456' }, ['/phone_number']],
    [{ address: { planet: 'Earth' } }, ['/address']],
    [{ address: {} }, ['/address']],
  ])('refuses %j and changes nothing', async (body, paths) => {
    const person = await signUp(service)
    const before = await shown(person)
    const refusal = expectRefused(await update(person, body), 400, 'invalid_request')
    expect(failingPaths(refusal)).toEqual(paths)
    expect(await shown(person)).toEqual(before)
  })

  it('opens to an app password that may write, but not to what guards the account', async () => {
    const person = await signUp(service)
    const body = { name: 'script', scopes: ['write' as const] }
    const { data } = await createAppPassword({ client: service.as(person.token), body, throwOnError: true })
    const script = { token: data.app_password }
    expect((await update(script, { name: 'Ann' })).data?.name).toBe('Ann')
    const answer = await update(script, { name: 'Eve', second_factor_email: true })
    expectRefused(answer, 403, 'insufficient_scope')
    expect(await shown(person)).toMatchObject({ name: 'Ann', second_factors: [] })
  })

  it('asks for a fresh sign-in before it changes a factor, and for nothing else', async () => {
    const person = await signUp(service)
    service.clock.advance(301)
    const stale = await update(person, { name: 'Eve', second_factor_email: true })
    expectRefused(stale, 401, 'insufficient_user_authentication')
    expect(header(stale, 'www-authenticate')).toContain('max_age="300"')
    expect(await shown(person)).toMatchObject({ name: null, second_factors: [] })
    expect(status(await update(person, { name: 'Ann' }))).toBe(200)
  })

  it('mails codes to no address that is not confirmed', async () => {
    const person = await signUp(service)
    expectRefused(await update(person, { second_factor_email: true, name: 'Ann' }), 409, 'conflict')
    expect(await shown(person)).toMatchObject({ name: null, second_factors: [] })
  })
})
