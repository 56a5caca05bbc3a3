import type { Context } from '../context.ts'
import type { Client, ClientKey } from '../domain/oauth/client.ts'
import { assertionRules, checkAssertion, isSigned, keyIdOf } from '../domain/oauth/clientAssertion.ts'
import {
  invalidClient,
  type AssertingClient,
  type AuthenticatedClient,
} from '../domain/oauth/clientAuthentication.ts'
import { signingKeys } from '../domain/oauth/clientKeys.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { hashSecret } from '../domain/token/secret.ts'

/** Does work without holding the request's place before the database. */
export type Outside = <T>(work: () => Promise<T>) => Promise<T>

/**
 * Proves a client by its assertion (RFC 7523 §3): what it says, then the signature, then that it is used for the first time,
 * so that nobody can use up the id of an assertion that somebody else signed.
 *
 * @param outside  for fetching keys from the client's own server
 * @returns the client, or `invalid_client`
 */
export async function proveAssertion(
  { client, assertion }: AssertingClient,
  now: Date,
  outside: Outside,
  context: Pick<Context, 'store' | 'clientKeys' | 'config'>,
): Promise<AuthenticatedClient | Refusal> {
  const { issuer, profile } = context.config
  const spent = checkAssertion(assertion, client, assertionRules(issuer, profile), now)
  if (isRefusal(spent)) return spent
  const algorithm = client.tokenEndpointAuthSigningAlg!
  const pick = (keys: readonly ClientKey[]) => signingKeys(keys, algorithm, keyIdOf(assertion))
  const keys = await findKeys(client, pick, outside, context)
  if (keys === null) return invalidClient('keys at jwks_uri unavailable')
  if (keys.length === 0) return invalidClient('no key fits the assertion')
  if (!(await isSigned(assertion, keys, algorithm))) return invalidClient('assertion signature wrong')
  const { clients } = context.store
  const isFirst = await clients.spendAssertion(client.id, hashSecret(spent.jti), spent.expiresAt, now)
  return isFirst ? { client, secret: null, presentedSecret: null } : invalidClient('assertion used before')
}

async function findKeys(
  { id, jwks, jwksUri }: Client,
  pick: (keys: readonly ClientKey[]) => readonly ClientKey[],
  outside: Outside,
  { clientKeys }: Pick<Context, 'clientKeys'>,
): Promise<readonly ClientKey[] | null> {
  if (jwksUri === null) return pick(jwks?.keys ?? [])
  return clientKeys.find({ id, jwksUri }, pick, outside)
}
