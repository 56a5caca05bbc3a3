import { Migration } from '@mikro-orm/migrations'

const statements = [
  // Nullable, so that a version that does not know the column can go on registering apps beside this one.
  'alter table "clients" add column "web_origins" text[] null',
  // Redirect URIs are stored in their normal form: what stands before the path is the origin.
  `update "clients" set "web_origins" = array(
     select distinct substring(uri from '^https?://[^/?]+') from unnest("redirect_uris") uri where uri ~ '^https?://'
   )`,
  'create index "clients_web_origins_index" on "clients" using gin ("web_origins")',
]

/** The web origins of redirect URIs, by which a script's call is recognised. */
export class Migration20261122020001_origins extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
