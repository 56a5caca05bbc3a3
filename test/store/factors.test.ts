import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Activity } from '#src/domain/account/activity.ts'
import { emailCodeTries } from '#src/domain/account/emailCode.ts'
import type { SecondFactor, User } from '#src/domain/account/user.ts'
import type { TotpFactor } from '#src/domain/account/totp.ts'
import type { Job } from '#src/domain/job.ts'
import type { FactorRecord } from '#src/store/factors.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import { after, setScene, someHash, someId, start } from './specimens.ts'

let database: TestDatabase
let store: Store
let other: Store

beforeAll(async () => {
  database = await createDatabase()
  store = await openStore(database)
  other = await openStore(database)
})

afterAll(async () => {
  await store.close()
  await other.close()
  await database.drop()
})

const contenders = () => Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? store : other))
const quota = { most: 2, seconds: 3600 }

function someMail(subject: Buffer | null = null): Job {
  const payload = Buffer.from('sealed')
  return { id: someId(), kind: 'notice', subject, payload, runAt: start, createdAt: start }
}

function someRecord(userId: string): FactorRecord {
  const activity: Activity = {
    id: someId(),
    userId,
    kind: 'second_factor_added',
    at: start,
    address: '192.0.2.1',
    userAgent: null,
    sessionId: null,
    clientId: null,
  }
  return { notice: someMail(), activity }
}

async function enrol(userId: string, more: Partial<TotpFactor> = {}): Promise<TotpFactor> {
  const factor = {
    ...{ userId, sealedSecret: someHash(), createdAt: start, confirmedAt: null, lastStep: null },
    ...more,
  }
  expect(await store.factors.enrolTotp(factor)).toBe(true)
  return factor
}

/** An account whose app is in use, with ten recovery codes. */
async function setFactor() {
  const scene = await setScene(store)
  const factor = await enrol(scene.user.id)
  const recoveryHashes = Array.from({ length: 10 }, someHash)
  const confirmation = {
    userId: scene.user.id,
    sealedSecret: factor.sealedSecret,
    step: 100,
    recoveryHashes,
    session: { id: scene.session.id, amr: ['pwd', 'otp', 'mfa'] },
  }
  expect(await store.factors.confirmTotp(confirmation, someRecord(scene.user.id), after(60))).toBe(true)
  return { ...scene, factor, recoveryHashes, confirmation }
}

async function userOf({ id }: User): Promise<{ factors: readonly SecondFactor[]; updatedAt: Date }> {
  const text = 'select second_factors, updated_at from users where id = $1'
  const [row] = await runAsAdmin(database.connection, text, [id])
  return { factors: row?.second_factors as SecondFactor[], updatedAt: row?.updated_at as Date }
}

async function count(table: string, condition: string, value: unknown): Promise<number> {
  const text = `select count(*)::int as count from ${table} where ${condition}`
  const [row] = await runAsAdmin(database.connection, text, [value])
  return Number(row?.count)
}

describe('enrolTotp', () => {
  it('replaces a secret that waits, and none that is in use', async () => {
    const { user } = await setScene(store)
    await enrol(user.id)
    const second = await enrol(user.id, { createdAt: after(1) })
    expect(await store.factors.findTotp(user.id)).toEqual(second)
    const { user: owner, factor } = await setFactor()
    expect(await store.factors.enrolTotp({ ...factor, sealedSecret: someHash() })).toBe(false)
    const used = { ...factor, confirmedAt: after(60), lastStep: 100 }
    expect(await store.factors.findTotp(owner.id)).toEqual(used)
    expect(await store.factors.findTotp('nobody')).toBeNull()
  })
})

