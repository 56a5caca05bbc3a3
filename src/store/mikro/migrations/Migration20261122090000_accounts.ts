import { Migration } from '@mikro-orm/migrations'

const statements = [
  // The default is for a version that is still running and knows of no second factor: nobody has one yet.
  `alter table "users" add column "second_factors" text[] not null default '{}'`,
  `alter table "sessions" add column "user_agent" text null, add column "address" text null,
    add column "app_password_id" uuid null, add column "scope" text[] null`,
]

/** What accounts ask for after the password; where sessions come from, and what they open. */
export class Migration20261122090000_accounts extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
