import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deletePasskey, listPasskeys } from '../../../client/index.ts'
import { signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status, withoutRequestId } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startMailbox, type Mailbox } from '#test/support/mailbox.ts'
import { enrol, passkeysOf, signInByPasskey, signUpWithPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

const removedSubject = 'A passkey was removed from your account'

let service: TestService
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await startMailbox()
  service = await startService({ SMTP_URL: mailbox.url, LATCHKEY_REGISTRATION: 'open' })
})

afterAll(async () => {
  await service.stop()
  await mailbox.stop()
})

function remove(token: string | undefined, passkeyId: string) {
  return deletePasskey({ client: service.as(token), path: { passkeyId } })
}

/** The mails that told somebody of a deleted passkey. */
async function removalsTold({ email }: Pick<Person, 'email'>) {
  await service.running.jobs.idle()
  return mailbox.mails.filter(({ to, subject }) => to === email && subject === removedSubject)
}

describe('deletePasskey', () => {
  it('ends one passkey at once and leaves the others, and tells its owner by mail and in the history', async () => {
    const { person, authenticator, passkey } = await signUpWithPasskey(service)
    const { data: second } = await enrol(service, person, authenticator)
    expect(status(await remove(person.token, passkey.id))).toBe(204)
    expect(await passkeysOf(service, person.token)).toEqual([second])
    const [first, latest] = authenticator.passkeys
    const gone = await signInByPasskey(service, authenticator, { passkey: first! })
    expectRefused(gone, 401, 'invalid_credentials')
    expect(status(await signInByPasskey(service, authenticator, { passkey: latest! }))).toBe(200)
    const history = 'select kind from activities where user_id = $1 and kind = $2'
    expect(await runAsAdmin(service.database, history, [person.id, 'passkey_removed'])).toHaveLength(1)
    expect(await removalsTold(person)).toHaveLength(1)
  })

  it('takes the last one, too, and lets the session that it opened live', async () => {
    const { authenticator, passkey } = await signUpWithPasskey(service)
    const { data } = await signInByPasskey(service, authenticator)
    expect(status(await remove(data?.token, passkey.id))).toBe(204)
    expect((await listPasskeys({ client: service.as(data?.token) })).data).toEqual([])
  })

  it('answers for another user’s passkey as for an unknown one, and deletes nothing', async () => {
    const [{ person, passkey }, stranger] = [await signUpWithPasskey(service), await signUp(service)]
    const unknown = expectRefused(await remove(stranger.token, 'unknown'), 404, 'not_found')
    const foreign = expectRefused(await remove(stranger.token, passkey.id), 404, 'not_found')
    expect(withoutRequestId(foreign)).toEqual(withoutRequestId(unknown))
    expect(await passkeysOf(service, person.token)).toEqual([passkey])
    expect([...(await removalsTold(person)), ...(await removalsTold(stranger))]).toEqual([])
  })

  it('is done once when it is asked for many times at once', async () => {
    const { person, passkey } = await signUpWithPasskey(service)
    const answers = await Promise.all([1, 2, 3, 4].map(() => remove(person.token, passkey.id)))
    expect(answers.map(status).toSorted()).toEqual([204, 404, 404, 404])
    expect(await removalsTold(person)).toHaveLength(1)
  })

  it('asks for a fresh sign-in', async () => {
    const { person, passkey } = await signUpWithPasskey(service)
    service.clock.advance(301)
    expectRefused(await remove(person.token, passkey.id), 401, 'insufficient_user_authentication')
    expect(await passkeysOf(service, person.token)).toEqual([passkey])
  })

  it('asks for a session', async () => {
    const { passkey } = await signUpWithPasskey(service)
    expectRefused(await remove(undefined, passkey.id), 401, 'invalid_token')
  })
})
