import { Migration } from '@mikro-orm/migrations'

const statements = [
  'alter table "grants" add column "claims" jsonb null',
  'create table "sealed_keys" ("name" text not null, "sealed" bytea not null, primary key ("name"))',
]

/** Claims that were asked for one by one, and the key of pairwise subjects. */
export class Migration20261122210000_claims extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
