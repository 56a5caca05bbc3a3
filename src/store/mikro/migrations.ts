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
  Migration20261122090000_accounts: async () =>
    (await import('./migrations/Migration20261122090000_accounts.ts')).Migration20261122090000_accounts,
  Migration20261122100000_images: async () =>
    (await import('./migrations/Migration20261122100000_images.ts')).Migration20261122100000_images,
  Migration20261122110000_app_passwords: async () =>
    (await import('./migrations/Migration20261122110000_app_passwords.ts'))
      .Migration20261122110000_app_passwords,
  Migration20261122110500_operator: async () =>
    (await import('./migrations/Migration20261122110500_operator.ts')).Migration20261122110500_operator,
  Migration20261122120000_second_factors: async () =>
    (await import('./migrations/Migration20261122120000_second_factors.ts'))
      .Migration20261122120000_second_factors,
  Migration20261122130000_passkeys: async () =>
    (await import('./migrations/Migration20261122130000_passkeys.ts')).Migration20261122130000_passkeys,
  Migration20261122140000_account: async () =>
    (await import('./migrations/Migration20261122140000_account.ts')).Migration20261122140000_account,
  Migration20261122150000_expiry: async () =>
    (await import('./migrations/Migration20261122150000_expiry.ts')).Migration20261122150000_expiry,
  Migration20261122200000_client_keys: async () =>
    (await import('./migrations/Migration20261122200000_client_keys.ts')).Migration20261122200000_client_keys,
  Migration20261122200001_registration: async () =>
    (await import('./migrations/Migration20261122200001_registration.ts'))
      .Migration20261122200001_registration,
  Migration20261122210000_claims: async () =>
    (await import('./migrations/Migration20261122210000_claims.ts')).Migration20261122210000_claims,
  Migration20261130030000_client_changes: async () =>
    (await import('./migrations/Migration20261130030000_client_changes.ts'))
      .Migration20261130030000_client_changes,
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
