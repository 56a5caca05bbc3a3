import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  beginPasskeyLogin,
  completeMfa,
  confirmEmailChange,
  confirmPasswordReset,
  createSession,
  deleteAppPassword,
  deletePasskey,
  getPicture,
  listAppPasswords,
  listConsents,
  listSessions,
  login,
  requestPasswordReset,
  resendVerification,
  revokeConsent,
  revokeSession,
  updatePasskey,
  verifyEmail,
  type ErrorResponse,
} from '../../client/index.ts'
import { signUp, type Person } from '#test/support/actors.ts'
import { header, status, withoutRequestId } from '#test/support/answers.ts'
import { connectApp } from '#test/support/connections.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { beginSignIn, enrolAuthenticator } from '#test/support/factors.ts'
import { passkeysOf, signUpWithPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, sessionsOf } from '#test/support/sessions.ts'
import { pictureIdOf, uploadAvatar } from '#test/support/uploads.ts'

/** A secret of the right form, which nobody was given. */
const nobodys = {
  reset: 'reset_UfsazQLf1-H49e1jrT-i46NdDQs9Ci18SdGmpen4w7c0NIOjp',
  id: '019c303f-9800-7baa-a189-d5905dc3fe02',
}

let service: TestService
let somebody: Person
let owner: Person
beforeAll(async () => {
  service = await startService()
  somebody = await signUp(service)
  owner = (await signUpWithPasskey(service)).person
})
afterAll(() => service.stop())

type Answer = { readonly error?: unknown; readonly response?: Response }

/** Everything that whoever asks can see of a refusal, but what differs from one request to the next. */
function seen(answer: Answer) {
  const names = [...(answer.response?.headers.keys() ?? [])]
  const kept = ['www-authenticate', 'cache-control', 'vary', 'retry-after', 'x-ratelimit-limit']
  const headers = kept.map((name) => header(answer, name))
  const body = withoutRequestId(answer.error as ErrorResponse)
  return { status: status(answer), body, length: header(answer, 'content-length'), names, headers }
}

const remaining = (answer: Answer) => Number(header(answer, 'x-ratelimit-remaining'))

describe('an id of somebody else', () => {
  type Ask = (id: string) => Promise<Answer>
  const asked: readonly (readonly [string, () => Promise<string>, Ask])[] = [
    [
      'session',
      async () => (await sessionsOf(service, owner.token))[0]!.id,
      (sessionId) => revokeSession({ client: service.as(somebody.token), path: { sessionId } }),
    ],
    [
      'app password',
      async () => (await giveAppPassword(service, owner)).id,
      (appPasswordId) => deleteAppPassword({ client: service.as(somebody.token), path: { appPasswordId } }),
    ],
    [
      'passkey to be renamed',
      async () => (await passkeysOf(service, owner.token))[0]!.id,
      (passkeyId) =>
        updatePasskey({ client: service.as(somebody.token), path: { passkeyId }, body: { name: 'Mine' } }),
    ],
    [
      'passkey to be deleted',
      async () => (await passkeysOf(service, owner.token))[0]!.id,
      (passkeyId) => deletePasskey({ client: service.as(somebody.token), path: { passkeyId } }),
    ],
    [
      'consent',
      async () => (await connectApp(service, owner)).app.application.id,
      (appId) => revokeConsent({ client: service.as(somebody.token), path: { appId } }),
    ],
  ]

  it.each(asked)(
    '(%s) is as unknown as one that never was, and nothing happens to it',
    async (_, idOf, ask) => {
      const before = await belongings()
      const id = await idOf()
      const [theirs, none] = [seen(await ask(id)), seen(await ask(nobodys.id))]
      expect(theirs.status).toBe(404)
      expect(theirs).toEqual(none)
      const after = await belongings()
      for (const [kind, ids] of Object.entries(before))
        expect(after[kind]).toEqual(expect.arrayContaining(ids))
    },
  )

  /** The ids that the owner still has, by kind. */
  async function belongings(): Promise<Record<string, string[]>> {
    const client = service.as(owner.token)
    return {
      sessions: (await listSessions({ client, throwOnError: true })).data.map(({ id }) => id),
      appPasswords: (await listAppPasswords({ client, throwOnError: true })).data.map(({ id }) => id),
      passkeys: (await passkeysOf(service, owner.token)).map(({ id, name }) => `${id} ${name}`),
      consents: (await listConsents({ client, throwOnError: true })).data.map(({ app_id: id }) => id),
    }
  }
})

