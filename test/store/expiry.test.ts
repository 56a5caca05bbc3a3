import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { companions, expiryRules, lastingTables } from '#src/store/mikro/expiry.rules.ts'
import { StoreUnavailable } from '#src/store/store.ts'
import { day, idleSeconds, openHouse, type House } from './house.ts'
import { after, setGrant, someHash, someId, someOpaqueToken, start, type Scene } from './specimens.ts'

let house: House
let scene: Scene

beforeAll(async () => {
  house = await openHouse()
})

beforeEach(async () => {
  scene = await house.reset()
})

afterAll(() => house.close())

describe('the rules', () => {
  it('name every table of the schema once: it expires, goes with another, or lasts', async () => {
    const rows = await house.sql(
      `select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`,
    )
    const expiring = new Set(expiryRules.map(({ table }) => table))
    const named = [...expiring, ...Object.keys(companions), ...Object.keys(lastingTables)]
    expect(named.toSorted()).toEqual(rows.map(({ table_name: name }) => String(name)).toSorted())
  })

  it.each(Object.entries(companions))('%s go with what they belong to', async (table, { of }) => {
    expect(expiryRules.map((rule) => rule.table)).toContain(of)
    const cascades = await house.sql(
      `select 1 from pg_constraint where conrelid = $1::regclass and confrelid = $2::regclass and confdeltype = 'c'`,
      [table, of],
    )
    expect(cascades).toHaveLength(1)
  })

  it('are told in docs/retention.md, in these words', async () => {
    const text = await readFile(new URL('../../docs/retention.md', import.meta.url), 'utf8')
    const lines = [
      ...expiryRules.map(
        ({ table, what, keepSeconds, why }) => `| \`${table}\` | ${what} | ${spell(keepSeconds)} | ${why} |`,
      ),
      ...Object.entries(companions).map(([table, { of, why }]) => `| \`${table}\` | \`${of}\` | ${why} |`),
      ...Object.entries(lastingTables).map(([table, why]) => `| \`${table}\` | ${why} |`),
    ]
    expect(text.split('\n')).toEqual(expect.arrayContaining(lines))
  })

  it('has no other names', async () => {
    await expect(house.store.expiry.remove('users', null, idleSeconds, start)).rejects.toThrow(
      'no rule users',
    )
  })
})

