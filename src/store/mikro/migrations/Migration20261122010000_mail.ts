import { Migration } from '@mikro-orm/migrations'

const tables = [
  `create table "jobs" (
    "id" uuid not null,
    "kind" text not null,
    "subject" bytea null,
    "payload" bytea not null,
    "run_at" timestamptz(3) null,
    "created_at" timestamptz(3) not null,
    "attempts" int not null,
    "locked_until" timestamptz(3) null,
    "failure" text null,
    "failed_at" timestamptz(3) null,
    "delete_at" timestamptz(3) null,
    primary key ("id")
  )`,
  `create table "links" (
    "hash" bytea not null,
    "purpose" text not null,
    "account_id" uuid not null,
    "address_digest" bytea not null,
    "registration" bytea null,
    "created_at" timestamptz(3) not null,
    "expires_at" timestamptz(3) not null,
    "ended_at" timestamptz(3) null,
    primary key ("hash"),
    constraint "links_purpose_check" check ("purpose" in ('reset_password', 'verify_email'))
  )`,
]

const indexes = [
  'create index "jobs_kind_run_at_index" on "jobs" ("kind", "run_at")',
  'create index "jobs_subject_kind_created_at_index" on "jobs" ("subject", "kind", "created_at")',
  'create index "jobs_delete_at_index" on "jobs" ("delete_at")',
  'create index "links_account_id_index" on "links" ("account_id")',
  'create index "links_address_digest_index" on "links" ("address_digest")',
  'create index "links_expires_at_index" on "links" ("expires_at")',
]

/** Jobs that follow from requests, and the links that go out by mail. */
export class Migration20261122010000_mail extends Migration {
  override up(): void {
    for (const statement of [...tables, ...indexes]) this.addSql(statement)
  }
}
