import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listApps } from '../../client/index.ts'
import { password, signUp, type Person } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { resetLink } from '#test/support/resetLink.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send, type Answer } from '#test/support/wire.ts'

let service: TestService
let ann: Person

beforeAll(async () => {
  service = await startService({ LATCHKEY_TRUST_PROXY: '1', LATCHKEY_RATE_LIMIT_HOUR: '100000' })
})
afterAll(() => service.stop())

beforeEach(async () => {
  ann = await signUp(service)
})

let networks = 0

/** A /24 that nobody has come from before. */
function newNetwork(): (host?: number) => string {
  const network = (networks += 1)
  return (host = 1) => `10.${network >> 8}.${network & 255}.${host}`
}

function signIn(email: string, secret: string, address: string): Promise<Answer> {
  return send(service.url, {
    method: 'POST',
    path: '/api/v1/auth/login',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ email, password: secret }),
  })
}

/** So many wrong passwords, one after the other. */
async function guess(email: string, times: number, address: (time: number) => string): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let time = 1; time <= times; time += 1)
    answers.push(await signIn(email, `wrong-${time}`, address(time)))
  return answers
}

/** An answer without what differs from one to the next. */
function shape({ status: code, headers, body }: Answer) {
  const { request_id: _id, error_uri: _uri, ...rest } = body
  const { 'www-authenticate': challenge, 'cache-control': caching, vary } = headers
  return { code, rest, challenge, caching, vary }
}

/** Why the last attempts were refused, as the log knows it. */
function reasons(): string[] {
  return service.log.flatMap((line) => /"operationId":"login".*"reason":"([^"]+)"/.exec(line)?.[1] ?? [])
}

