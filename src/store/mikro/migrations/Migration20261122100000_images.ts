import { Migration } from '@mikro-orm/migrations'

const statements = [
  `create table "avatars" (
    "user_id" uuid not null,
    "picture_id" text not null,
    "media_type" text not null,
    "bytes" bytea not null,
    "created_at" timestamptz(3) not null,
    primary key ("user_id"),
    constraint "avatars_picture_id_unique" unique ("picture_id"),
    constraint "avatars_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade
  )`,
  `create table "app_logos" (
    "client_id" uuid not null,
    "media_type" text not null,
    "bytes" bytea not null,
    "created_at" timestamptz(3) not null,
    primary key ("client_id"),
    constraint "app_logos_client_id_foreign" foreign key ("client_id") references "clients" ("id") on delete cascade
  )`,
  // Images are compressed already: trying again takes time and gains nothing.
  'alter table "avatars" alter column "bytes" set storage external',
  'alter table "app_logos" alter column "bytes" set storage external',
  'alter table "clients" add column "logo_tag" text null',
]

/** Avatars of accounts, logos of apps. */
export class Migration20261122100000_images extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}
