import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  beginPasskeyRegistration,
  confirmPasswordReset,
  getAccount,
  listActivity,
  listPasskeys,
  login,
  requestPasswordReset,
  stepUp,
} from '../../client/index.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { enrolAuthenticator } from '#test/support/factors.ts'
import { startMailbox, tokenIn, type Mailbox } from '#test/support/mailbox.ts'
import { answerOf, passkeysOf, signInByPasskey, signUpWithPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let mailbox: Mailbox
let service: TestService

beforeAll(async () => {
  mailbox = await startMailbox()
  service = await startService({ SMTP_URL: mailbox.url, LATCHKEY_REGISTRATION: 'open' })
})

afterAll(async () => {
  await service.stop()
  await mailbox.stop()
})

const isFresh = async (token: string) =>
  status(await beginPasskeyRegistration({ client: service.as(token) })) === 200

describe('a passkey', () => {
  it('proves anew who is signed in, as two factors', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    service.clock.advance(301)
    expect(await isFresh(person.token)).toBe(false)
    const passkey = await answerOf(service, authenticator)
    const answer = await stepUp({ client: service.as(person.token), body: { passkey } })
    expect(answer.data).toMatchObject({ amr: ['swk', 'user', 'mfa'], acr: 'aal2', fresh_for: 300 })
    expect(await isFresh(person.token)).toBe(true)
    const again = await stepUp({ client: service.as(person.token), body: { passkey } })
    expectRefused(again, 401, 'invalid_credentials')
  })

  it('of somebody else proves nothing about who is signed in', async () => {
    const [{ person }, other] = [await signUpWithPasskey(service), await signUpWithPasskey(service)]
    service.clock.advance(301)
    const passkey = await answerOf(service, other.authenticator)
    const answer = await stepUp({ client: service.as(person.token), body: { passkey } })
    expectRefused(answer, 401, 'invalid_credentials')
    expect(await isFresh(person.token)).toBe(false)
  })

  it('is another way in for an account with a second factor, and named where the password waits for one', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    await enrolAuthenticator(service, person)
    const body = { email: person.email, password: person.password }
    const { error } = await login({ client: service.as(), body })
    expect(error).toMatchObject({
      error: 'mfa_required',
      methods: expect.arrayContaining(['totp', 'passkey']),
    })
    const { data } = await signInByPasskey(service, authenticator)
    expect(await isFresh(data!.token)).toBe(true)
  })

  it('is counted where the account is shown, and its story told', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    const { data: opened } = await signInByPasskey(service, authenticator)
    const client = service.as(opened?.token)
    expect((await getAccount({ client, throwOnError: true })).data).toMatchObject({ passkeys: 1 })
    const { data: story } = await listActivity({ client, throwOnError: true })
    expect(story.map(({ kind }) => kind)).toEqual(['signed_in', 'passkey_added', 'signed_in'])
    expect(story[0]?.session_id).not.toBe(story[1]?.session_id)
    expect(person.id).toBe(opened?.user.id)
  })

  it('survives the reset of a password, which it has nothing to do with; sessions do not', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    // As a link out of a mail would have confirmed it: before that it might be a stranger's.
    await runAsAdmin(service.database, 'update users set email_verified = true where id = $1', [person.id])
    const { data: opened } = await signInByPasskey(service, authenticator)
    await requestPasswordReset({ client: service.as(), body: { email: person.email }, throwOnError: true })
    const mails = await mailbox.mailsTo(person.email, 2)
    const token = tokenIn(mails.find(({ subject }) => subject.includes('new password'))!)
    await confirmPasswordReset({
      client: service.as(),
      body: { token, password: 'another-password' },
      throwOnError: true,
    })
    expectRefused(await listPasskeys({ client: service.as(opened?.token) }), 401, 'invalid_token')
    const { data: again } = await signInByPasskey(service, authenticator)
    expect(await passkeysOf(service, again!.token)).toHaveLength(1)
  })
})
