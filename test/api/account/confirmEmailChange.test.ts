import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changePassword,
  confirmEmailChange,
  confirmPasswordReset,
  getAccount,
  listActivity,
  login,
  register,
  requestPasswordReset,
} from '../../../client/index.ts'
import { password, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, status } from '#test/support/answers.ts'
import { freshAddress, mailedChange } from '#test/support/emailChange.ts'
import { linkToken, mailsTo, subjectsTo } from '#test/support/mails.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

function confirm(body: object) {
  return confirmEmailChange({ client: service.as(), body: body as never })
}

const loginStatus = async (email: string) =>
  status(await login({ client: service.as(), body: { email, password } }))

async function account({ token }: Person) {
  return (await getAccount({ client: service.as(token), throwOnError: true })).data
}

describe('confirmEmailChange', () => {
  it('gives the account its new address, confirmed, tells both, and ends no session', async () => {
    const [person, email] = [await signUp(service), freshAddress()]
    const token = await mailedChange(service, person, email)
    const answer = await confirm({ token, password })
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({ id: person.id, email, created_at: expect.any(String) })
    expect(await account(person)).toMatchObject({ id: person.id, email, email_verified: true })
    expect([await loginStatus(person.email), await loginStatus(email)]).toEqual([401, 200])
    expect((await subjectsTo(service, person.email)).at(-1)).toBe('Your account has another address')
    expect((await subjectsTo(service, email)).at(-1)).toBe('This is the address of your account now')
    const { data = [] } = await listActivity({ client: service.as(person.token) })
    expect(data.map(({ kind }) => kind)).toContain('email_changed')
    expect(JSON.stringify(data)).not.toContain('@')
  })

  it('works once, and not when it is confirmed twice at the same time', async () => {
    const [person, email] = [await signUp(service), freshAddress()]
    const token = await mailedChange(service, person, email)
    const answers = await Promise.all(Array.from({ length: 6 }, () => confirm({ token, password })))
    expect(answers.filter((answer) => status(answer) === 200)).toHaveLength(1)
    for (const answer of answers) expect([200, 400, 401]).toContain(status(answer))
    expectRefused(await confirm({ token, password }), 400, 'invalid_grant')
    await service.running.jobs.idle()
    expect(
      (await subjectsTo(service, email)).filter((subject) => subject.startsWith('This is')),
    ).toHaveLength(1)
  })

  it('gives an address that two accounts want to one of them', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other, email] = [await signUp(service), await signUp(service), freshAddress()]
      const tokens = [await mailedChange(service, one, email), await mailedChange(service, other, email)]
      const answers = await Promise.all(tokens.map((token) => confirm({ token, password })))
      expect(answers.map(status).toSorted()).toEqual([200, 409])
      expectRefused(
        answers.find((answer) => status(answer) === 409)!,
        409,
        'account_exists',
      )
      const addresses = [(await account(one)).email, (await account(other)).email]
      expect(addresses.filter((address) => address === email)).toHaveLength(1)
    }
  })

  it('gives no address that was registered meanwhile, and changes nothing', async () => {
    const [person, email] = [await signUp(service), freshAddress()]
    const token = await mailedChange(service, person, email)
    await register({
      client: service.as(),
      body: { email, password: 'another password' },
      throwOnError: true,
    })
    expectRefused(await confirm({ token, password }), 409, 'account_exists')
    expect(await account(person)).toMatchObject({ email: person.email })
    expect(await loginStatus(person.email)).toBe(200)
  })

  it('takes another spelling of the same address', async () => {
    const person = await signUp(service)
    const spelled = `U${person.email.slice(1)}`
    const token = await mailedChange(service, person, spelled)
    expect(status(await confirm({ token, password }))).toBe(200)
    expect(await account(person)).toMatchObject({ email: spelled, email_verified: true })
    expect(await loginStatus(person.email)).toBe(200)
  })

  it('asks for the password, uses nothing up for a wrong one, and counts it as a guess', async () => {
    const [person, email] = [await signUp(service), freshAddress()]
    const token = await mailedChange(service, person, email)
    const wrong = expectRefused(await confirm({ token, password: 'wrong' }), 401, 'invalid_credentials')
    expect(wrong.error_description).toBe('The password is not the one of the account')
    expect(await account(person)).toMatchObject({ email: person.email })
    for (let attempt = 0; attempt < 12; attempt++) await confirm({ token, password: 'wrong' })
    expectRefused(await confirm({ token, password }), 401, 'invalid_credentials')
    service.clock.advance(3600)
    expect(status(await confirm({ token, password }))).toBe(200)
  })

  it('makes every other link of the account useless', async () => {
    const [person, email] = [await signUp(service), freshAddress()]
    await requestPasswordReset({ client: service.as(), body: { email: person.email }, throwOnError: true })
    const reset = linkToken((await mailsTo(service, person.email)).at(-1))
    const former = await mailedChange(service, person, freshAddress())
    const token = await mailedChange(service, person, email)
    expectRefused(await confirm({ token: former, password }), 400, 'invalid_grant')
    expect(status(await confirm({ token, password }))).toBe(200)
    const body = { token: reset, password: 'the password of a thief' }
    expectRefused(await confirmPasswordReset({ client: service.as(), body }), 400, 'invalid_grant')
    expect(await loginStatus(email)).toBe(200)
  })

  it('is useless after the password was changed, and after a day', async () => {
    const [person, email] = [await signUp(service), freshAddress()]
    const token = await mailedChange(service, person, email)
    const change = { current_password: password, new_password: 'correct horse battery staple' }
    await changePassword({ client: service.as(person.token), body: change, throwOnError: true })
    const body = { token, password: change.new_password }
    expectRefused(await confirm(body), 400, 'invalid_grant')
    const late = await mailedChange(service, person, email)
    service.clock.advance(86_401)
    expectRefused(await confirm({ ...body, token: late }), 400, 'invalid_grant')
    expect(
      status(await login({ client: service.as(), body: { email: person.email, password: body.password } })),
    ).toBe(200)
  })

  it('takes the token of no other link', async () => {
    const person = await signUp(service)
    await requestPasswordReset({ client: service.as(), body: { email: person.email }, throwOnError: true })
    const reset = linkToken((await mailsTo(service, person.email)).at(-1))
    for (const token of [reset, 'change_x', 'garbage'])
      expectRefused(await confirm({ token, password }), 400, 'invalid_grant')
  })

  it.each([
    [{ password }, ['/token']],
    [{ token: 'change_x' }, ['/password']],
    [{ token: 'change_x', password, email: 'a@example.com' }, ['']],
  ])('refuses %j', async (body, paths) => {
    expect(failingPaths(expectRefused(await confirm(body), 400, 'invalid_request'))).toEqual(paths)
  })
})
