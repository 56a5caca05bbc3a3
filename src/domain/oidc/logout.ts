import { numericDate } from '../moment.ts'
import type { Client } from '../oauth/client.ts'
import type { SignedIn } from '../oauth/interaction.ts'
import { valueOf } from '../oauth/parameter.ts'
import { refuse, type Refusal } from '../refusal.ts'

/** The parameters of a logout request as they came (OpenID Connect RP-Initiated Logout §2). Unknown ones are ignored. */
export type LogoutParameters = {
  readonly id_token_hint?: string | undefined
  readonly client_id?: string | undefined
  readonly post_logout_redirect_uri?: string | undefined
  readonly state?: string | undefined
  readonly ui_locales?: string | undefined
}

/** What decides about a logout. */
export type LogoutFacts = {
  readonly parameters: LogoutParameters
  /** the claims of the hint, whose signature was verified; null: none was sent, or it is none of ours */
  readonly hint: Readonly<Record<string, unknown>> | null
  /** the client that hint or `client_id` names; null: neither names one of ours */
  readonly client: Client | null
  /** who is signed in in this browser; null: nobody */
  readonly signedIn: SignedIn | null
  /** the `sub` under which that client knows them; null without one of both */
  readonly subject: string | null
  readonly issuer: string
}

/**
 * What comes of it: `sign_out` at once, because the app proved by the hint whom it means; `ask` the person; `done`: nobody is
 * signed in. `redirectUri` is where the browser goes afterwards, null: to a page of ours.
 */
export type Logout = {
  readonly outcome: 'sign_out' | 'ask' | 'done'
  readonly redirectUri: string | null
}

/**
 * Decides about a logout request (OpenID Connect RP-Initiated Logout §2, §3).
 *
 * The redirect URI comes first: an unregistered one is told on a page and signs nobody out, so that nobody takes our page for a
 * step of theirs. Without a hint that holds, anybody may have made the request: the person is asked, and the browser goes on to
 * the app afterwards only if the request names it by a `client_id` and nothing about it is false.
 *
 * @returns `invalid_request` for a page, where a hint is for another app or the redirect URI is not registered
 */
export function decideLogout({
  parameters,
  hint,
  client,
  signedIn,
  subject,
  issuer,
}: LogoutFacts): Logout | Refusal {
  const hasHint = valueOf(parameters.id_token_hint) !== undefined
  const wanted = valueOf(parameters.post_logout_redirect_uri)
  const named = valueOf(parameters.client_id)
  if (named !== undefined && named !== client?.clientId)
    return refuse('invalid_request', 'client_id is unknown, or is not the one of id_token_hint')
  if (wanted !== undefined && client !== null && !client.postLogoutRedirectUris.includes(wanted))
    return refuse('invalid_request', 'post_logout_redirect_uri is not registered for this application')
  const isProven = hint !== null && hint['iss'] === issuer && client !== null
  const isBelievable = client !== null && (isProven || !hasHint)
  const redirectUri =
    wanted === undefined || !isBelievable ? null : answeredUri(wanted, valueOf(parameters.state))
  if (signedIn === null) return { outcome: 'done', redirectUri: isProven ? redirectUri : null }
  const isMeant = isProven && (hint['sid'] === signedIn.session.id || hint['sub'] === subject)
  return { outcome: isMeant ? 'sign_out' : 'ask', redirectUri }
}

/** The URI with the `state` of the request (RP-Initiated Logout §3). Registered ones have no fragment. */
function answeredUri(uri: string, state: string | undefined): string {
  if (state === undefined) return uri
  const separator = uri.includes('?') ? '&' : '?'
  return `${uri}${separator}${new URLSearchParams({ state })}`
}

/** What an app is told of, once a session has ended. */
export type LogoutNotice = {
  /** public `client_id` of the app that is told */
  readonly clientId: string
  readonly userId: string
  readonly sessionId: string
}

/**
 * Who is told of the end of a session by back-channel. An app that verifies with its secret is not: whoever holds the secret
 * could forge the token, and we keep no copy to sign it with.
 */
export function logoutNotices(
  clients: readonly Pick<Client, 'clientId' | 'backchannelLogoutUri' | 'idTokenSignedResponseAlg'>[],
  session: { readonly id: string; readonly userId: string },
): readonly LogoutNotice[] {
  return clients
    .filter((client) => client.backchannelLogoutUri !== null && client.idTokenSignedResponseAlg !== 'HS256')
    .map(({ clientId }) => ({ clientId, userId: session.userId, sessionId: session.id }))
}

/** The claims of a logout token (OpenID Connect Back-Channel Logout §2.4). */
export type LogoutTokenClaims = {
  readonly iss: string
  readonly aud: string
  readonly iat: number
  readonly exp: number
  readonly jti: string
  readonly events: { readonly 'http://schemas.openid.net/event/backchannel-logout': Record<string, never> }
  readonly sub: string
  readonly sid: string
}

/** Seconds for which a logout token is good (§4: two minutes or less). */
const logoutTokenSeconds = 120

/** Writes the claims of a logout token: who, in which session, is signed out. Never with a `nonce`, which would make it an ID token (§2.4). */
export function logoutTokenClaims(
  facts: {
    readonly issuer: string
    readonly clientId: string
    readonly subject: string
    readonly sessionId: string
    readonly jti: string
  },
  now: Date,
): LogoutTokenClaims {
  const issuedAt = numericDate(now)
  return {
    iss: facts.issuer,
    aud: facts.clientId,
    iat: issuedAt,
    exp: issuedAt + logoutTokenSeconds,
    jti: facts.jti,
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    sub: facts.subject,
    sid: facts.sessionId,
  }
}

/** The URL of the frame in which an app signs out (OpenID Connect Front-Channel Logout §2, §3). */
export function frontchannelUri(
  uri: string,
  {
    isSessionRequired,
    issuer,
    sessionId,
  }: {
    readonly isSessionRequired: boolean
    readonly issuer: string
    readonly sessionId: string
  },
): string {
  if (!isSessionRequired) return uri
  const separator = uri.includes('?') ? '&' : '?'
  return `${uri}${separator}${new URLSearchParams({ iss: issuer, sid: sessionId })}`
}

const parameterNames = [
  'id_token_hint',
  'client_id',
  'post_logout_redirect_uri',
  'state',
  'ui_locales',
] as const

/** Picks what a logout request says: unknown parameters mean nothing here, empty ones count as not sent. */
export function logoutParameters(given: Readonly<Record<string, unknown>>): LogoutParameters {
  return Object.fromEntries(
    parameterNames.flatMap((name) => {
      const value = Object.hasOwn(given, name) ? given[name] : undefined
      return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
    }),
  )
}
