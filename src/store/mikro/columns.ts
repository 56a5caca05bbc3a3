/** Types a column of ours may have; the cast in the statement fixes what PostgreSQL takes the parameter for. */
export type ColumnType =
  | 'uuid'
  | 'text'
  | 'text[]'
  | 'boolean'
  | 'integer'
  | 'double precision'
  | 'bytea'
  | 'timestamptz'
  | 'jsonb'

/** The columns of a domain type: every member, by its name in the domain. `redirectUris` is the column `redirect_uris`. */
export type Columns<T> = { readonly [Member in keyof T]-?: ColumnType }

/** The place of one row among the parameters of a statement. */
export type Slots<T extends object> = {
  /** `id, client_id, …` */
  readonly names: string
  /** `$3::uuid, $4::text, …` */
  readonly parameters: string
  /** one of the parameters, e.g. `$3::uuid` */
  at(member: keyof T & string): string
  /** the number of the first parameter after this row */
  readonly next: number
  /** the parameters; all null for a row that is left out */
  values(row: T | null): unknown[]
}

/** The column that holds a member of the domain type. */
export function columnName(member: string): string {
  return member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Numbers the parameters of one row, starting with `$first`. */
export function slots<T extends object>(columns: Columns<T>, first: number): Slots<T> {
  const members = Object.keys(columns) as (keyof T & string)[]
  const parameters = members.map((member, index) => `$${first + index}::${columns[member]}`)
  return {
    names: members.map(columnName).join(', '),
    parameters: parameters.join(', '),
    at: (member) => `$${first + members.indexOf(member)}::${columns[member]}`,
    next: first + members.length,
    values: (row) => members.map((member) => (row === null ? null : row[member])),
  }
}

/** `t.id as "t.id", t.client_id as "t.clientId", …`: what `readRow` reads. */
export function selection<T>(columns: Columns<T>, alias: string): string {
  return Object.keys(columns)
    .map((member) => `${alias}.${columnName(member)} as "${alias}.${member}"`)
    .join(', ')
}

/** The names in a row, by member, of what is read under an alias: made once, since every request reads rows. */
const places = new WeakMap<object, Map<string, readonly (readonly [member: string, place: string])[]>>()

function placesOf(columns: object, alias: string): readonly (readonly [string, string])[] {
  let byAlias = places.get(columns)
  if (byAlias === undefined) places.set(columns, (byAlias = new Map()))
  let known = byAlias.get(alias)
  if (known === undefined)
    byAlias.set(
      alias,
      (known = Object.keys(columns).map((member) => [member, `${alias}.${member}`] as const)),
    )
  return known
}

/** Reads one domain object out of a row selected by `selection`. */
export function readRow<T>(columns: Columns<T>, alias: string, row: Readonly<Record<string, unknown>>): T {
  const read: Record<string, unknown> = {}
  for (const [member, place] of placesOf(columns, alias)) read[member] = row[place]
  return read as T
}

/** The same for the far side of a left join: null when no row was joined, which its key tells. */
export function readJoined<T>(
  columns: Columns<T>,
  alias: string,
  row: Readonly<Record<string, unknown>>,
  key: keyof T & string,
): T | null {
  return row[`${alias}.${key}`] === null ? null : readRow(columns, alias, row)
}

/** Copies the members of a domain type out of an entity, so that nothing of the mapper reaches the domain. */
export function readEntity<T>(columns: Columns<T>, entity: { readonly [Member in keyof T]: unknown }): T {
  const members = Object.keys(columns) as (keyof T & string)[]
  return Object.fromEntries(members.map((member) => [member, entity[member]])) as T
}
