import type { Grant } from '../../domain/oauth/grant.ts'
import { StoreUnavailable } from '../store.ts'
import { slots, type Slots } from './columns.ts'
import { grantColumns } from './rows.ts'

/**
 * The place of a new grant among the parameters of a statement that stores one with what is issued from it: `given` is its id,
 * if the session that it was given in goes on.
 *
 * A session that is being ended is waited for: a request that was let in before a password was replaced, or its user signed
 * out, leaves nothing behind that was not ended with it. The same goes for the consent, without which only apps of one's own and
 * of the operator are let in.
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
      ), consent as materialized (
        select k.user_id from consents k
        where k.user_id = ${grant.at('userId')} and k.client_id = ${grant.at('clientId')}
          and k.scope @> ${grant.at('scope')} and exists (select 1 from account)
        for key share of k
      ), exempt as (
        select c.id from clients c
        where c.id = ${grant.at('clientId')} and (c.first_party or c.owner_id = ${grant.at('userId')})
      ), given as (
        insert into grants (${grant.names}) select ${grant.parameters}
        where (${grant.at('sessionId')} is null or exists (select 1 from session))
          and (exists (select 1 from exempt) or exists (select 1 from consent))
        returning id
      )`
  return { ...grant, insertion }
}

/** Throws when nothing was given. */
export function unlessEnded(given: readonly unknown[]): void {
  if (given.length === 0) throw new StoreUnavailable('the session ended meanwhile, or the consent or the app')
}
