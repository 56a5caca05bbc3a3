import type { Grant } from '../../domain/oauth/grant.ts'
import { StoreUnavailable } from '../store.ts'
import { slots, type Slots } from './columns.ts'
import { grantColumns } from './rows.ts'

/**
 * The place of a new grant among the parameters of a statement that stores one with what is issued from it: `given` is its id,
 * if the session that it was given in goes on.
 *
 * A session that is being ended is waited for: a request that was let in before a password was replaced, or its user signed
 * out, leaves nothing behind that was not ended with it.
 */
export function givenGrant(first: number): Slots<Grant> & { readonly insertion: string } {
  const grant = slots(grantColumns, first)
  // The account first: whoever replaces its password locks it before its sessions.
  const insertion = `account as materialized (
        select u.id from users u where u.id = ${grant.at('userId')} for key share of u
      ), session as materialized (
        select s.id from sessions s
        where s.id = ${grant.at('sessionId')} and s.ended_at is null and exists (select 1 from account)
        for share of s
      ), given as (
        insert into grants (${grant.names}) select ${grant.parameters}
        where ${grant.at('sessionId')} is null or exists (select 1 from session)
        returning id
      )`
  return { ...grant, insertion }
}

/** Throws when nothing was given. */
export function unlessEnded(given: readonly unknown[]): void {
  if (given.length === 0) throw new StoreUnavailable('the session ended meanwhile')
}
