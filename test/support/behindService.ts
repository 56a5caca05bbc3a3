import { inject } from 'vitest'
import { runAsAdmin, type DatabaseAddress } from './database.ts'
import type { TestService } from './service.ts'

/**
 * The database of a running service, for looking behind it and for changes that no operation makes yet. It is known by the
 * signing keys, which no two services share.
 */
export async function databaseOf(service: TestService): Promise<DatabaseAddress> {
  const { admin } = inject('testServer')
  const [key] = service.running.context.keys.jwks().keys
  const names = await runAsAdmin(
    admin,
    `select datname from pg_database where datname like 'latchkey_test_%'`,
  )
  for (const { datname } of names) {
    const address = addressOf(admin, String(datname))
    // Another file may drop its database meanwhile.
    const found = await runAsAdmin(address, 'select 1 from signing_keys where kid = $1', [key?.kid]).catch(
      () => [],
    )
    if (found.length === 1) return address
  }
  throw new Error('no database holds the keys of this service')
}

/** Every row of every table as text, under the table's name: what somebody who stole a backup would read. */
export async function dumpOf(address: DatabaseAddress): Promise<ReadonlyMap<string, string>> {
  const tables = await runAsAdmin(
    address,
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const dump = new Map<string, string>()
  for (const { table_name: name } of tables) {
    const rows = await runAsAdmin(address, `select * from "${String(name)}"`)
    dump.set(String(name), rows.map((row) => JSON.stringify(row, readable)).join('\n'))
  }
  return dump
}

/** Bytes in every form in which somebody might recognise what they hold. */
function readable(_name: string, value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer'
  if (!isBytes) return value
  const bytes = Buffer.from((value as unknown as { data: number[] }).data)
  return [
    bytes.toString('latin1'),
    bytes.toString('hex'),
    bytes.toString('base64'),
    bytes.toString('base64url'),
  ]
}

function addressOf(admin: DatabaseAddress, database: string): DatabaseAddress {
  if ('host' in admin) return { ...admin, database }
  const url = new URL(admin.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}
