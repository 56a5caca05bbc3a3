import { Migration } from '@mikro-orm/migrations'

const statements = [
  `create table "passkeys" (
    "id" uuid not null,
    "user_id" uuid not null,
    "credential_id" bytea not null,
    "public_key" bytea not null,
    "counter" double precision not null,
    "transports" text[] not null,
    "aaguid" uuid not null,
    "synced" boolean not null,
    "backed_up" boolean not null,
    "name" text not null,
    "created_at" timestamptz(3) not null,
    "last_used_at" timestamptz(3) null,
    primary key ("id"),
    constraint "passkeys_user_id_credential_id_unique" unique ("user_id", "credential_id"),
    constraint "passkeys_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade
  )`,
  `create table "passkey_challenges" (
    "id" uuid not null,
    "hash" bytea not null,
    "purpose" text not null,
    "session_id" uuid null,
    "address_digest" bytea null,
    "created_at" timestamptz(3) not null,
    "expires_at" timestamptz(3) not null,
    primary key ("id"),
    constraint "passkey_challenges_purpose_check" check ("purpose" in ('registration', 'login')),
    constraint "passkey_challenges_session_id_foreign" foreign key ("session_id") references "sessions" ("id") on delete cascade
  )`,
  'create index "passkey_challenges_session_id_index" on "passkey_challenges" ("session_id")',
  'create index "passkey_challenges_expires_at_index" on "passkey_challenges" ("expires_at")',
]

/** Passkeys, and the challenges that their authenticators sign. */
export class Migration20261122130000_passkeys extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