function spell(seconds: number): string {
  if (seconds === 0) return 'at once'
  const [amount, unit] = seconds % day === 0 ? [seconds / day, 'day'] : [seconds / 3600, 'hour']
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`
}

/** A row of each table that says itself when it is over, at the given moment. */
const rowsOf: Readonly<Record<string, (over: Date) => Promise<unknown>>> = {
  session_tokens: (over) =>
    house.sql('update session_tokens set expires_at = $1 where session_id = $2', [over, scene.session.id]),
  access_tokens: async (over) => {
    const opaque = someOpaqueToken(scene.client, null)
    await house.store.accessTokens.store({ ...opaque, token: { ...opaque.token, expiresAt: over } })
  },
  revoked_access_tokens: (over) => house.store.accessTokens.revoke('a-jti', over),
  links: (over) =>
    house.sql(
      `insert into links (hash, purpose, account_id, address_digest, created_at, expires_at)
      values ($1, 'reset_password', $2, $1, $3, $3)`,
      [someHash(), someId(), over],
    ),
  authorization_transactions: (over) =>
    house.sql(
      `insert into authorization_transactions (hash, parameters, created_at, expires_at) values ($1, '{}', $2, $2)`,
      [someHash(), over],
    ),
  sign_in_attempts: (over) =>
    house.sql(
      `insert into sign_in_attempts (key, failures, last_at, lapses_at, expires_at) values ($1, 1, $2, $2, $2)`,
      [someHash(), over],
    ),
  jobs: (over) =>
    house.sql(
      `insert into jobs (id, kind, payload, created_at, attempts, delete_at) values ($1, 'k', '', $2, 1, $2)`,
      [someId(), over],
    ),
  client_secrets: (over) => house.sql('update client_secrets set expires_at = $1', [over]),
  operator_tokens: (over) =>
    house.sql(
      `insert into operator_tokens (id, hash, name, scope, created_at, expires_at) values ($1, $2, 'n', '{}', $3, $3)`,
      [someId(), someHash(), over],
    ),
  app_passwords: (over) =>
    house.sql(
      `insert into app_passwords (id, user_id, hash, name, scope, created_at, expires_at)
      values ($1, $2, $3, 'n', '{}', $4, $4)`,
      [someId(), scene.user.id, someHash(), over],
    ),
  client_assertions: (over) =>
    house.sql(
      'insert into client_assertions (client_id, hash, expires_at) select id, $1, $2 from clients limit 1',
      [someHash(), over],
    ),
  passkey_challenges: (over) =>
    house.sql(
      `insert into passkey_challenges (id, hash, purpose, created_at, expires_at) values ($1, $2, 'login', $3, $3)`,
      [someId(), someHash(), over],
    ),
  mfa_challenges: (over) =>
    house.sql(
      `insert into mfa_challenges (hash, user_id, user_as_of, created_at, expires_at, tries)
      values ($1, $2, $3, $3, $3, 0)`,
      [someHash(), scene.user.id, over],
    ),
  email_codes: (over) =>
    house.sql('insert into email_codes (user_id, hash, created_at, expires_at) values ($1, $2, $3, $3)', [
      scene.user.id,
      someHash(),
      over,
    ]),
  activities: async (over) => {
    await house.sql('truncate activities')
    const values = [someId(), scene.user.id, over]
    await house.sql(`insert into activities (id, user_id, kind, at) values ($1, $2, 'signed_in', $3)`, values)
  },
}

describe.each(expiryRules.filter(({ table }) => table in rowsOf))('$name', ({ name, table, keepSeconds }) => {
  it(`removes what is over, ${keepSeconds} seconds later and not before`, async () => {
    await rowsOf[table]!(start)
    const there = await house.count(table)
    expect(there).toBeGreaterThan(0)
    expect(await house.follow(name, after(keepSeconds))).toEqual([0])
    expect(await house.count(table)).toBe(there)
    expect(await house.follow(name, after(keepSeconds + 0.001))).toEqual([1])
    expect(await house.count(table)).toBe(there - 1)
  })
})

it('every rule for a single moment has a row to be tried with', () => {
  const walked = new Set(['grants', 'sessions'])
  const plain = expiryRules.map(({ table }) => table).filter((table) => !walked.has(table))
  expect(plain.toSorted()).toEqual(Object.keys(rowsOf).toSorted())
})

it('rows are removed in batches', async () => {
  await house.sql(
    `insert into sign_in_attempts (key, failures, last_at, lapses_at, expires_at)
    select sha256(n::text::bytea), 1, $1, $1, $1 from generate_series(1, 1100) n`,
    [start],
  )
  expect(await house.follow('sign_in_attempts', after(1))).toEqual([500, 500, 100])
})

describe('housekeeping', () => {
  it('is done by one node at a time', async () => {
    await rowsOf.jobs!(start)
    await house.holding('select pg_advisory_xact_lock(72616332)', [], async () => {
      expect(await house.store.expiry.remove('jobs', null, idleSeconds, after(8 * day))).toBe('busy')
    })
    expect(await house.follow('jobs', after(8 * day))).toEqual([1])
  })

  it('waits for no lock longer than a moment', async () => {
    await setGrant(house.store, scene)
    await house.holding('lock table grants in access exclusive mode', [], async () => {
      await expect(house.store.expiry.remove('grants', null, idleSeconds, after(8 * day))).rejects.toThrow(
        StoreUnavailable,
      )
    })
  })

  it('removes nothing of what is going on', async () => {
    await setGrant(house.store, scene)
    const tables = [
      'users',
      'sessions',
      'session_tokens',
      'clients',
      'client_secrets',
      'grants',
      'refresh_tokens',
    ]
    const before = await Promise.all(tables.map((table) => house.count(table)))
    await house.followAll(after(60))
    expect(await Promise.all(tables.map((table) => house.count(table)))).toEqual(before)
  })
})
