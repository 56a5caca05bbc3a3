import { StoreUnavailable } from '../store.ts'
import type { OpaqueSlots } from './accessTokens.store.ts'
import { codeOf } from './failure.ts'

/**
 * The beginning of a statement that redeems the code or refresh token with hash `$1`: `live` is its grant, if it may still
 * be redeemed.
 *
 * Rows are locked in the order in which deleting an app reaches them (client, grant, then what was issued from it), so that
 * the two wait for each other and never deadlock; the foreign keys of the rows to come would take the same locks later. A
 * revocation under way is waited for, so that nothing is issued after it has answered.
 *
 * Of several redeemers all but one find, when their turn for the row of `$1` comes, that it is consumed: their update
 * touches nothing, and nothing follows from it.
 */
export function liveGrant(table: 'authorization_codes' | 'refresh_tokens', opaque: OpaqueSlots): string {
  return `client as materialized (
        select c.id from clients c where c.id = ${opaque.at('clientId')} for key share of c
      ), live as (
        select g.id, g.session_id from grants g
        where g.id = (select i.grant_id from ${table} i where i.hash = $1) and g.revoked_at is null
          and (${opaque.at('hash')} is null or exists (select 1 from client))
        for share of g
      )`
}

/**
 * Answers false for a redemption whose grant was deleted while it ran (a foreign key then points nowhere): it wrote nothing,
 * like any other loser.
 */
export async function falseWhenGone(redemption: () => Promise<boolean>): Promise<boolean> {
  try {
    return await redemption()
  } catch (error) {
    if (error instanceof StoreUnavailable && codeOf(error.cause) === '23503') return false
    throw error
  }
}