describe('confirmTotp', () => {
  it('does everything at once: factor, account, recovery codes, session, mail, history', async () => {
    const { user, sessionToken, factor, confirmation } = await setFactor()
    const now = await userOf(user)
    expect(now).toEqual({ factors: ['totp'], updatedAt: after(60) })
    expect(await store.factors.summary(user.id)).toEqual({ recoveryCodes: 10 })
    const facts = await store.sessions.findByToken(sessionToken.hash)
    expect(facts?.session.amr).toEqual(['pwd', 'otp', 'mfa'])
    expect(facts?.session.authenticatedAt).toEqual(start)
    expect(facts?.user.secondFactors).toEqual(['totp'])
    expect(await count('activities', "kind = 'second_factor_added' and user_id = $1", user.id)).toBe(1)
    // A second time there is nothing to confirm, and nothing is written.
    const record = someRecord(user.id)
    expect(await store.factors.confirmTotp(confirmation, record, after(61))).toBe(false)
    expect(await count('jobs', 'id = $1', record.notice.id)).toBe(0)
    const used = { ...factor, confirmedAt: after(60), lastStep: 100 }
    expect(await store.factors.findTotp(user.id)).toEqual(used)
  })

  it('confirms the very secret that was looked at', async () => {
    const { user, session } = await setScene(store)
    const first = await enrol(user.id)
    await enrol(user.id)
    const confirmation = { userId: user.id, sealedSecret: first.sealedSecret, step: 1, recoveryHashes: [] }
    const given = { ...confirmation, session: { id: session.id, amr: ['pwd'] } }
    expect(await store.factors.confirmTotp(given, someRecord(user.id), after(1))).toBe(false)
    expect((await userOf(user)).factors).toEqual([])
  })

  it('is won by one of eight, and its codes are the ones that count', async () => {
    const { user, session } = await setScene(store)
    const { sealedSecret } = await enrol(user.id)
    const attempts = contenders().map((each) => ({ each, recoveryHashes: [someHash()] }))
    const won = await Promise.all(
      attempts.map(({ each, recoveryHashes }) => {
        const given = { userId: user.id, sealedSecret, step: 1, recoveryHashes }
        const confirmation = { ...given, session: { id: session.id, amr: ['pwd', 'otp', 'mfa'] } }
        return each.factors.confirmTotp(confirmation, someRecord(user.id), after(1))
      }),
    )
    expect(won.filter(Boolean)).toHaveLength(1)
    const [hash] = attempts[won.indexOf(true)]!.recoveryHashes
    expect(await store.factors.useRecoveryCode(user.id, hash!)).toBe(true)
    expect(await store.factors.summary(user.id)).toEqual({ recoveryCodes: 0 })
  })
})

describe('acceptStep', () => {
  it('takes each step once, and none before the last', async () => {
    const { factor } = await setFactor()
    const accept = (step: number) => store.factors.acceptStep(factor, step)
    expect([await accept(100), await accept(99), await accept(102), await accept(101)]).toEqual([
      ...[false, false, true, false],
    ])
    expect(await store.factors.acceptStep({ ...factor, sealedSecret: someHash() }, 103)).toBe(false)
  })

  it('is won by one of eight', async () => {
    const { factor } = await setFactor()
    const won = await Promise.all(contenders().map((each) => each.factors.acceptStep(factor, 200)))
    expect(won.filter(Boolean)).toHaveLength(1)
  })

  it('takes nothing of a secret that waits', async () => {
    const { user } = await setScene(store)
    expect(await store.factors.acceptStep(await enrol(user.id), 1)).toBe(false)
  })
})

describe('removeTotp', () => {
  it('takes the recovery codes along with the last factor, and changes the account', async () => {
    const { user } = await setFactor()
    const record = someRecord(user.id)
    expect(await store.factors.removeTotp(user.id, record, after(61))).toBe(true)
    expect(await userOf(user)).toEqual({ factors: [], updatedAt: after(61) })
    expect(await store.factors.summary(user.id)).toEqual({ recoveryCodes: 0 })
    expect(await count('jobs', 'id = $1', record.notice.id)).toBe(1)
    expect(await store.factors.removeTotp(user.id, someRecord(user.id), after(62))).toBe(false)
  })

  it('leaves the recovery codes while another factor is on, and a secret that waits alone', async () => {
    const { user } = await setFactor()
    await runAsAdmin(database.connection, 'update users set email_verified = true where id = $1', [user.id])
    await store.factors.setEmail(user.id, true, someRecord(user.id), after(61))
    expect((await userOf(user)).factors).toEqual(['totp', 'email'])
    await store.factors.removeTotp(user.id, someRecord(user.id), after(62))
    expect((await userOf(user)).factors).toEqual(['email'])
    expect(await store.factors.summary(user.id)).toEqual({ recoveryCodes: 10 })
    await enrol(user.id)
    expect(await store.factors.removeTotp(user.id, someRecord(user.id), after(63))).toBe(false)
    await store.factors.setEmail(user.id, false, someRecord(user.id), after(64))
    expect(await store.factors.summary(user.id)).toEqual({ recoveryCodes: 0 })
  })
})

