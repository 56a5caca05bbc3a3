import { DatabaseError } from 'pg'
import { StoreUnavailable } from '../store.ts'

/**
 * Classes of SQLSTATE that say "not now" rather than "never": connection (08), resources (53), operator (57), and single
 * codes for a lost race of locks (40001, 40P01), a standby (25006), an idle transaction (25P03) and a lock wait (55P03).
 */
const notNow = /^(?:08...|53...|57...|40001|40P01|25006|25P03|55P03)$/

/** SQLSTATEs after which PostgreSQL has closed the connection. */
const closed = /^(?:08...|57P0[1-5]|25P03)$/

const socketErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
])

/** What `pg` says, without a code, about a connection that is gone or did not answer in time. */
const lostMessages =
  /^(?:Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/

/** The SQLSTATE or system error code of what was thrown, also through MikroORM's wrapping; null when it has none. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/**
 * Tells whether a connection that just threw `error` is unfit for another statement. Only an error that PostgreSQL reported,
 * and after which it keeps the session, leaves it fit; after a client-side timeout the late answer would meet the next question.
 */
export function isBroken(error: unknown): boolean {
  return !(error instanceof DatabaseError) || closed.test(error.code ?? '')
}

/** Tells whether the connection went away under the statement (it did not merely answer too late): a read may be asked again. */
export function isLost(error: unknown): boolean {
  if (error instanceof DatabaseError) return closed.test(error.code ?? '')
  if (!(error instanceof Error) || error.message === 'Query read timeout') return false
  return socketErrors.has(codeOf(error) ?? '') || lostMessages.test(error.message)
}

/** `sqlclient_unable_to_establish_sqlconnection`: what a connection that never came about is called in SQL. */
const noConnection = '08001'

/**
 * What not getting a connection becomes, whatever the reason: a refused password, too, only says that the store could not
 * be asked. It carries an SQLSTATE because MikroORM wraps what it meets, and keeps of it no more than members like that.
 */
export function unreachable(error: unknown): StoreUnavailable {
  const reason = error instanceof Error ? error.message : String(error)
  const message = error instanceof StoreUnavailable ? reason : `the database cannot be reached: ${reason}`
  return Object.assign(new StoreUnavailable(message, { cause: error }), { code: noConnection })
}

/**
 * Turns what the driver threw into what the ports promise.
 *
 * A foreign key that points nowhere (23503) is among the refusals: client, user or session was deleted between the question
 * and the write. Nothing was written, and asking again gets the true answer.
 *
 * @returns `StoreUnavailable` where asking again makes sense, else the error as it is: a bug
 */
export function toStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error
  const code = codeOf(error) ?? ''
  const message = error instanceof Error ? error.message : ''
  if (code === '23503')
    return new StoreUnavailable('what this belongs to was deleted meanwhile', { cause: error })
  if (code === noConnection) return new StoreUnavailable(message, { cause: error })
  if (!notNow.test(code) && !socketErrors.has(code) && !lostMessages.test(message)) return error
  return new StoreUnavailable(`the database did not answer: ${message.split('\n')[0]}`, { cause: error })
}
