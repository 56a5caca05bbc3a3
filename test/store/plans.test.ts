import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accountStatements } from '#src/store/mikro/accounts.store.ts'
import { activityStatements } from '#src/store/mikro/activities.store.ts'
import { consentStatements } from '#src/store/mikro/consents.store.ts'
import { accessTokenStatements } from '#src/store/mikro/accessTokens.store.ts'
import { appPasswordStatements } from '#src/store/mikro/appPasswords.store.ts'
import { attemptStatements } from '#src/store/mikro/attempts.store.ts'
import { clientStatements } from '#src/store/mikro/clients.store.ts'
import { codeStatements } from '#src/store/mikro/codes.store.ts'
import { expiryStatements } from '#src/store/mikro/expiry.store.ts'
import { factorStatements } from '#src/store/mikro/factors.store.ts'
import { grantStatements } from '#src/store/mikro/grants.store.ts'
import { operatorTokenStatements } from '#src/store/mikro/operatorTokens.store.ts'
import { passkeyStatements } from '#src/store/mikro/passkeys.store.ts'
import { refreshTokenStatements } from '#src/store/mikro/refreshTokens.store.ts'
import { imageStatements } from '#src/store/mikro/images.store.ts'
import { jobStatements } from '#src/store/mikro/jobs.store.ts'
import { linkStatements } from '#src/store/mikro/links.store.ts'
import { logoutStatements } from '#src/store/mikro/logouts.store.ts'
import { mfaChallengeStatements } from '#src/store/mikro/mfaChallenges.store.ts'
import { registrationStatements } from '#src/store/mikro/registrations.store.ts'
import { sessionStatements } from '#src/store/mikro/sessions.store.ts'
import { userStatements } from '#src/store/mikro/users.store.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'

const statements = [
  accountStatements,
  activityStatements,
  consentStatements,
  userStatements,
  appPasswordStatements,
  sessionStatements,
  clientStatements,
  registrationStatements,
  grantStatements,
  codeStatements,
  refreshTokenStatements,
  accessTokenStatements,
  operatorTokenStatements,
  linkStatements,
  logoutStatements,
  attemptStatements,
  jobStatements,
  factorStatements,
  mfaChallengeStatements,
  passkeyStatements,
  imageStatements,
  expiryStatements,
].flatMap((group) => Object.values(group))

let database: TestDatabase
let client: Client

beforeAll(async () => {
  database = await createDatabase()
  client = new Client({ ...database.connection })
  await client.connect()
  // Without sequential scans the planner takes one only where no index can serve.
  await client.query('set enable_seqscan = off; set plan_cache_mode = force_generic_plan')
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

type Plan = {
  readonly 'Node Type': string
  readonly Plans?: readonly Plan[]
  readonly [detail: string]: unknown
}

function nodes(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)]
}

it('prepared statements have names of their own, no longer than PostgreSQL keeps', () => {
  const names = statements.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(Math.max(...names.map(({ length }) => length))).toBeLessThan(64)
})

it.each(statements)('$name finds its rows by index', async ({ name, text }) => {
  const parameters = Math.max(...[...text.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])))
  const nulls = Array.from({ length: parameters }, () => 'null').join(', ')
  await client.query(`prepare "${name}" as ${text}`)
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
    `explain (format json) execute "${name}"(${nulls})`,
  )
  const scans = nodes(rows[0]?.['QUERY PLAN'][0]?.Plan ?? { 'Node Type': 'Seq Scan' }).filter((node) =>
    /Seq Scan|Index Scan|Index Only Scan/.test(node['Node Type']),
  )
  const whole = scans.filter((scan) => scan['Node Type'] === 'Seq Scan' || scan['Index Cond'] === undefined)
  expect(whole).toEqual([])
})
