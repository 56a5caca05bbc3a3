import type { Context } from '../context.ts'
import { isUseWorthNoting } from '../domain/moment.ts'
import {
  claimedClientId,
  decideClientAuthentication,
  parseAssertion,
  parseBasic,
  type AuthenticatedClient,
  type PresentedClient,
} from '../domain/oauth/clientAuthentication.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { proveAssertion, type Outside } from './proveAssertion.ts'

/** What a request to the token, revocation or introspection endpoint carries of its client. */
export type ClientRequest = {
  /** the Authorization header */
  readonly authorization: string | undefined
  readonly body: {
    readonly client_id?: string
    readonly client_secret?: string
    readonly client_assertion_type?: string
    readonly client_assertion?: string
  }
  readonly now: Date
  /** hears of the proven client before anything is done for it; a refusal ends the request */
  readonly identify: (client: AuthenticatedClient) => Promise<Refusal | null>
  readonly outside: Outside
}

/**
 * Proves which client asks: HTTP Basic, secret in the body, an assertion that the client signed
 * (RFC 7523 §2.2), or a public client's bare `client_id` (RFC 6749 §2.3). No read for a client that asked lately; noting the use of a
 * secret is a write at most once a minute.
 *
 * @returns the client, or `invalid_client` / `invalid_request` / `rate_limit_exceeded`
 */
export async function authenticateClient(
  { authorization, body, now, identify, outside }: ClientRequest,
  context: Pick<Context, 'store' | 'clientKeys' | 'config'>,
): Promise<AuthenticatedClient | Refusal> {
  const presented: PresentedClient = {
    basic: authorization === undefined ? null : (parseBasic(authorization) ?? 'malformed'),
    bodyClientId: body.client_id,
    bodyClientSecret: body.client_secret,
    assertion: parseAssertion(body.client_assertion_type, body.client_assertion),
  }
  const { clients } = context.store
  const clientId = claimedClientId(presented)
  const credentials = clientId === undefined ? null : await clients.recallByClientId(clientId, now)
  const claimed = decideClientAuthentication(presented, credentials, now)
  if (isRefusal(claimed)) return claimed
  const decided = 'assertion' in claimed ? await proveAssertion(claimed, now, outside, context) : claimed
  if (isRefusal(decided)) return decided
  const noCallLeft = await identify(decided)
  if (noCallLeft !== null) return noCallLeft
  if (decided.secret !== null && isUseWorthNoting(decided.secret.lastUsedAt, now))
    await clients.touchSecret(decided.client.id, decided.secret.id, now)
  return decided
}
