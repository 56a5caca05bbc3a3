import { Migration } from '@mikro-orm/migrations'

const tables = [
  `create table "users" (
    "id" uuid not null,
    "email" text not null,
    "email_key" text not null,
    "email_verified" boolean not null,
    "password_hash" text not null,
    "created_at" timestamptz(3) not null,
    "updated_at" timestamptz(3) not null,
    "suspended_at" timestamptz(3) null,
    primary key ("id"),
    constraint "users_email_key_unique" unique ("email_key")
  )`,
  `create table "sessions" (
    "id" uuid not null,
    "user_id" uuid not null,
    "authenticated_at" timestamptz(3) not null,
    "amr" text[] not null,
    "created_at" timestamptz(3) not null,
    "last_used_at" timestamptz(3) not null,
    "expires_at" timestamptz(3) not null,
    "ended_at" timestamptz(3) null,
    primary key ("id"),
    constraint "sessions_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade
  )`,
  `create table "session_tokens" (
    "hash" bytea not null,
    "session_id" uuid not null,
    "created_at" timestamptz(3) not null,
    "expires_at" timestamptz(3) not null,
    primary key ("hash"),
    constraint "session_tokens_session_id_foreign" foreign key ("session_id") references "sessions" ("id") on delete cascade
  )`,
  `create table "clients" (
    "id" uuid not null,
    "client_id" text not null,
    "owner_id" uuid null,
    "name" text not null,
    "description" text not null,
    "redirect_uris" text[] not null,
    "scopes" text[] not null,
    "token_endpoint_auth_method" text null,
    "response_types" text[] not null,
    "grant_types" text[] not null,
    "require_pkce" boolean not null,
    "id_token_signed_response_alg" text not null,
    "access_token_format" text not null,
    "post_logout_redirect_uris" text[] not null,
    "rate_limit_hour" int null,
    "rate_limit_day" int null,
    "first_party" boolean not null,
    "resources" text[] not null,
    "created_at" timestamptz(3) not null,
    "updated_at" timestamptz(3) not null,
    primary key ("id"),
    constraint "clients_client_id_unique" unique ("client_id"),
    constraint "clients_token_endpoint_auth_method_check"
      check ("token_endpoint_auth_method" in ('client_secret_basic', 'client_secret_post', 'none')),
    constraint "clients_id_token_signed_response_alg_check"
      check ("id_token_signed_response_alg" in ('RS256', 'ES256', 'EdDSA', 'HS256')),
    constraint "clients_access_token_format_check" check ("access_token_format" in ('jwt', 'opaque')),
    constraint "clients_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade
  )`,
  `create table "client_secrets" (
    "id" uuid not null,
    "client_id" uuid not null,
    "name" text not null,
    "hash" bytea not null,
    "created_at" timestamptz(3) not null,
    "expires_at" timestamptz(3) null,
    "last_used_at" timestamptz(3) null,
    primary key ("id"),
    constraint "client_secrets_client_id_foreign" foreign key ("client_id") references "clients" ("id") on delete cascade
  )`,
  `create table "consents" (
    "user_id" uuid not null,
    "client_id" uuid not null,
    "scope" text[] not null,
    "created_at" timestamptz(3) not null,
    "updated_at" timestamptz(3) not null,
    primary key ("user_id", "client_id"),
    constraint "consents_user_id_foreign" foreign key ("user_id") references "users" ("id")
      on update no action on delete cascade,
    constraint "consents_client_id_foreign" foreign key ("client_id") references "clients" ("id")
      on update no action on delete cascade
  )`,
  `create table "grants" (
    "id" uuid not null,
    "client_id" uuid not null,
    "user_id" uuid not null,
    "session_id" uuid null,
    "scope" text[] not null,
    "resource" text null,
    "nonce" text null,
    "authenticated_at" timestamptz(3) not null,
    "amr" text[] not null,
    "offline" boolean not null,
    "created_at" timestamptz(3) not null,
    "revoked_at" timestamptz(3) null,
    primary key ("id"),
    constraint "grants_client_id_foreign" foreign key ("client_id") references "clients" ("id") on delete cascade,
    constraint "grants_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade,
    constraint "grants_session_id_foreign" foreign key ("session_id") references "sessions" ("id") on delete no action
  )`,
  `create table "authorization_codes" (
    "hash" bytea not null,
    "grant_id" uuid not null,
    "redirect_uri" text not null,
    "code_challenge" text null,
    "created_at" timestamptz(3) not null,
    "expires_at" timestamptz(3) not null,
    "consumed_at" timestamptz(3) null,
    primary key ("hash"),
    constraint "authorization_codes_grant_id_unique" unique ("grant_id"),
    constraint "authorization_codes_grant_id_foreign" foreign key ("grant_id") references "grants" ("id") on delete cascade
  )`,
  `create table "refresh_tokens" (
    "hash" bytea not null,
    "grant_id" uuid not null,
    "generation" int not null,
    "created_at" timestamptz(3) not null,
    "expires_at" timestamptz(3) not null,
    "consumed_at" timestamptz(3) null,
    "salt" bytea null,
    primary key ("hash"),
    constraint "refresh_tokens_grant_id_generation_unique" unique ("grant_id", "generation"),
    constraint "refresh_tokens_grant_id_foreign" foreign key ("grant_id") references "grants" ("id") on delete cascade
  )`,
  `create table "access_tokens" (
    "hash" bytea not null,
    "jti" text not null,
    "client_id" uuid not null,
    "user_id" uuid null,
    "grant_id" uuid null,
    "scope" text[] not null,
    "audience" text not null,
    "issued_at" timestamptz(3) not null,
    "expires_at" timestamptz(3) not null,
    primary key ("hash"),
    constraint "access_tokens_client_id_foreign" foreign key ("client_id") references "clients" ("id") on delete cascade,
    constraint "access_tokens_grant_id_foreign" foreign key ("grant_id") references "grants" ("id") on delete cascade
  )`,
  `create table "revoked_access_tokens" (
    "jti" text not null,
    "expires_at" timestamptz(3) not null,
    primary key ("jti")
  )`,
  `create table "signing_keys" (
    "kid" text not null,
    "algorithm" text not null,
    "status" text not null,
    "public_jwk" jsonb not null,
    "sealed_private_key" bytea not null,
    "created_at" timestamptz(3) not null,
    "status_since" timestamptz(3) not null,
    primary key ("kid"),
    constraint "signing_keys_algorithm_check" check ("algorithm" in ('RS256', 'ES256', 'EdDSA')),
    constraint "signing_keys_status_check" check ("status" in ('next', 'active', 'retiring'))
  )`,
]

const indexes = [
  'create index "sessions_user_id_index" on "sessions" ("user_id")',
  'create index "session_tokens_session_id_index" on "session_tokens" ("session_id")',
  'create index "clients_owner_id_id_index" on "clients" ("owner_id", "id")',
  'create index "client_secrets_client_id_index" on "client_secrets" ("client_id")',
  'create index "consents_client_id_index" on "consents" ("client_id")',
  'create index "grants_client_id_index" on "grants" ("client_id")',
  'create index "grants_user_id_index" on "grants" ("user_id")',
  'create index "grants_session_id_index" on "grants" ("session_id")',
  'create index "access_tokens_client_id_index" on "access_tokens" ("client_id")',
  'create index "access_tokens_grant_id_index" on "access_tokens" ("grant_id")',
]

/** The first schema: accounts, sessions, apps, consents, grants and everything issued from them, signing keys. */
export class Migration20261121000000_initial extends Migration {
  override up(): void {
    for (const statement of [...tables, ...indexes]) this.addSql(statement)
  }
}
