import type { Migration } from '@mikro-orm/migrations'

type MigrationClass = new (...parts: ConstructorParameters<typeof Migration>) => Migration

/** Every migration, oldest first, by the name under which it is recorded. Loaded only to be run: each of them loads MikroORM. */
const migrations: Readonly<Record<string, () => Promise<MigrationClass>>> = {
  Migration20261121000000_initial: async () =>
    (await import('./migrations/Migration20261121000000_initial.ts')).Migration20261121000000_initial,
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
