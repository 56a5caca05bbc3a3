import { Migration } from '@mikro-orm/migrations'

const statements = [
  // Defaults, so that a version that does not know these columns can go on registering apps beside this one.
  `alter table "clients"
    add column "subject_type" text not null default 'public',
    add column "sector_identifier" text null,
    add column "userinfo_signed_response_alg" text null,
    add column "default_max_age" int null,
    add column "require_auth_time" boolean not null default false,
    add column "default_acr_values" text[] not null default '{}',
    add column "backchannel_logout_uri" text null,
    add column "backchannel_logout_session_required" boolean not null default false,
    add column "frontchannel_logout_uri" text null,
    add column "frontchannel_logout_session_required" boolean not null default false,
    add column "initiate_login_uri" text null,
    add column "client_uri" text null,
    add column "logo_uri" text null,
    add column "policy_uri" text null,
    add column "tos_uri" text null,
    add constraint "clients_subject_type_check" check ("subject_type" in ('public', 'pairwise')),
    add constraint "clients_userinfo_signed_response_alg_check"
      check ("userinfo_signed_response_alg" in ('RS256', 'ES256', 'EdDSA'))`,
  `create table "client_registrations" (
    "client_id" uuid not null,
    "token_hash" bytea not null,
    "metadata" jsonb not null,
    "created_at" timestamptz(3) not null,
    primary key ("client_id"),
    constraint "client_registrations_token_hash_unique" unique ("token_hash"),
    constraint "client_registrations_client_id_foreign" foreign key ("client_id") references "clients" ("id")
      on update no action on delete cascade
  )`,
]

/** Clients that registered themselves (RFC 7591), and what they may say about themselves. */
export class Migration20261122200001_registration extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
