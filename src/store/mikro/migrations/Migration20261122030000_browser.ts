import { Migration } from '@mikro-orm/migrations'

const statements = [
  `create table "authorization_transactions" (
    "hash" bytea not null,
    "browser_hash" bytea null,
    "parameters" jsonb not null,
    "created_at" timestamptz(3) not null,
    "expires_at" timestamptz(3) not null,
    "consumed_at" timestamptz(3) null,
    primary key ("hash")
  )`,
  'create index "authorization_transactions_expires_at_index" on "authorization_transactions" ("expires_at")',
  // The default is for a version that is still running and knows of bearer tokens only.
  `alter table "session_tokens" add column "kind" text not null default 'bearer',
    add constraint "session_tokens_kind_check" check ("kind" in ('bearer', 'cookie'))`,
]

/** Authorizations under way in browsers, and the sessions of browsers, which are found by a cookie and by nothing else. */
export class Migration20261122030000_browser extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