describe('setEmail', () => {
  it('asks for a confirmed address, and writes nothing when nothing changes', async () => {
    const { user } = await setScene(store)
    const set = (on: boolean, record = someRecord(user.id)) =>
      store.factors.setEmail(user.id, on, record, after(1))
    expect(await set(true)).toBe(false)
    expect(await set(false)).toBe(true)
    expect(await userOf(user)).toEqual({ factors: [], updatedAt: start })
    await runAsAdmin(database.connection, 'update users set email_verified = true where id = $1', [user.id])
    expect(await set(true)).toBe(true)
    const record = someRecord(user.id)
    expect(await set(true, record)).toBe(true)
    expect(await userOf(user)).toEqual({ factors: ['email'], updatedAt: after(1) })
    expect(await count('jobs', 'id = $1', record.notice.id)).toBe(0)
  })
})

describe('recovery codes', () => {
  it('are used by one of eight', async () => {
    const { user, recoveryHashes } = await setFactor()
    const [hash] = recoveryHashes
    const won = await Promise.all(contenders().map((each) => each.factors.useRecoveryCode(user.id, hash!)))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await store.factors.summary(user.id)).toEqual({ recoveryCodes: 9 })
    const { user: stranger } = await setFactor()
    expect(await store.factors.useRecoveryCode(stranger.id, recoveryHashes[1]!)).toBe(false)
  })

  it('are replaced as a whole, by several at once too, and only where there is a factor', async () => {
    const { user } = await setFactor()
    await Promise.all(
      contenders().map((each) =>
        each.factors.replaceRecoveryCodes(user.id, Array.from({ length: 10 }, someHash), after(70)),
      ),
    )
    expect(await store.factors.summary(user.id)).toEqual({ recoveryCodes: 10 })
    const { user: none } = await setScene(store)
    expect(await store.factors.replaceRecoveryCodes(none.id, [someHash()], after(70))).toBe(false)
    expect(await store.factors.summary(none.id)).toEqual({ recoveryCodes: 0 })
  })
})

describe('mailed codes', () => {
  async function setCode(more = {}) {
    const { user } = await setScene(store)
    const code = { userId: user.id, hash: someHash(), createdAt: start, expiresAt: after(600), ...more }
    expect(await store.factors.addEmailCode(code, someMail(someHash()), quota)).toBe('added')
    return code
  }

  it('are used by one of eight, under each of their digests', async () => {
    const { userId, hash } = await setCode()
    const hashes = [someHash(), hash]
    const won = await Promise.all(
      contenders().map((each) => each.factors.useEmailCode(userId, hashes, after(1))),
    )
    expect(won.filter(Boolean)).toHaveLength(1)
  })

  it('are dead after so many tries, also made at once, and when they have expired', async () => {
    const tried = await setCode()
    const use = (hash: Buffer, moment = after(1)) => store.factors.useEmailCode(tried.userId, [hash], moment)
    await Promise.all(Array.from({ length: emailCodeTries - 1 }, () => use(someHash())))
    const late = await setCode({ expiresAt: after(5) })
    expect(await store.factors.useEmailCode(late.userId, [late.hash], after(5))).toBe(false)
    expect(await use(tried.hash)).toBe(true)
    const dead = await setCode()
    for (let time = 0; time < emailCodeTries; time += 1)
      await store.factors.useEmailCode(dead.userId, [someHash()], after(1))
    expect(await store.factors.useEmailCode(dead.userId, [dead.hash], after(1))).toBe(false)
  })

  it('replace the one before, with tries of their own, while the address has mails left', async () => {
    const first = await setCode()
    const subject = someHash()
    const add = (hash: Buffer, more: Partial<Job> = {}) =>
      store.factors.addEmailCode({ ...first, hash }, { ...someMail(subject), ...more }, quota)
    const [second, third, fourth] = [someHash(), someHash(), someHash()]
    expect([await add(second), await add(third), await add(fourth)]).toEqual(['added', 'added', 'full'])
    for (const hash of [first.hash, second, fourth])
      expect(await store.factors.useEmailCode(first.userId, [hash], after(1))).toBe(false)
    expect(await store.factors.useEmailCode(first.userId, [third], after(1))).toBe(true)
  })
})

describe('deleting an account', () => {
  it('takes everything about its factors along', async () => {
    const { user } = await setFactor()
    await runAsAdmin(database.connection, 'delete from users where id = $1', [user.id])
    for (const table of ['totp_factors', 'recovery_codes', 'email_codes', 'mfa_challenges'])
      expect(await count(table, 'user_id = $1', user.id)).toBe(0)
  })
})
