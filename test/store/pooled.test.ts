import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#src/store/mikro/open.ts'
import { createDatabase, type DatabaseAddress, type TestDatabase } from '#test/support/database.ts'
import { after, start } from './specimens.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase()
})

afterAll(() => database.drop())

/** What a store says to the server on each of its connections while it answers a few questions. */
async function overhear(isPooled: boolean): Promise<readonly Buffer[]> {
  const said: Buffer[][] = []
  const server = createServer((near) => {
    const chunks: Buffer[] = []
    said.push(chunks)
    const far = connectTo(database.connection)
    near.on('data', (chunk) => chunks.push(chunk)).pipe(far)
    far.pipe(near)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const)
      socket.on('error', () => {}).on('close', () => other.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { user, database: name } = database.connection as { user: string; database: string }
  const store = await openStore({ connection: { host: '127.0.0.1', port, user, database: name }, isPooled })
  for (let time = 0; time < 2; time += 1) {
    await store.accessTokens.revoke(`jti ${isPooled} ${time}`, after(60))
    expect(await store.users.findByEmail('ann@example.com')).toBeNull()
    await store.clients.recallByClientId('app_x', start)
  }
  await store.keys.change(async () => ({ add: [], status: [], remove: [] }), start)
  await store.close()
  server.close()
  return said.map((chunks) => Buffer.concat(chunks))
}

function connectTo(address: DatabaseAddress) {
  if ('connectionString' in address) throw new Error('the tests address their server by parts')
  const { host, port } = address
  return host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
}

/** The names under which statements are prepared (PostgreSQL, "Message Formats", Parse); empty: for this one time. */
function preparedNames(bytes: Buffer): readonly string[] {
  const names: string[] = []
  // The first message has no type.
  for (let at = bytes.readInt32BE(0); at < bytes.length; at += 1 + bytes.readInt32BE(at + 1))
    if (bytes[at] === 'P'.charCodeAt(0)) names.push(String(bytes.subarray(at + 5, bytes.indexOf(0, at + 5))))
  return names
}

describe('through a pooler that gives connections away', () => {
  it('nothing is asked for that belongs to a session', async () => {
    const said = await overhear(true)
    const names = said.flatMap(preparedNames)
    expect(names.length).toBeGreaterThan(4)
    expect(new Set(names)).toEqual(new Set(['']))
    expect(String(Buffer.concat(said))).not.toMatch(/listen |_timeout\0|pg_advisory_lock/)
  })

  it('which is what a store on PostgreSQL itself does', async () => {
    const said = await overhear(false)
    expect(said.flatMap(preparedNames)).toContain('accessTokens.revoke')
    expect(String(Buffer.concat(said))).toMatch(/statement_timeout\0/)
  })
})
