import { Client, Pool, type PoolClient, type QueryResultRow } from 'pg'
import { StoreUnavailable, type Connections } from '../store.ts'
import { isBroken, isLost, toStoreError, unreachable } from './failure.ts'
import { runPrepared } from './prepared.ts'
import {
  clientConfig,
  defaultPoolSize,
  limitsFor,
  patience,
  requestLimits,
  type DatabaseSettings,
  type Limits,
  type TraceStatement,
} from './settings.ts'
import type { Statement } from './statement.ts'

/** Runs a statement on one connection. `timeoutMillis` is the client's patience where the usual one is too short. */
export type Run = <R extends QueryResultRow>(
  statement: Statement,
  values: readonly unknown[],
  timeoutMillis?: number,
) => Promise<R[]>

/** The one pool of the process, in the few ways the store uses it. Everything throws `StoreUnavailable` when the database cannot be asked. */
export type Database = {
  /** its name on the server */
  readonly name: string
  /** One statement that writes: tried once, since after a lost connection nobody knows whether it was applied. */
  readonly write: Run
  /** One statement that only reads: when a pooled connection turns out to be dead, it is asked again on the next, down to a fresh one. */
  readonly read: Run
  /** Several statements in one transaction (READ COMMITTED); rolled back when `work` throws. */
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T>
  /** Does what asks the database by another way than these, and tells of it where that is wanted. */
  readonly trace: TraceStatement
  /** Lends a connection; the caller gives it back by `giveBack`, with the error that broke off its work, if any. */
  borrow(): Promise<PoolClient>
  giveBack(client: PoolClient, error?: unknown): void
  connections(): Connections
  close(): Promise<void>
}

const begin: Statement = { name: '', text: 'begin' }
const commit: Statement = { name: '', text: 'commit' }
const rollback: Statement = { name: '', text: 'rollback' }

/** Makes the pool. Connects on first use, so a database that is briefly away does not keep the process from starting. */
export function openDatabase(settings: DatabaseSettings, limits: Limits = requestLimits): Database {
  const pool = openPool(settings, limits)
  const used = new WeakSet<PoolClient>()
  const size = settings.poolSize ?? defaultPoolSize
  const borrow = () => borrowFrom(pool, size)
  const { trace, isPooled } = settings
  const run = isPooled === true ? runUnprepared : runOn
  // Chosen once: where nobody collects traces, a statement costs what it cost before there were any.
  const ask = trace === undefined ? run : tracedBy(trace, run)

  function giveBack(client: PoolClient, error?: unknown): void {
    used.add(client)
    client.release(error !== undefined && isBroken(error))
  }

  const write: Run = async (statement, values, timeoutMillis) => {
    const client = await borrow()
    try {
      const rows = await ask(client, statement, values, timeoutMillis)
      giveBack(client)
      return rows as never
    } catch (error) {
      giveBack(client, error)
      throw toStoreError(error)
    }
  }

  const read: Run = async (statement, values, timeoutMillis) => {
    for (;;) {
      const client = await borrow()
      const mayBeDead = used.has(client)
      try {
        const rows = await ask(client, statement, values, timeoutMillis)
        giveBack(client)
        return rows as never
      } catch (error) {
        giveBack(client, error)
        // Each round removes a dead connection from the pool, so the last one is fresh and its failure is final.
        if (!mayBeDead || !isLost(error)) throw toStoreError(error)
      }
    }
  }

  const transaction: Database['transaction'] = async (work) =>
    inTransaction(await borrow(), { ask, giveBack }, work)

  let closing: Promise<void> | null = null
  const close = () => (closing ??= pool.end())
  const name = new Client(clientConfig(settings)).database ?? ''
  const connections = () => ({
    busy: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  })
  const untold: TraceStatement = (_name, work) => work()
  return { name, write, read, transaction, trace: trace ?? untold, borrow, giveBack, connections, close }
}

function openPool(settings: DatabaseSettings, limits: Limits): Pool {
  const log = settings.log ?? (() => {})
  const pool = new Pool({
    ...clientConfig(settings),
    max: settings.poolSize ?? defaultPoolSize,
    idleTimeoutMillis: 30_000,
    ...limitsFor(settings, limits),
  })
  // Without listeners a database that restarts would end the process: pg emits `error` on the pool for idle connections,
  // and on the client for lent ones, whose next statement then tells.
  pool.on('error', (error) => log('an idle database connection was lost', { reason: error.message }))
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Waits at most `patience.poolWait` for a free connection; a new one may take `patience.connect`, which pg itself watches. */
async function borrowFrom(pool: Pool, size: number): Promise<PoolClient> {
  const isFull = pool.idleCount === 0 && pool.totalCount >= size
  const coming = pool.connect()
  try {
    return isFull
      ? await withDeadline(coming, patience.poolWait, 'no database connection came free')
      : await coming
  } catch (error) {
    if (isFull) {
      coming.then(
        (late) => late.release(),
        () => {},
      )
    }
    throw unreachable(error)
  }
}

/** Waits for `work`, but no longer than `milliseconds`: then `StoreUnavailable`. The work itself goes on. */
export async function withDeadline<T>(work: Promise<T>, milliseconds: number, reason: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable(reason)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** How a statement is run on a connection. */
type RunOn = typeof runOn
/** What a transaction is made with. */
type Means = { readonly ask: RunOn; readonly giveBack: Database['giveBack'] }

async function inTransaction<T>(
  client: PoolClient,
  { ask, giveBack }: Means,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  let failure: unknown
  const run: Run = async (statement, values, timeoutMillis) => {
    try {
      return await ask(client, statement, values, timeoutMillis)
    } catch (error) {
      failure = error
      throw error
    }
  }
  try {
    await run(begin, [])
    const result = await work(run)
    await run(commit, [])
    giveBack(client)
    return result
  } catch (error) {
    await abandon(client, failure, { ask, giveBack })
    // What the work itself threw is nobody's business here, whatever it looks like.
    throw error === failure ? toStoreError(error) : error
  }
}

/** Ends a transaction that failed. `failure` is what the connection itself threw, undefined when only the work around it did. */
async function abandon(client: PoolClient, failure: unknown, { ask, giveBack }: Means): Promise<void> {
  if (failure !== undefined && isBroken(failure)) return giveBack(client, failure)
  try {
    await ask(client, rollback, [])
    giveBack(client)
  } catch (error) {
    giveBack(client, error)
  }
}

function runOn<R extends QueryResultRow>(
  client: PoolClient,
  statement: Statement,
  values: readonly unknown[],
  timeoutMillis?: number,
): Promise<R[]> {
  return statement.name === ''
    ? client.query<R>(statement.text).then(({ rows }) => rows)
    : runPrepared<R>(client, statement, values, timeoutMillis)
}

/** Nothing is prepared: the next statement may meet a connection that never heard of it. */
function runUnprepared<R extends QueryResultRow>(
  client: PoolClient,
  { text }: Statement,
  values: readonly unknown[],
  timeoutMillis?: number,
): Promise<R[]> {
  const limit = timeoutMillis === undefined ? {} : { query_timeout: timeoutMillis }
  return client.query<R>({ text, values: [...values], ...limit }).then(({ rows }) => rows)
}

/** The same, told of: by the statement's name, or by its text where that is one of three words. */
function tracedBy(trace: TraceStatement, run: RunOn): RunOn {
  return (client, statement, values, timeoutMillis) => {
    const work = () => run<never>(client, statement, values, timeoutMillis)
    return statement.isUpkeep === true ? work() : trace(statement.name || statement.text, work)
  }
}
