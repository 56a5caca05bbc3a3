import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeEmail, createAppPassword, getAccount, listActivity } from '../../../client/index.ts'
import { signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { freshAddress } from '#test/support/emailChange.ts'
import { linkToken, mailsTo, subjectsTo } from '#test/support/mails.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

function ask({ token }: Pick<Person, 'token'>, email: unknown) {
  return changeEmail({ client: service.as(token), body: { email } as never })
}

describe('changeEmail', () => {
  it('mails a link to the new address, tells the present one, and changes nothing', async () => {
    const [person, email] = [await signUp(service), freshAddress()]
    const answer = await ask(person, email)
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({ message: 'Confirmation email sent' })
    const mails = await mailsTo(service, email)
    expect(mails.map(({ subject }) => subject)).toEqual(['Confirm your new e-mail address'])
    expect(linkToken(mails[0])).toMatch(/^change_/)
    expect(mails[0]!.text).toContain(`${service.url}/change-email?token=change_`)
    const [notice] = await mailsTo(service, person.email)
    expect(notice?.subject).toBe('Your account is to have another address')
    expect(notice?.text).not.toContain(email)
    const { data } = await getAccount({ client: service.as(person.token) })
    expect(data).toMatchObject({ email: person.email, email_verified: false })
    const { data: activity = [] } = await listActivity({ client: service.as(person.token) })
    expect(activity.map(({ kind }) => kind)).toEqual(['signed_in'])
  })

  it('answers the same for an address that is taken, and tells its owner that somebody tried', async () => {
    const [person, other] = [await signUp(service), await signUp(service)]
    const free = await ask(person, freshAddress())
    const taken = await ask(person, other.email.toUpperCase())
    expect(taken.data).toEqual(free.data)
    const names = (answer: typeof free) => [...(answer.response?.headers.keys() ?? [])].toSorted()
    expect(names(taken)).toEqual(names(free))
    const [mail] = await mailsTo(service, other.email)
    expect(mail?.subject).toBe('You already have an account')
    expect(linkToken(mail)).toBe('')
    expect(mail?.text).not.toContain(person.email)
  })

  it('takes another spelling of its own address', async () => {
    const person = await signUp(service)
    const spelled = person.email.toUpperCase().replace('EXAMPLE.COM', 'example.com')
    await ask(person, spelled)
    expect(await subjectsTo(service, spelled)).toEqual(['Confirm your new e-mail address'])
  })

  it('lets an account send five such mails an hour, whatever addresses they go to', async () => {
    const person = await signUp(service)
    for (let round = 0; round < 5; round++) expect(status(await ask(person, freshAddress()))).toBe(200)
    const unsent = freshAddress()
    const answer = await ask(person, unsent)
    expectRefused(answer, 429, 'rate_limit_exceeded')
    expect(header(answer, 'retry-after')).toBe('3600')
    expect(await subjectsTo(service, unsent)).toEqual([])
    expect(status(await ask(await signUp(service), freshAddress()))).toBe(200)
  })

  it('lets an address get five such mails an hour, whoever asks, and tells nobody', async () => {
    const victim = freshAddress()
    for (let round = 0; round < 7; round++) {
      expect(status(await ask(await signUp(service), victim))).toBe(200)
    }
    expect(await subjectsTo(service, victim)).toHaveLength(5)
  })

  it('asks for a fresh sign-in', async () => {
    const [person, email] = [await signUp(service), freshAddress()]
    service.clock.advance(301)
    expectRefused(await ask(person, email), 401, 'insufficient_user_authentication')
    expect(await subjectsTo(service, email)).toEqual([])
  })

  it.each(['ann', 'ann@', 'a b@example.com', 'ann@example.com.', '"ann"@example.com', 7, null])(
    'refuses %j',
    async (email) => {
      const refusal = expectRefused(await ask(await signUp(service), email), 400, 'invalid_request')
      expect(failingPaths(refusal).every((path) => path === '/email')).toBe(true)
    },
  )

  it('opens to no app password', async () => {
    const person = await signUp(service)
    const body = { name: 'script', scopes: ['read' as const, 'write' as const] }
    const { data } = await createAppPassword({ client: service.as(person.token), body, throwOnError: true })
    expectRefused(await ask({ token: data.app_password }, freshAddress()), 403, 'insufficient_scope')
  })
})
