import { Migration } from '@mikro-orm/migrations'

const statements = [
  'alter table "clients" drop constraint "clients_token_endpoint_auth_method_check"',
  `alter table "clients" add constraint "clients_token_endpoint_auth_method_check"
     check ("token_endpoint_auth_method" in ('client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'))`,
  `alter table "clients" add column "token_endpoint_auth_signing_alg" text null, add column "jwks" jsonb null,
     add column "jwks_uri" text null,
     add constraint "clients_token_endpoint_auth_signing_alg_check"
       check ("token_endpoint_auth_signing_alg" in ('RS256', 'PS256', 'ES256', 'EdDSA'))`,
  // The primary key begins with the client: it serves the cascade too.
  `create table "client_assertions" (
    "client_id" uuid not null,
    "hash" bytea not null,
    "expires_at" timestamptz(3) not null,
    primary key ("client_id", "hash"),
    constraint "client_assertions_client_id_foreign" foreign key ("client_id") references "clients" ("id")
      on update no action on delete cascade
  )`,
  'create index "client_assertions_expires_at_index" on "client_assertions" ("expires_at")',
]

/** Clients that prove themselves with a signature: their keys, and which assertions were used. */
export class Migration20261122200000_client_keys extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
