import { randomBytes } from 'node:crypto'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listApps, login, register } from '../../client/index.ts'
import { password, registerTestApp, signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { commandLineOf, jsonOf, type CommandLine } from '#test/support/commandLine.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { registerParty, visit } from '#test/support/logout.ts'
import { startReceiver, type Receiver } from '#test/support/receiver.ts'
import { startService, type TestService } from '#test/support/service.ts'

// Each step starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let service: TestService
let latchkey: CommandLine
let receiver: Receiver

beforeAll(async () => {
  receiver = await startReceiver()
  service = await startService({ LATCHKEY_OUTBOUND_ALLOW: receiver.host })
  latchkey = commandLineOf(service)
})

afterAll(async () => {
  await service.stop()
  await receiver.stop()
})

function someAddress(): string {
  return `user-${randomBytes(6).toString('hex')}@example.com`
}

describe('latchkey users', () => {
  it('makes an account that signs in, from a password on standard input', async () => {
    const email = someAddress()
    const words = ['users', 'add', email, '--verified', '--password-stdin', '--json']
    const made = await jsonOf(latchkey(words, `${password}\nnot this line`))
    expect(made).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      email,
      email_verified: true,
      second_factors: [],
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      suspended_at: null,
      deletion_requested_at: null,
    })
    expect(status(await login({ client: service.as(), body: { email, password } }))).toBe(200)

    const again = await latchkey(words, password)
    expect(again).toMatchObject({
      status: 1,
      out: '',
      err: `latchkey: there is an account ${email} already\n`,
    })
  })

  it('keeps to the rules of passwords and addresses, and writes nothing', async () => {
    const email = someAddress()
    const short = await latchkey(['users', 'add', email, '--password-stdin'], 'short')
    expect(short).toMatchObject({
      status: 1,
      err: 'latchkey: the password must have at least 8 characters\n',
    })
    const empty = await latchkey(['users', 'add', email, '--password-stdin'], '')
    expect(empty).toMatchObject({ status: 2, err: expect.stringContaining('standard input has no password') })
    const nobody = await latchkey(['users', 'add', email])
    expect(nobody).toMatchObject({ status: 2, err: expect.stringContaining('--password-stdin') })
    expect(await latchkey(['users', 'add'])).toMatchObject({ status: 2 })
    const wrong = await latchkey(['users', 'add', 'no address', '--password-stdin'], password)
    expect(wrong).toMatchObject({ status: 2, err: 'latchkey: "no address" is no e-mail address\n' })
    expect(await latchkey(['users', 'show', email])).toMatchObject({ status: 3, out: '' })
  })

  it('shows a user by address, however it is spelled, and by id, with what hangs on the account', async () => {
    const person = await signUp(service)
    await registerTestApp(service, person)
    const byId = await jsonOf(latchkey(['users', 'show', person.id, '--json']))
    expect(byId).toMatchObject({
      id: person.id,
      email: person.email,
      sessions: 1,
      apps: 1,
      app_passwords: 0,
      connected_apps: 0,
    })
    const spelled = person.email.toUpperCase()
    expect(await jsonOf(latchkey(['users', 'show', spelled, '--json']))).toEqual(byId)
    const { out } = await latchkey(['users', 'show', person.email])
    expect(out).toMatch(new RegExp(`^  id +${person.id}\n  email +${person.email}\n`))
    const unknown = await latchkey(['users', 'show', 'nobody@example.com'])
    expect(unknown).toMatchObject({ status: 3, out: '', err: expect.stringContaining('there is no user') })
  })

  it('lists accounts in aligned columns and in pages, never a hash', async () => {
    const people = [await signUp(service), await signUp(service)]
    const { out } = await latchkey(['users', 'ls'])
    const [head = '', ...rows] = out.trimEnd().split('\n')
    for (const { id, email } of people) {
      const row = rows.find((line) => line.includes(id)) ?? ''
      expect(row.indexOf(email)).toBe(head.indexOf('E-MAIL'))
    }
    const [newest] = await jsonOf(latchkey(['users', 'ls', '--count', '1', '--json']))
    expect(newest.id).toBe(people[1]?.id)
    const [next] = await jsonOf(latchkey(['users', 'ls', '--count', '1', '--after', newest.id, '--json']))
    expect(next.id).toBe(people[0]?.id)
    const all = await latchkey(['users', 'ls', '--json'])
    expect(all.out + out).not.toMatch(/argon2|password/)
  })

  it('suspends: sessions end, nobody signs in; and lets in again, to a new session', async () => {
    const person = await signUp(service)
    const refused = await latchkey(['users', 'suspend', person.email])
    expect(refused).toMatchObject({ status: 2, err: expect.stringContaining('--yes') })
    expect(status(await listApps({ client: service.as(person.token) }))).toBe(200)

    const words = ['users', 'suspend', person.email, '--yes', '--json']
    const suspended = await jsonOf(latchkey(words))
    expect(suspended.suspended_at).not.toBeNull()
    expectRefused(await listApps({ client: service.as(person.token) }), 401, 'invalid_token')
    const body = { email: person.email, password }
    expectRefused(await login({ client: service.as(), body }), 401, 'invalid_credentials')
    const repeated = await jsonOf(latchkey(words))
    expect(repeated.suspended_at).toBe(suspended.suspended_at)

    const back = await jsonOf(latchkey(['users', 'unsuspend', person.id, '--json']))
    expect(back.suspended_at).toBeNull()
    expectRefused(await listApps({ client: service.as(person.token) }), 401, 'invalid_token')
    const token = await signIn(service, person.email)
    expect(status(await listApps({ client: service.as(token) }))).toBe(200)
  })

  it.each(['suspend', 'rm'])('%s tells the apps of the sessions that it ends, once each', async (word) => {
    receiver.received.length = 0
    const told = await registerParty(service, { backchannelLogoutUri: `${receiver.url}/${word}` })
    const here = await visit(service)
    const { sid } = decodeJwt((await here.signInTo(told)).id_token)
    expect(await latchkey(['users', word, here.person.email, '--yes'])).toMatchObject({ status: 0, err: '' })
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(1)
    const [{ path, form }] = receiver.received as [(typeof receiver.received)[0]]
    expect(path).toBe(`/${word}`)
    expect(decodeJwt(form.get('logout_token')!)).toMatchObject({ aud: told.app_id, sub: here.person.id, sid })
    await latchkey(['users', word, here.person.email, '--yes'])
    await service.running.jobs.idle()
    expect(receiver.received).toHaveLength(1)
  })

  it('deletes an account with everything that hangs on it, when that is confirmed', async () => {
    const person = await signUp(service)
    await registerTestApp(service, person)
    const unasked = await latchkey(['users', 'rm', person.email])
    expect(unasked).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/an app .* --yes/) })
    expect(status(await listApps({ client: service.as(person.token) }))).toBe(200)

    const removed = await jsonOf(latchkey(['users', 'rm', person.email, '--yes', '--json']))
    expect(removed).toEqual({ id: person.id, deleted: true })
    expectRefused(await listApps({ client: service.as(person.token) }), 401, 'invalid_token')
    expect(await latchkey(['users', 'rm', person.email, '--yes'])).toMatchObject({ status: 3 })
    const left = await runAsAdmin(service.database, 'select 1 from clients where owner_id = $1', [person.id])
    expect(left).toEqual([])
    const body = { email: person.email, password }
    expect(status(await register({ client: service.as(), body }))).toBe(201)
  })
})