describe('an address', () => {
  const client = () => service.as()
  const asks: Readonly<Record<string, (email: string) => Promise<Answer>>> = {
    login: (email) => login({ client: client(), body: { email, password: 'wrong' } }),
    'login with a code': (email) =>
      login({ client: client(), body: { email, password: 'wrong', code: '123456' } }),
    createSession: (username) => createSession({ client: client(), body: { username, password: 'wrong' } }),
  }

  it.each(Object.entries(asks))('is refused alike at %s, whatever stands behind it', async (_, ask) => {
    const kinds = [await signUp(service), await signUp(service), await signUp(service), await signUp(service)]
    const [, guarded, suspended, leaving] = kinds
    await enrolAuthenticator(service, guarded!)
    const change = async (person: Person, column: string) =>
      runAsAdmin(service.database, `update users set ${column} = now() where id = $1`, [person.id])
    await change(suspended!, 'suspended_at')
    await change(leaving!, 'deletion_requested_at')
    const unknown = await ask('nobody@example.com')
    let left = remaining(unknown)
    for (const { email } of kinds) {
      const answer = await ask(email)
      expect(seen(answer)).toEqual(seen(unknown))
      // A call costs one call, whoever has the address.
      expect(left - remaining(answer)).toBe(1)
      left = remaining(answer)
    }
  })

  it('is answered alike where something is mailed, and where passkeys are named', async () => {
    const passkeys = (email: string) => beginPasskeyLogin({ client: client(), body: { email } })
    const sent = [
      async (email: string) => requestPasswordReset({ client: client(), body: { email } }),
      async (email: string) => resendVerification({ client: client(), body: { email } }),
    ]
    for (const ask of sent) {
      const [known, unknown] = [await ask(owner.email), await ask('nobody@example.com')]
      expect(known.data).toEqual(unknown.data)
      expect(remaining(known) - remaining(unknown)).toBe(1)
    }
    const [known, without, unknown] = [
      await passkeys(owner.email),
      await passkeys(somebody.email),
      await passkeys('nobody@example.com'),
    ]
    for (const { data } of [known, without, unknown])
      for (const credential of data!.options.allowCredentials)
        expect(Object.keys(credential).toSorted()).toEqual(['id', 'transports', 'type'])
    expect([known, without, unknown].map(({ data }) => Object.keys(data!.options))).toEqual(
      Array.from({ length: 3 }, () => Object.keys(unknown.data!.options)),
    )
  })
})

describe('a secret that works no more', () => {
  it('(an mfa_token) is answered like one that never was', async () => {
    const person = await signUp(service)
    const app = await enrolAuthenticator(service, person)
    const { mfa_token } = await beginSignIn(service, person)
    const ask = (token: string, code: string) =>
      completeMfa({ client: service.as(), body: { mfa_token: token, code } })
    const code = app.nextCode()
    expect(status(await ask(mfa_token, code))).toBe(200)
    const never = seen(await ask('mfa_UfsazQLf1', code))
    expect(seen(await ask(mfa_token, code))).toEqual(never)
    const { mfa_token: late } = await beginSignIn(service, person)
    service.clock.advance(301)
    expect(seen(await ask(late, app.nextCode()))).toEqual(never)
  })

  it('(the token of a link) does not show what it was for, nor whose', async () => {
    const body = { token: nobodys.reset, password: 'another-password' }
    const answers = [
      await confirmPasswordReset({ client: service.as(), body }),
      await verifyEmail({ client: service.as(), body }),
      await confirmEmailChange({ client: service.as(), body }),
    ].map(seen)
    expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400])
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body)
  })

  it('(the address of a picture) leads nowhere after the next one', async () => {
    const person = await signUp(service)
    const upload = async () => pictureIdOf(await uploadAvatar(service, person))
    const former = await upload()
    expect(former).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(await upload()).not.toBe(former)
    const asked = (pictureId: string) => getPicture({ client: service.as(), path: { pictureId } })
    expect(seen(await asked(former))).toEqual(seen(await asked('AAAAAAAAAAAAAAAAAAAAAA')))
  })
})
