import { Migration } from '@mikro-orm/migrations'

const statements = [
  `create table "activities" (
    "id" uuid not null,
    "user_id" uuid not null,
    "kind" text not null,
    "at" timestamptz(3) not null,
    "address" text null,
    "user_agent" text null,
    "session_id" uuid null,
    "client_id" uuid null,
    primary key ("id"),
    constraint "activities_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade
  )`,
  'create index "activities_user_id_id_index" on "activities" ("user_id", "id")',
  'create index "activities_at_index" on "activities" ("at")',
  // The default is for a version that is still running and knows of no profile.
  `alter table "users" add column "profile" jsonb not null default '{}',
    add column "deletion_requested_at" timestamptz(3) null`,
  `create index "users_deletion_requested_at_index" on "users" ("deletion_requested_at")
    where "deletion_requested_at" is not null`,
  `alter table "links" add column "new_address" bytea null,
    drop constraint "links_purpose_check",
    add constraint "links_purpose_check" check ("purpose" in ('reset_password', 'verify_email', 'change_email'))`,
]

/** What happened to accounts, profiles, changes of address, and deletions that wait. */
export class Migration20261122140000_account extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
