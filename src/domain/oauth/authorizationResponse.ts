import type { Refusal } from '../refusal.ts'
import type { AuthorizationParameters, AuthorizationRequest, ResponseMode } from './authorizationRequest.ts'
import { listOf, valueOf } from './parameter.ts'
import { appendToRedirectUri } from './redirectUri.ts'
import { formatScope } from './scope.ts'

/** What an authorization gave: a code, or for the response type `token` an access token (RFC 6749 §4.1.2, §4.2.2). */
export type AuthorizationResult =
  | { readonly code: string }
  | { readonly accessToken: string; readonly expiresInSeconds: number; readonly scope: readonly string[] }

/** The redirect URI with the answer to a granted request. Carries `iss` against mix-up (RFC 9207 §2). */
export function authorizationSuccessUri(
  request: AuthorizationRequest,
  result: AuthorizationResult,
  issuer: string,
): string {
  const given =
    'code' in result
      ? { code: result.code }
      : {
          access_token: result.accessToken,
          token_type: 'Bearer',
          expires_in: String(result.expiresInSeconds),
          scope: formatScope(result.scope),
        }
  const params = { ...given, state: request.state ?? undefined, iss: issuer }
  return appendToRedirectUri(request.redirectUri, params, request.responseMode)
}

/**
 * The redirect URI with an error (RFC 6749 §4.1.2.1, §4.2.2.1; RFC 9207 §2). Only after `checkAuthorizationTarget` found
 * nothing wrong with it.
 *
 * @param errorUri  the page that explains the error to a developer
 */
export function authorizationErrorUri(
  request: AuthorizationParameters,
  refusal: Refusal,
  issuer: string,
  errorUri?: string,
): string {
  const params = {
    error: refusal.code,
    error_description: refusal.description,
    error_uri: errorUri,
    state: valueOf(request.state),
    iss: issuer,
  }
  return appendToRedirectUri(request.redirect_uri ?? '', params, errorMode(request))
}

/** The request may be invalid, so its mode is only taken where it is safe; whatever asks for tokens is answered in the fragment. */
function errorMode(request: AuthorizationParameters): ResponseMode {
  const types = listOf(request.response_type)
  if (types.includes('token') || types.includes('id_token')) return 'fragment'
  return request.response_mode === 'fragment' ? 'fragment' : 'query'
}

/**
 * Tells whether a refusal of the API flow goes to the redirect URI. What the person can still cure in this very flow
 * (sign in again, approve) is told to the caller directly; with `prompt=none` nobody is there to do it.
 *
 * @param request  null when it was refused before it was valid
 */
export function isAnsweredByRedirect(refusal: Refusal, request: AuthorizationRequest | null): boolean {
  if (refusal.code === 'consent_required') return request?.prompt.includes('none') === true
  return refusal.code !== 'insufficient_user_authentication'
}
