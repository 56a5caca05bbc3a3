import { Client } from 'pg'
import type { Connection } from '#src/platform/postgres/connection.ts'

/** Rows that are made out of one that is there: everything is copied but what is said. `n` is the number of the copy. */
type Copies = {
  readonly table: string
  /** which row is copied; the first one there is */
  readonly from?: string
  /** column → SQL expression */
  readonly but: Readonly<Record<string, string>>
  /** one in so many; 1 when left out */
  readonly oneIn?: number
}

const id = (kind: string) => `md5('${kind}' || n)::uuid`
const hash = (kind: string) => `'\\x' || encode(sha256(('${kind}' || n)::bytea), 'hex')`

/** What grows with the number of people; random ids, so that no index is filled in order. */
const growing: readonly Copies[] = [
  {
    table: 'users',
    but: { id: id('user'), email: `'u' || n || '@grown.example'`, email_key: `'u' || n || '@grown.example'` },
  },
  { table: 'clients', but: { id: id('client'), client_id: `'app_grown' || n` }, oneIn: 20 },
  { table: 'sessions', but: { id: id('session'), user_id: id('user') } },
  { table: 'session_tokens', but: { hash: hash('token'), session_id: id('session') } },
  { table: 'grants', but: { id: id('grant'), user_id: id('user'), session_id: id('session') } },
  { table: 'refresh_tokens', but: { hash: hash('refresh'), grant_id: id('grant'), generation: '1' } },
  { table: 'access_tokens', but: { hash: hash('access'), jti: `'grown' || n`, grant_id: id('grant') } },
  { table: 'revoked_access_tokens', but: { jti: `'grown' || n` }, oneIn: 10 },
  { table: 'activities', but: { id: id('activity'), user_id: id('user') } },
]

/** Adds copies number `from` to `to` of everything that grows, and lets PostgreSQL count. */
export async function grow(connection: Connection, from: number, to: number): Promise<void> {
  const client = new Client({ ...connection })
  await client.connect()
  try {
    // Nobody depends on these rows after a crash, and who is told of them is nobody.
    await client.query(`set synchronous_commit = off; set session_replication_role = replica`)
    for (const copies of growing) await client.query(copying(copies, from, to))
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** Makes rows that are over: used refresh tokens and revocations that nobody can ask for any more. */
export async function addExpired(connection: Connection, rows: number): Promise<void> {
  const client = new Client({ ...connection })
  await client.connect()
  const over = `now() - interval '400 days'`
  try {
    await client.query('set session_replication_role = replica')
    for (const [table, but] of [
      ['revoked_access_tokens', { jti: `'over' || n`, expires_at: over }],
      ['session_tokens', { hash: hash('over'), expires_at: over }],
    ] as const)
      await client.query(copying({ table, but }, 1, rows))
  } finally {
    await client.end()
  }
}

function copying({ table, but, oneIn = 1 }: Copies, from: number, to: number): string {
  const members = Object.entries(but).map(([column, expression]) => `'${column}', ${expression}`)
  return `insert into ${table}
    select copied.* from (select t as original from ${table} t limit 1) one,
      generate_series(${Math.ceil(from / oneIn)}, ${Math.floor(to / oneIn)}) n,
      lateral jsonb_populate_record(one.original, jsonb_build_object(${members.join(', ')})) copied`
}
