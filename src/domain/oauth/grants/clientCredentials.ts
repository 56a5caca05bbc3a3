import { isRefusal, refuse } from '../../refusal.ts'
import type { Refusal } from '../../refusal.ts'
import type { Client } from '../client.ts'
import { requestedResource } from '../resource.ts'
import { decideScope, requestedScope } from '../scope.ts'

/** The parameters of a client's request for a token of its own (RFC 6749 §4.4.2, RFC 8707 §2.2). */
export type ClientCredentialsRequest = {
  readonly scope?: string | undefined
  readonly resource?: string | readonly string[] | undefined
}

/**
 * Decides whether a client gets a token of its own (RFC 6749 §4.4: confidential clients only).
 *
 * @param client  the authenticated client
 * @returns its scope, which may be empty, and its audience (null: the issuer); or `unauthorized_client`, `invalid_target`, `invalid_scope`
 */
export function decideClientCredentials(
  request: ClientCredentialsRequest,
  client: Client,
): { readonly scope: readonly string[]; readonly resource: string | null } | Refusal {
  if (client.tokenEndpointAuthMethod === 'none' || !client.grantTypes.includes('client_credentials'))
    return refuse('unauthorized_client', 'The application may not use the client_credentials grant')
  const resource = requestedResource(request.resource)
  if (isRefusal(resource)) return resource
  const requested = requestedScope(request.scope)
  if (isRefusal(requested)) return requested
  const scope = decideScope(requested, client, 'client_credentials')
  return isRefusal(scope) ? scope : { scope, resource }
}
