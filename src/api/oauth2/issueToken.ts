import type { Client } from '../../domain/oauth/client.ts'
import type { AuthenticatedClient } from '../../domain/oauth/clientAuthentication.ts'
import {
  decideClientCredentials,
  type ClientCredentialsRequest,
} from '../../domain/oauth/grants/clientCredentials.ts'
import { formatScope } from '../../domain/oauth/scope.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { Call, Operation } from '../../http/operation.ts'
import { authenticateClient } from '../../steps/authenticateClient.ts'
import { exchangeCode } from '../../steps/exchangeCode.ts'
import { issueAccessToken } from '../../steps/issueAccessToken.ts'
import { refreshTokens } from '../../steps/refreshTokens.ts'
import type { TokenContext, TokenResponse } from '../../steps/tokenResponse.ts'

/** Issues tokens for a grant. */
export const issueToken: Operation<'issueToken'> = async (call, context) => {
  const authenticated = await authenticateClient(call, context)
  if (isRefusal(authenticated)) return call.refuse(authenticated)
  const tokens = await tokensOf(call, authenticated, context)
  return isRefusal(tokens) ? call.refuse(tokens) : call.reply(200, tokens)
}

function tokensOf(
  { body, now }: Call<'issueToken'>,
  authenticated: AuthenticatedClient,
  context: TokenContext,
): Promise<TokenResponse | Refusal> {
  switch (body.grant_type) {
    case 'authorization_code':
      return exchangeCode(body, authenticated, now, context)
    case 'refresh_token':
      return refreshTokens(body, authenticated, now, context)
    case 'client_credentials':
      return issueClientToken(body, authenticated.client, now, context)
  }
}

/** A token of the client's own, for no user (RFC 6749 §4.4). */
async function issueClientToken(
  request: ClientCredentialsRequest,
  client: Client,
  now: Date,
  context: TokenContext,
): Promise<TokenResponse | Refusal> {
  const decided = decideClientCredentials(request, client)
  if (isRefusal(decided)) return decided
  const { text, expiresInSeconds, opaque } = issueAccessToken(
    { client, grant: null, ...decided },
    now,
    context,
  )
  if (opaque !== null) await context.store.accessTokens.store(opaque)
  const scope = decided.scope.length === 0 ? undefined : formatScope(decided.scope)
  return { access_token: text, token_type: 'Bearer', expires_in: expiresInSeconds, scope }
}
