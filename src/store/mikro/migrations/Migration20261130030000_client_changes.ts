import { Migration } from '@mikro-orm/migrations'

const tellClient = `perform pg_notify('latchkey_clients', old.id::text); return null;`
const tellSecret = `if tg_op <> 'UPDATE' or (old.client_id, old.hash, old.expires_at) is distinct from (new.client_id, new.hash, new.expires_at) then perform pg_notify('latchkey_clients', coalesce(new.client_id, old.client_id)::text); end if; return null;`

const functionOf = (name: string, body: string) =>
  `create function "${name}"() returns trigger as $$ begin ${body} end; $$ language plpgsql`

const statements = [
  functionOf('clients_change_fn', tellClient),
  functionOf('client_secrets_change_fn', tellSecret),
  `create trigger "change" after update or delete on "clients"
    for each row execute function "clients_change_fn"()`,
  `create trigger "change" after insert or delete or update on "client_secrets"
    for each row execute function "client_secrets_change_fn"()`,
]

/** Changes of apps are told to the nodes that keep them in memory. */
export class Migration20261130030000_client_changes extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
