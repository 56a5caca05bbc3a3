import { Client } from 'pg'
import type { Connection } from '#src/platform/postgres/connection.ts'

/** Rows that are made out of one that is there: everything is copied but what is said. `n` is the number of the copy. */
type Copies = {
  readonly table: string
  /** column → SQL expression */
  readonly but: Readonly<Record<string, string>>
  /** one in so many; 1 when left out */
  readonly oneIn?: number
}

const id = (kind: string) => `md5('${kind}' || n)::uuid`
const hash = (kind: string) => `sha256(('${kind}' || n)::bytea)`

/** What grows with the number of people; random ids, so that no index is filled in order. */
const growing: readonly Copies[] = [
  {
    table: 'users',
    but: { id: id('user'), email: `'u' || n || '@grown.example'`, email_key: `'u' || n || '@grown.example'` },
  },
  {
    table: 'clients',
    but: { id: id('client'), client_id: `'app_grown' || n`, owner_id: id('user') },
    oneIn: 20,
  },
  { table: 'sessions', but: { id: id('session'), user_id: id('user') } },
  { table: 'session_tokens', but: { hash: hash('token'), session_id: id('session') } },
  { table: 'grants', but: { id: id('grant'), user_id: id('user'), session_id: id('session') } },
  { table: 'refresh_tokens', but: { hash: hash('refresh'), grant_id: id('grant'), generation: '1' } },
  { table: 'access_tokens', but: { hash: hash('access'), jti: `'grown' || n`, grant_id: id('grant') } },
  { table: 'revoked_access_tokens', but: { jti: `'grown' || n` }, oneIn: 10 },
  { table: 'activities', but: { id: id('activity'), user_id: id('user') } },
]

/**
 * Adds copies number `from` to `to` of everything that grows, and lets PostgreSQL count; says each table when it is there.
 * Indexes are set aside meanwhile and built at the end: ten million random keys, put in one by one, would take hours.
 */
export async function grow(
  connection: Connection,
  from: number,
  to: number,
  say: (line: string) => void,
): Promise<void> {
  const client = new Client({ ...connection })
  await client.connect()
  try {
    // Nobody depends on these rows after a crash, and who is told of them is nobody.
    await client.query(`set synchronous_commit = off; set session_replication_role = replica;
      set maintenance_work_mem = '1GB'`)
    for (const copies of growing) {
      const { table } = copies
      await client.query(
        'update pg_index set indisready = false, indisvalid = false where indrelid = $1::regclass',
        [table],
      )
      const { rowCount } = await client.query(await copying(client, copies, from, to))
      await client.query(`reindex table ${table}`)
      await client.query(`vacuum (analyze) ${table}`)
      say(`  ${table}: ${rowCount?.toLocaleString('en')} rows`)
    }
  } finally {
    await client.end()
  }
}

/** Makes rows that are over: used refresh tokens and revocations that nobody can ask for any more; `set` tells sets apart. */
export async function addExpired(connection: Connection, rows: number, set: number): Promise<void> {
  const client = new Client({ ...connection })
  await client.connect()
  const over = `now() - interval '400 days'`
  try {
    await client.query('set session_replication_role = replica')
    for (const [table, but] of [
      ['revoked_access_tokens', { jti: `'over${set} ' || n`, expires_at: over }],
      ['session_tokens', { hash: hash(`over${set} `), expires_at: over }],
    ] as const)
      await client.query(await copying(client, { table, but }, 1, rows))
    // What PostgreSQL would do behind the back of the next measurement.
    await client.query('vacuum (analyze) revoked_access_tokens, session_tokens')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}

async function copying(
  client: Client,
  { table, but, oneIn = 1 }: Copies,
  from: number,
  to: number,
): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  const columns: Readonly<Record<string, string>> = but
  const names = rows.map(({ name }) => name)
  return `insert into ${table} (${names.join(', ')})
    select ${names.map((name) => columns[name] ?? `one.${name}`).join(', ')}
    from (select * from ${table} limit 1) one,
      generate_series(${Math.ceil(from / oneIn)}, ${Math.floor(to / oneIn)}) n`
}
