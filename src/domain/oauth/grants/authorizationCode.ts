import { refuse } from '../../refusal.ts'
import type { Refusal } from '../../refusal.ts'
import type { Client } from '../client.ts'
import { findGrantEnd } from '../grant.ts'
import type { CodeFacts } from '../grant.ts'
import { verifyCodeVerifier } from '../pkce.ts'
import { checkGrantedResource } from '../resource.ts'

/** The parameters of a token request with a code (RFC 6749 §4.1.3, RFC 7636 §4.5, RFC 8707 §2.2). */
export type CodeRequest = {
  readonly redirectUri: string | undefined
  readonly codeVerifier?: string | undefined
  readonly resource?: string | readonly string[] | undefined
}

/** What becomes of a code. `replay`: revoke the grant, then answer with the refusal. */
export type CodeRedemption =
  | (CodeFacts & { readonly outcome: 'issue' })
  | { readonly outcome: 'replay'; readonly grantId: string; readonly refusal: Refusal }
  | { readonly outcome: 'refuse'; readonly refusal: Refusal }

/**
 * Decides whether an authorization code may become tokens.
 *
 * Possession (client, redirect URI, PKCE) is proven before single use is looked at: a stranger who saw a code can neither
 * burn it nor revoke what its owner got. Single use is looked at before expiry: a code that comes back late still tells
 * that it leaked. RFC 6749 §4.1.2, §4.1.3, §10.5; RFC 7636 §4.6.
 *
 * A decision is no lock: when the store then says that another request was faster, load the facts again and decide again.
 *
 * @param facts        null when no code has that hash
 * @param client       the authenticated client
 * @param idleSeconds  after which an unused session ends
 */
export function redeemCode(
  facts: CodeFacts | null,
  request: CodeRequest,
  client: Client,
  idleSeconds: number,
  now: Date,
): CodeRedemption {
  if (!client.grantTypes.includes('authorization_code'))
    return refused(refuse('unauthorized_client', 'The application may not use the authorization_code grant'))
  if (facts === null) return refused(invalidGrant('unknown code'))
  const possession = checkPossession(facts, request, client)
  if (possession !== null) return refused(possession)
  const { code, grant } = facts
  if (code.consumedAt !== null)
    return { outcome: 'replay', grantId: grant.id, refusal: invalidGrant('code used again') }
  if (code.expiresAt.getTime() <= now.getTime()) return refused(invalidGrant('code expired'))
  const end = findGrantEnd(facts, idleSeconds, now)
  if (end !== null) return refused(invalidGrant(end))
  const resource = checkGrantedResource(request.resource, grant.resource)
  return resource === null ? { outcome: 'issue', ...facts } : refused(resource)
}

function checkPossession(facts: CodeFacts, request: CodeRequest, client: Client): Refusal | null {
  if (facts.grant.clientId !== client.id) return invalidGrant('code of another client')
  if (request.redirectUri !== facts.code.redirectUri) return invalidGrant('redirect_uri differs')
  const verifier = verifyCodeVerifier(facts.code.codeChallenge, request.codeVerifier)
  return verifier === null ? null : invalidGrant(verifier.reason)
}

function refused(refusal: Refusal): CodeRedemption {
  return { outcome: 'refuse', refusal }
}

function invalidGrant(reason: string): Refusal {
  return refuse(
    'invalid_grant',
    'The code is invalid, expired or used, or does not belong to this client, redirect URI or verifier',
    reason,
  )
}
