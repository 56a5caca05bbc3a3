import type { Refusal } from '../refusal.ts'
import type { AuthorizationParameters, AuthorizationRequest, ResponseMode } from './authorizationRequest.ts'
import { listOf, valueOf } from './parameter.ts'
import { appendToRedirectUri } from './redirectUri.ts'
import { formatScope } from './scope.ts'

/** What an authorization gave: a code, or for the response type `token` an access token (RFC 6749 §4.1.2, §4.2.2). */
export type AuthorizationResult =
  | { readonly code: string }
  | { readonly accessToken: string; readonly expiresInSeconds: number; readonly scope: readonly string[] }

/** An answer for an app: where it goes, what it says, and how it travels. */
export type AuthorizationAnswer = {
  readonly redirectUri: string
  readonly parameters: Readonly<Record<string, string>>
  readonly mode: ResponseMode
}

/** The answer to a granted request. Carries `iss` against mix-up (RFC 9207 §2). */
export function authorizationSuccess(
  request: AuthorizationRequest,
  result: AuthorizationResult,
  issuer: string,
): AuthorizationAnswer {
  const given =
    'code' in result
      ? { code: result.code }
      : {
          access_token: result.accessToken,
          token_type: 'Bearer',
          expires_in: String(result.expiresInSeconds),
          scope: formatScope(result.scope),
        }
  const { redirectUri, responseMode: mode, state } = request
  return { redirectUri, mode, parameters: sent({ ...given, state: state ?? undefined, iss: issuer }) }
}

/**
 * The answer with an error (RFC 6749 §4.1.2.1, §4.2.2.1; RFC 9207 §2). Only after `checkAuthorizationTarget` found nothing
 * wrong with its redirect URI.
 *
 * @param errorUri  the page that explains the error to a developer
 */
export function authorizationError(
  request: AuthorizationParameters,
  refusal: Refusal,
  issuer: string,
  errorUri?: string,
): AuthorizationAnswer {
  const parameters = sent({
    error: refusal.code,
    error_description: refusal.description,
    error_uri: errorUri,
    state: valueOf(request.state),
    iss: issuer,
  })
  return { redirectUri: request.redirect_uri ?? '', mode: errorMode(request), parameters }
}

/**
 * The URL that brings an answer to the app. One that was asked for as a form travels in the query where there is no page to
 * hold the form: only errors come to that.
 */
export function answerUri({ redirectUri, parameters, mode }: AuthorizationAnswer): string {
  return appendToRedirectUri(redirectUri, parameters, mode === 'fragment' ? 'fragment' : 'query')
}

function sent(parameters: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** The request may be invalid, so its mode is only taken where it is safe: what asks for tokens is never answered in the query. */
function errorMode(request: AuthorizationParameters): ResponseMode {
  if (request.response_mode === 'form_post') return 'form_post'
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
