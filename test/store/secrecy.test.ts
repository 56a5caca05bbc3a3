import { readFile } from 'node:fs/promises'
import { platform } from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Activity } from '#src/domain/account/activity.ts'
import type { Job } from '#src/domain/job.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import {
  setScene,
  someClient,
  someCode,
  someGrant,
  someHash,
  someId,
  someLink,
  someOpaqueToken,
  someSecret,
  someSession,
  someSessionToken,
  someUser,
  start,
} from './specimens.ts'

const isReadable = platform === 'linux' && !process.env.DATABASE_URL

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createDatabase()
  const name = 'database' in database.connection ? database.connection.database : ''
  // As talkative as a server of somebody else's may be set: statements and details of everything that fails.
  if (isReadable) {
    await runAsAdmin(database.connection, `alter database ${name} set log_min_error_statement = error`)
    await runAsAdmin(database.connection, `alter database ${name} set log_error_verbosity = verbose`)
  }
  store = await openStore(database)
})

afterAll(async () => {
  await store.close()
  await database.drop()
})

/** The server's log is its standard error, which all of its processes share: one that serves the store will do. */
async function serverLog(): Promise<string> {
  const backend =
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
  const [row] = await runAsAdmin(database.connection, backend)
  return readFile(`/proc/${String(row?.pid)}/fd/2`, 'utf8')
}

function aJob(): Job {
  const payload = Buffer.from('sealed')
  return { id: someId(), kind: 'notice', subject: null, payload, runAt: start, createdAt: start }
}

function anActivity(userId: string): Activity {
  const from = { address: null, userAgent: null, sessionId: null, clientId: null }
  return { id: someId(), userId, kind: 'email_changed', at: start, ...from }
}

describe.skipIf(!isReadable)('the log of the database', () => {
  it('holds no hash, no address and no secret of a write that failed', async () => {
    const { user, client, secret, session } = await setScene(store)
    const stranger = someSession(someId())
    const token = someSessionToken(stranger.id)
    const grant = someGrant({ ...client, id: someId() }, session)
    const code = someCode()
    const opaque = someOpaqueToken({ ...client, id: someId() }, null)
    const twin = { ...someSecret(), id: secret.id }
    const orphan = someSecret()
    const nul = { ...someUser(), email: 'private\0@example.com' }
    const registration = { hash: someHash() }
    const twins = someSecret()
    const registered = {
      client: { ...someClient(null), clientId: client.clientId },
      metadata: {
        contacts: [],
        softwareId: null,
        softwareVersion: null,
        applicationType: 'web' as const,
        sectorIdentifierUri: null,
      },
    }
    const failing = [
      store.registrations.create(registered, registration.hash, twins, null),
      store.clients.spendAssertion(someId(), registration.hash, start, start),
      store.sessions.open(stranger, token, start),
      store.codes.issue(grant, code),
      store.accessTokens.store(opaque),
      store.clients.create(someClient(user.id), twin),
      store.clients.addSecret(someId(), orphan, 5, start),
      store.users.create(nul, 'private-key@example.com', '$argon2id$private'),
      store.users.create(user, 'other-key@example.com', '$argon2id$private'),
    ]
    const outcomes = await Promise.allSettled(failing)
    expect(outcomes.map(({ status }) => status)).toEqual(failing.map(() => 'rejected'))
    expect(await store.users.create(someUser(), user.email.toLowerCase(), '$argon2id$private')).toBe('exists')

    const link = { ...someLink(user.id), purpose: 'change_email' as const, newAddress: Buffer.from('sealed') }
    await store.links.add(link)
    const { user: holder } = await setScene(store)
    const taken = { email: holder.email, emailKey: holder.email.toLowerCase() }
    expect(
      await store.links.changeEmail(link.hash, taken, [aJob(), aJob()], anActivity(user.id), start),
    ).toBe('exists')

    const log = await serverLog()
    // The failures themselves are there, or nothing would be proven.
    expect(log).toContain('access_tokens_client_id_foreign')
    for (const sign of ['client_secrets_pkey', 'DETAIL: ', 'STATEMENT: ']) expect(log).toContain(sign)
    for (const { hash } of [token, code, opaque, twin, orphan, registration, twins]) {
      expect(log).not.toContain(hash.toString('hex'))
      expect(log).not.toContain(hash.toString('base64'))
    }
    for (const text of ['private', '@example.com', '$argon2id']) expect(log).not.toContain(text)
  })
})
