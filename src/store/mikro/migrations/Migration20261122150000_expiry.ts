import { Migration } from '@mikro-orm/migrations'

const statements = [
  'create index "session_tokens_expires_at_index" on "session_tokens" ("expires_at")',
  'create index "access_tokens_expires_at_index" on "access_tokens" ("expires_at")',
  'create index "revoked_access_tokens_expires_at_index" on "revoked_access_tokens" ("expires_at")',
  'create index "client_secrets_expires_at_index" on "client_secrets" ("expires_at")',
]

/** The indexes along which expired rows are found. */
export class Migration20261122150000_expiry extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
