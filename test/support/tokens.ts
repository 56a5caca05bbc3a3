import { expect } from 'vitest'
import {
  getUserinfo,
  introspectToken,
  issueToken,
  type AppRegistrationResponse,
  type AuthorizationCodeGrant,
  type AuthorizationRequest,
  type IntrospectionResponse,
  type RefreshTokenGrant,
} from '../../client/index.ts'
import { authorizeApp, createPkce, redirectUri, type Person } from './actors.ts'
import { expectRefused, status } from './answers.ts'
import type { TestService } from './service.ts'

/** What an app proves itself with. A public one has no secret. */
export type AppCredentials = Pick<AppRegistrationResponse, 'app_id' | 'app_secret'>

/** A code and the verifier that belongs to it. */
export type RequestedCode = { readonly code: string; readonly verifier: string }

/** `client_id` and, where there is one, `client_secret` (RFC 6749 §2.3.1). */
export function credentialsOf(app: AppCredentials): { client_id: string; client_secret?: string } {
  const { app_id: client_id, app_secret } = app
  return app_secret === undefined ? { client_id } : { client_id, client_secret: app_secret }
}

/** The `Authorization: Basic` header of an app, each part form-encoded first (RFC 6749 §2.3.1). */
export function basicOf(clientId: string, clientSecret: string): { Authorization: string } {
  const text = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`
  return { Authorization: `Basic ${Buffer.from(text).toString('base64')}` }
}

/** Authorizes an app with PKCE and returns the code. */
export async function requestCode(
  service: TestService,
  person: Person,
  app: AppCredentials,
  request: Partial<AuthorizationRequest> = {},
): Promise<RequestedCode> {
  const { verifier, challenge } = createPkce()
  const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
  const answer = await authorizeApp(service, person, app.app_id, { ...pkce, ...request })
  expect(answer.get('error')).toBeNull()
  return { code: answer.get('code') ?? '', verifier }
}

/** Redeems a code. `more` replaces members; undefined leaves one out. */
export function redeem(
  service: TestService,
  app: AppCredentials,
  { code, verifier }: RequestedCode,
  more: Partial<AuthorizationCodeGrant> = {},
) {
  const body: AuthorizationCodeGrant = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    ...credentialsOf(app),
    code_verifier: verifier,
    ...more,
  }
  return issueToken({ client: service.as(), body })
}

/** Presents a refresh token. `more` replaces members; undefined leaves one out. */
export function refresh(
  service: TestService,
  app: AppCredentials,
  refreshToken: string | undefined,
  more: Partial<RefreshTokenGrant> = {},
) {
  const body: RefreshTokenGrant = {
    grant_type: 'refresh_token',
    refresh_token: refreshToken ?? '',
    ...credentialsOf(app),
    ...more,
  }
  return issueToken({ client: service.as(), body })
}

/** Refreshes and returns the tokens; throws when refused. */
export async function refreshed(service: TestService, app: AppCredentials, refreshToken: string | undefined) {
  const { data, error } = await refresh(service, app, refreshToken)
  if (data?.refresh_token === undefined) throw new Error(`not refreshed: ${JSON.stringify(error)}`)
  return { ...data, refresh_token: data.refresh_token }
}

/** Asks about a token as that app. */
export async function introspect(
  service: TestService,
  app: AppCredentials,
  token: string,
): Promise<IntrospectionResponse> {
  const body = { token, ...credentialsOf(app) }
  const { data } = await introspectToken({ client: service.as(), body, throwOnError: true })
  return data
}

/** Expects an access token with `openid` to open userinfo and, for its own app, to be active. */
export async function expectAlive(service: TestService, app: AppCredentials, token: string): Promise<void> {
  expect(status(await getUserinfo({ client: service.as(token) }))).toBe(200)
  expect(await introspect(service, app, token)).toMatchObject({ active: true, client_id: app.app_id })
}

/** Expects an access token to open nothing and to be exactly inactive, for its own app too. */
export async function expectDead(service: TestService, app: AppCredentials, token: string): Promise<void> {
  expectRefused(await getUserinfo({ client: service.as(token) }), 401, 'invalid_token')
  expect(await introspect(service, app, token)).toEqual({ active: false })
}
