import { Migration } from '@mikro-orm/migrations'

/** Client access tokens that the operator makes: without user, without app, found by hash. */
export class Migration20261122110500_operator extends Migration {
  override up(): void {
    this.addSql(`create table "operator_tokens" (
      "id" uuid not null,
      "hash" bytea not null,
      "name" text not null,
      "scope" text[] not null,
      "created_at" timestamptz(3) not null,
      "expires_at" timestamptz(3) null,
      "last_used_at" timestamptz(3) null,
      primary key ("id"),
      constraint "operator_tokens_hash_unique" unique ("hash")
    )`)
    this.addSql('create index "operator_tokens_expires_at_index" on "operator_tokens" ("expires_at")')
  }
}
