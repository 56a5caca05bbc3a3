/**
 * Every public error code of the contract. Codes of OAuth 2.0 (RFC 6749 §4.1.2.1, §5.2; RFC 6750 §3.1; RFC 8707 §2;
 * RFC 7591 §3.2.2; RFC 9470 §3; OpenID Connect Core §3.1.2.6) keep their meaning; the rest are ours and documented in the contract.
 */
export type ErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'invalid_scope'
  | 'invalid_target'
  | 'invalid_redirect_uri'
  | 'invalid_client_metadata'
  | 'access_denied'
  | 'consent_required'
  | 'login_required'
  | 'unmet_authentication_requirements'
  | 'interaction_required'
  | 'request_not_supported'
  | 'request_uri_not_supported'
  | 'invalid_token'
  | 'insufficient_scope'
  | 'insufficient_user_authentication'
  | 'invalid_credentials'
  | 'mfa_required'
  | 'account_exists'
  | 'registration_closed'
  | 'not_found'
  | 'method_not_allowed'
  | 'not_acceptable'
  | 'conflict'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'request_timeout'
  | 'header_fields_too_large'
  | 'rate_limit_exceeded'
  | 'temporarily_unavailable'
  | 'server_error'

/** Marks refusals. A symbol, because no body and no query of a stranger can spell one. */
const refused = Symbol('refused')

/** One failing member of a request: where it stands (`/redirect_uris/0`, a JSON pointer into the body or `query/name`) and what it must be. */
export type InvalidMember = { readonly path: string; readonly message: string }

/**
 * An expected refusal: a value, never thrown by the domain.
 *
 * `description` is stable English for the client: printable ASCII without `"` and `\` (RFC 6749 §5.2), no input echoed.
 * `reason` is for the log only and never leaves the process.
 */
export type Refusal = {
  readonly [refused]: true
  readonly code: ErrorCode
  readonly description: string
  readonly reason: string
  /** every failing member, for invalid input on `/api/v1` */
  readonly errors?: readonly InvalidMember[]
  /** seconds since sign-in that the operation allows, for `insufficient_user_authentication` (RFC 9470 §3) */
  readonly maxAgeSeconds?: number
  /** the authentication context that would have been enough, for `insufficient_user_authentication` (RFC 9470 §3) */
  readonly acrValues?: string
  /** scope that would have been enough, for `insufficient_scope` (RFC 6750 §3) */
  readonly scope?: string
  /** how the sign-in goes on, for `mfa_required`: the only copy of the `mfa_token`, and what may be shown with it */
  readonly mfa?: { readonly token: string; readonly methods: readonly string[] }
  /** seconds after which trying again makes sense, for 429 and 503 */
  readonly retryAfterSeconds?: number
  /** what the page of a browser operation offers besides the description */
  readonly page?: PageOffer
}

/** What an error page offers a person. */
export type PageOffer = {
  /** said instead of the description, in the person's language */
  readonly message?: PageMessage
  /** a page of ours on which the same begins again */
  readonly startAgainUri?: string | undefined
  /** a place that the app registered, to go back to */
  readonly backUri?: string
}

/** What happens to people often enough to be told in their language. */
export type PageMessage =
  | 'transaction_expired'
  | 'transaction_finished'
  | 'transaction_unknown'
  | 'form_outdated'
  | 'link_useless'
  | 'too_many_attempts'

/**
 * Makes a refusal.
 *
 * @param reason  what the log may hear; when left out, the description
 * @param more    members that only some codes carry
 */
export function refuse(
  code: ErrorCode,
  description: string,
  reason: string = description,
  more: Pick<
    Refusal,
    'errors' | 'acrValues' | 'maxAgeSeconds' | 'scope' | 'retryAfterSeconds' | 'page' | 'mfa'
  > = {},
): Refusal {
  return { [refused]: true, code, description, reason, ...more }
}

/** The `reason` of a refusal to someone who presented no token, and is told no error code (RFC 6750 §3.1). */
export const noTokenReason = 'no token presented'

/** Tells a refusal from whatever else a deciding function returns. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && refused in value
}
