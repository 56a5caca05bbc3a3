import { Migration } from '@mikro-orm/migrations'

const statements = [
  `create table "sign_in_attempts" (
    "key" bytea not null,
    "failures" int not null,
    "last_at" timestamptz(3) not null,
    "previous_at" timestamptz(3) null,
    "lapses_at" timestamptz(3) not null,
    "known_until" timestamptz(3) null,
    "expires_at" timestamptz(3) not null,
    primary key ("key")
  )`,
  'create index "sign_in_attempts_expires_at_index" on "sign_in_attempts" ("expires_at")',
]

/** Counters of attempts to sign in. */
export class Migration20261122020000_attempts extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
