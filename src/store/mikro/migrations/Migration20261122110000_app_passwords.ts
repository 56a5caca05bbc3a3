import { Migration } from '@mikro-orm/migrations'

const statements = [
  `create table "app_passwords" (
    "id" uuid not null,
    "user_id" uuid not null,
    "hash" bytea not null,
    "name" text not null,
    "scope" text[] not null,
    "created_at" timestamptz(3) not null,
    "expires_at" timestamptz(3) null,
    "last_used_at" timestamptz(3) null,
    primary key ("id"),
    constraint "app_passwords_hash_unique" unique ("hash"),
    constraint "app_passwords_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade
  )`,
  'create index "app_passwords_user_id_index" on "app_passwords" ("user_id")',
  'create index "app_passwords_expires_at_index" on "app_passwords" ("expires_at")',
  // The default is for a version that is still running and knows of one kind only.
  `alter table "sessions" add column "kind" text not null default 'api',
    add constraint "sessions_kind_check" check ("kind" in ('api', 'browser')),
    add constraint "sessions_app_password_id_foreign"
      foreign key ("app_password_id") references "app_passwords" ("id") on delete cascade`,
  'create index "sessions_app_password_id_index" on "sessions" ("app_password_id")',
  `update "sessions" set "kind" = 'browser'
    where exists (select 1 from "session_tokens" t where t."session_id" = "sessions"."id" and t."kind" = 'cookie')`,
]

/** App passwords, the sessions made from them, which end with them, and which sessions are those of browsers. */
export class Migration20261122110000_app_passwords extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
