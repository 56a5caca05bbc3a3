import { Migration } from '@mikro-orm/migrations'

const ofUser = (table: string) =>
  `constraint "${table}_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade`

const statements = [
  `create table "totp_factors" (
    "user_id" uuid not null,
    "sealed_secret" bytea not null,
    "created_at" timestamptz(3) not null,
    "confirmed_at" timestamptz(3) null,
    "last_step" int null,
    primary key ("user_id"),
    ${ofUser('totp_factors')}
  )`,
  `create table "recovery_codes" (
    "user_id" uuid not null,
    "hash" bytea not null,
    "created_at" timestamptz(3) not null,
    primary key ("user_id", "hash"),
    ${ofUser('recovery_codes')}
  )`,
  `create table "email_codes" (
    "user_id" uuid not null,
    "hash" bytea not null,
    "created_at" timestamptz(3) not null,
    "expires_at" timestamptz(3) not null,
    "tries" int not null default 0,
    primary key ("user_id"),
    ${ofUser('email_codes')}
  )`,
  'create index "email_codes_expires_at_index" on "email_codes" ("expires_at")',
  `create table "mfa_challenges" (
    "hash" bytea not null,
    "user_id" uuid not null,
    "user_as_of" timestamptz(3) not null,
    "created_at" timestamptz(3) not null,
    "expires_at" timestamptz(3) not null,
    "tries" int not null,
    "consumed_at" timestamptz(3) null,
    primary key ("hash"),
    ${ofUser('mfa_challenges')}
  )`,
  'create index "mfa_challenges_user_id_index" on "mfa_challenges" ("user_id")',
  'create index "mfa_challenges_expires_at_index" on "mfa_challenges" ("expires_at")',
]

/** Second factors, what stands in for them, and the sign-ins that wait for one. */
export class Migration20261122120000_second_factors extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
