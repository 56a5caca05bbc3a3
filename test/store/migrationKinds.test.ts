import { describe, expect, it } from 'vitest'
import { loadMigrations } from '#src/store/mikro/migrations.ts'
import { findBreakingChanges, type MigrationText } from './migrationKinds.ts'

/** What each migration would send, without a database. */
async function readMigrations(): Promise<readonly MigrationText[]> {
  return Promise.all(
    (await loadMigrations()).map(async ({ name, class: Migration }) => {
      const migration = new Migration(undefined as never, undefined as never)
      await migration.up()
      return { name, statements: migration.getQueries().map(String) }
    }),
  )
}

const base: MigrationText = {
  name: 'base',
  statements: [
    `create table "users" ("id" uuid not null, "kind" text not null, primary key ("id"),
      constraint "users_kind_check" check ("kind" in ('one', 'two')))`,
  ],
}

const check = (values: string) => `add constraint "users_kind_check" check ("kind" in (${values}))`

describe('migrations', () => {
  it('only add: a release goes on while the next one migrates', async () => {
    const migrations = await readMigrations()
    expect(migrations.length).toBeGreaterThan(15)
    expect(migrations.flatMap(({ statements }) => statements).length).toBeGreaterThan(60)
    expect(findBreakingChanges(migrations)).toEqual([])
  })

  it.each([
    ['a table', ['create table "new" ("id" uuid not null, primary key ("id"))']],
    ['an index', ['create index "users_kind_index" on "users" ("kind")']],
    ['a column that may be empty', ['alter table "users" add column "nickname" text null']],
    ['a column with a default', [`alter table "users" add column "tags" text[] not null default '{}'`]],
    [
      'several at once',
      [`alter table "users" add column "a" numeric(3,2) null, add column "b" text not null default ','`],
    ],
    [
      'a check of a new column',
      [`alter table "users" add column "n" text null, add constraint "n_check" check ("n" in ('a'))`],
    ],
    [
      'a check that lets more through',
      [`alter table "users" drop constraint "users_kind_check", ${check(`'one', 'two', 'three'`)}`],
    ],
    [
      'the same in two statements',
      [
        'alter table "users" drop constraint "users_kind_check"',
        `alter table "users" ${check(`'two', 'one'`)}`,
      ],
    ],
    [
      'a unique index of a new table',
      ['create table "new" ("id" uuid not null)', 'create unique index "i" on "new" ("id")'],
    ],
    [
      'values of a new column',
      ['alter table "users" add column "a" text null', `update "users" set "a" = "kind"`],
    ],
  ])('may add %s', (_what, statements) => {
    expect(findBreakingChanges([base, { name: 'next', statements }])).toEqual([])
  })

  it.each([
    ['drop table "users"'],
    ['drop index "users_kind_index"'],
    ['truncate "users"'],
    ['delete from "users"'],
    [`update "users" set "kind" = 'one'`],
    ['create unique index "users_kind_unique" on "users" ("kind")'],
    ['create or replace function "f"() returns trigger as $$ begin end; $$ language plpgsql'],
    ['alter table "users" rename to "people"'],
    ['alter table "users" rename column "kind" to "sort"'],
    ['alter table "users" drop column "kind"'],
    ['alter table "users" add column "nickname" text not null'],
    ['alter table "users" add column "a" text null, add column "b" text not null'],
    ['alter table "users" alter column "kind" type varchar(3)'],
    ['alter table "users" alter column "kind" set not null'],
    ['alter table "users" drop constraint "users_kind_check"'],
    [`alter table "users" drop constraint "users_kind_check", ${check(`'one', 'three'`)}`],
    [`alter table "users" add constraint "other_check" check ("kind" in ('one'))`],
    ['alter table "users" add constraint "users_kind_unique" unique ("kind")'],
  ])('may not: %s', (statement) => {
    expect(findBreakingChanges([base, { name: 'next', statements: [statement] }])).not.toEqual([])
  })
})
