import { createRequire } from 'node:module'
import { Query, type PoolClient, type QueryResultRow } from 'pg'
import type { Statement } from './statement.ts'
import { textTypes } from './textTypes.ts'

/** What a statement answers: names of columns, and how their texts are read. As pg keeps it in a result. */
type Shape = {
  readonly fields: readonly object[]
  readonly _parsers: unknown
  readonly _prebuiltEmptyResultObject: unknown
}

/** The part of pg's connection that runs what is prepared (PostgreSQL, Extended Query). */
type Wire = {
  bind(parameters: {
    readonly statement: string
    readonly values: readonly unknown[]
    readonly valueMapper: (value: unknown) => unknown
  }): void
  execute(portal: object): void
  sync(): void
}

/** The part of pg's query that is replaced here. */
type Internals = {
  _result: Shape & { readonly rows: QueryResultRow[] }
  _accumulateRows: boolean
  prepare(wire: Wire): void
}

const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as {
  readonly prepareValue: (value: unknown) => unknown
}

/** What each connection has described so far, by the name of the statement. */
const described = new WeakMap<PoolClient, Map<string, Shape>>()

/**
 * Runs a prepared statement. pg asks the server for the description of the answer each time, and reads it again: for forty
 * columns that is half of what a read costs. Here each connection is asked once; what a statement answers never changes on
 * a connection, since PostgreSQL refuses a prepared one whose columns did.
 *
 * @param timeoutMillis  the client's patience; left out: that of the connection
 */
export function runPrepared<R extends QueryResultRow>(
  client: PoolClient,
  { name, text }: Statement,
  values: readonly unknown[],
  timeoutMillis?: number,
): Promise<R[]> {
  const shapes = shapesOf(client)
  const known = shapes.get(name)
  return new Promise((resolve, reject) => {
    const limit = timeoutMillis === undefined ? {} : { query_timeout: timeoutMillis }
    const done = (error: Error | null | undefined, result: unknown) => {
      if (error) return reject(error)
      const { rows, ...shape } = result as Internals['_result']
      if (known === undefined) shapes.set(name, shape)
      resolve(rows as R[])
    }
    const query = new Query<R>({ name, text, values: [...values], types: textTypes, ...limit }, done)
    if (known !== undefined) skipDescription(query as unknown as Internals, name, values, known)
    client.query(query)
  })
}

function shapesOf(client: PoolClient): Map<string, Shape> {
  const known = described.get(client)
  if (known !== undefined) return known
  const fresh = new Map<string, Shape>()
  described.set(client, fresh)
  return fresh
}

/** A statement that is described was also parsed on this connection: it only has to be bound and executed. */
function skipDescription(query: Internals, statement: string, values: readonly unknown[], shape: Shape) {
  const { fields, _parsers, _prebuiltEmptyResultObject } = shape
  // oxlint-disable-next-line no-underscore-dangle -- pg's own names
  Object.assign(query._result, { fields, _parsers, _prebuiltEmptyResultObject })
  const prepare: Internals['prepare'] = (wire) => {
    wire.bind({ statement, values, valueMapper: prepareValue })
    wire.execute({})
    wire.sync()
  }
  Object.assign(query, { prepare, _accumulateRows: true })
}