describe('guessing passwords', () => {
  it('two hundred times from one /24 is locked there, and the owner signs in from elsewhere', async () => {
    const attackers = newNetwork()
    const answers = await guess(ann.email, 200, attackers)
    const statuses = answers.map((answer) => answer.status)
    expect([...new Set(statuses.slice(0, 100))]).toEqual([401])
    expect([...new Set(statuses.slice(100))]).toEqual([429])
    expect(answers.at(-1)!.headers['retry-after']).toBe('3600')
    for (const host of [1, 200, 250])
      expect((await signIn(ann.email, password, attackers(host))).status).toBe(429)
    const elsewhere = await signIn(ann.email, password, newNetwork()())
    expect(elsewhere.status).toBe(200)
    expect(status(await listApps({ client: service.as(elsewhere.body.token) }))).toBe(200)
    expect((await signIn(ann.email, password, attackers())).status).toBe(429)
    // Somebody else in that network is not concerned.
    const bob = await signUp(service)
    expect((await signIn(bob.email, password, attackers(77))).status).toBe(200)
  })

  it('locks without a word: the right password is answered like a wrong one, and works when the lock is over', async () => {
    const network = newNetwork()
    const [first] = await guess(ann.email, 25, network)
    const locked = await signIn(ann.email, password, network())
    expect(shape(locked)).toEqual(shape(first!))
    expect(locked.status).toBe(401)
    expect(reasons().at(-1)).toBe('locked after too many guesses')
    service.clock.advance(3599)
    expect((await signIn(ann.email, password, network())).status).toBe(401)
    service.clock.advance(3600)
    expect((await signIn(ann.email, password, network())).status).toBe(200)
    expect((await signIn(ann.email, 'wrong', network())).status).toBe(401)
    expect((await signIn(ann.email, password, network())).status).toBe(200)
  })

  it('waits grow: ten attempts are free, then a second passes between two, then twice as much', async () => {
    const network = newNetwork()
    await guess(ann.email, 10, network)
    service.clock.advance(1)
    await guess(ann.email, 1, network)
    expect(reasons().at(-1)).toBe('wrong password')
    service.clock.advance(1)
    await guess(ann.email, 1, network)
    expect(reasons().at(-1)).toBe('locked after too many guesses')
    service.clock.advance(4)
    expect((await signIn(ann.email, password, network())).status).toBe(200)
  })

  it('at an address nobody has is answered like guessing at an account, from the first to the last', async () => {
    const known = await guess(ann.email, 105, newNetwork())
    const unknown = await guess('nobody@example.com', 105, newNetwork())
    expect(unknown.map(shape)).toEqual(known.map(shape))
    expect(unknown.at(-1)!.status).toBe(429)
  })

  it('many times at once is no way around: ten are looked at', async () => {
    const network = newNetwork()
    const before = reasons().length
    const wrong = Array.from({ length: 40 }, (_, time) => signIn(ann.email, `wrong-${time}`, network(time)))
    for (const answer of await Promise.all(wrong)) expect([401, 503]).toContain(answer.status)
    const looked = reasons()
      .slice(before)
      .filter((reason) => reason === 'wrong password')
    expect(looked.length).toBeLessThanOrEqual(10)
    expect((await signIn(ann.email, password, network())).status).toBe(401)
  })

  it('is forgotten where the owner replaces the password: the new one works there at once', async () => {
    const [network, elsewhere] = [newNetwork(), newNetwork()]
    await guess(ann.email, 30, network)
    await guess(ann.email, 30, elsewhere)
    const token = new URL(await resetLink(service, ann.email)).searchParams.get('token')
    const reset = await send(service.url, {
      method: 'POST',
      path: '/api/v1/auth/reset-password/confirm',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': network(7) },
      body: JSON.stringify({ token, password: 'another one' }),
    })
    expect(reset.status).toBe(200)
    expect((await signIn(ann.email, 'another one', network())).status).toBe(200)
    expect((await signIn(ann.email, 'another one', elsewhere())).status).toBe(401)
    expect(reasons().at(-1)).toBe('locked after too many guesses')
  })

  it('at many accounts from a network leaves little room for more, and does not lock out an owner who is known there', async () => {
    const office = newNetwork()
    const bob = await signUp(service)
    const carol = await signUp(service)
    expect((await signIn(ann.email, password, office(7))).status).toBe(200)
    for (let account = 0; account < 11; account += 1) await guess(`victim-${account}@example.com`, 10, office)
    // Who is new there has two attempts: enough for a right password.
    expect((await signIn(bob.email, 'mistyped', office())).status).toBe(401)
    expect((await signIn(bob.email, password, office())).status).toBe(200)
    await guess(carol.email, 2, office)
    expect((await signIn(carol.email, password, office())).status).toBe(401)
    expect(reasons().at(-1)).toBe('locked after too many guesses')
    await guess(ann.email, 9, office)
    expect((await signIn(ann.email, password, office(9))).status).toBe(200)
  })

  it('at ever more accounts is the end for a network, but for owners who are known there', async () => {
    const office = newNetwork()
    const bob = await signUp(service)
    expect((await signIn(ann.email, password, office(7))).status).toBe(200)
    await guess('victim@example.com', 1, office)
    // What a thousand attempts would do, without the time they take: the counters of the last one are set.
    await runAsAdmin(
      service.database,
      'update sign_in_attempts set failures = 1001 where last_at = (select max(last_at) from sign_in_attempts)',
    )
    const refused = await signIn(bob.email, password, office())
    expect([refused.status, refused.body.error]).toEqual([429, 'rate_limit_exceeded'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3500)
    // A wrong password is told the same, or it would show whose network this is.
    expect(shape(await signIn(ann.email, 'wrong', office()))).toEqual(shape(refused))
    expect((await signIn(ann.email, password, office(9))).status).toBe(200)
  })

  it('at one account from many networks does not lock its owner out, known or new', async () => {
    const home = newNetwork()
    expect((await signIn(ann.email, password, home())).status).toBe(200)
    for (let network = 0; network < 5; network += 1) await guess(ann.email, 15, newNetwork())
    const hotel = newNetwork()
    expect((await signIn(ann.email, 'mistyped', hotel())).status).toBe(401)
    expect((await signIn(ann.email, password, hotel())).status).toBe(200)
    await guess(ann.email, 9, home)
    expect((await signIn(ann.email, password, home())).status).toBe(200)
    const attacker = newNetwork()
    await guess(ann.email, 2, attacker)
    expect((await signIn(ann.email, password, attacker())).status).toBe(401)
    expect(reasons().at(-1)).toBe('locked after too many guesses')
  })

  it('with addresses out of one IPv6 /48 is guessing from one network', async () => {
    await guess(ann.email, 20, (time) => `2001:db8:77:${time.toString(16)}::${time}`)
    expect((await signIn(ann.email, password, '2001:db8:77:ffff::1')).status).toBe(401)
    expect((await signIn(ann.email, password, '2001:db8:78::1')).status).toBe(200)
  })

  it('with addresses that the guesser forwards by itself is guessing from its own', async () => {
    const network = newNetwork()
    await guess(ann.email, 20, (time) => `198.51.${time}.1, 203.0.113.${time}, ${network()}`)
    expect((await signIn(ann.email, password, network())).status).toBe(401)
    expect((await signIn(ann.email, password, '203.0.113.1')).status).toBe(200)
  })

  it('under other spellings of the address is guessing at one account', async () => {
    const network = newNetwork()
    const [local = '', domain = ''] = ann.email.split('@')
    const spellings = [ann.email, ann.email.toUpperCase(), `${local.toUpperCase()}@${domain}`]
    for (let time = 0; time < 21; time += 1) await signIn(spellings[time % 3]!, 'wrong', network())
    expect((await signIn(ann.email, password, network())).status).toBe(401)
  })

  it('leaves neither the address nor the account in the database', async () => {
    await guess(ann.email, 1, () => '203.0.113.77')
    const rows = await runAsAdmin(service.database, 'select a::text as text from sign_in_attempts a')
    expect(rows.length).toBeGreaterThan(3)
    const text = JSON.stringify(rows)
    for (const secret of [ann.email, ann.id, '203.0.113', 'wrong']) expect(text).not.toContain(secret)
  })
})
