import type { Migration } from '@mikro-orm/migrations'

type MigrationClass = new (...parts: ConstructorParameters<typeof Migration>) => Migration

/** Every migration, oldest first, by the name under which it is recorded. Loaded only to be run: each of them loads MikroORM. */
const migrations: Readonly<Record<string, () => Promise<MigrationClass>>> = {
  Migration20261121000000_initial: async () =>
    (await import('./migrations/Migration20261121000000_initial.ts')).Migration20261121000000_initial,
  Migration20261122010000_mail: async () =>
    (await import('./migrations/Migration20261122010000_mail.ts')).Migration20261122010000_mail,
  Migration20261122020000_attempts: async () =>
    (await import('./migrations/Migration20261122020000_attempts.ts')).Migration20261122020000_attempts,
  Migration20261122020001_origins: async () =>
    (await import('./migrations/Migration20261122020001_origins.ts')).Migration20261122020001_origins,
  Migration20261122030000_browser: async () =>
    (await import('./migrations/Migration20261122030000_browser.ts')).Migration20261122030000_browser,
}

/** The table in which applied migrations are recorded. */
export const migrationsTable = 'latchkey_migrations'

/** Names of all migrations this version has, oldest first. */
export const migrationNames: readonly string[] = Object.keys(migrations)

/** The migrations as MikroORM's migrator takes them. */
export function loadMigrations(): Promise<{ name: string; class: MigrationClass }[]> {
  const loading = Object.entries(migrations).map(async ([name, load]) => ({ name, class: await load() }))
  return Promise.all(loading)
}
