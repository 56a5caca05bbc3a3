import { createHash, randomBytes } from 'node:crypto'
import {
  authorize,
  issueToken,
  login,
  register,
  registerApp,
  type AppRegistrationRequest,
  type AppRegistrationResponse,
  type AuthorizationRequest,
  type TokenResponse,
} from '../../client/index.ts'
import type { TestService } from './service.ts'

/** A person with an account and a live session. */
export type Person = {
  readonly id: string
  readonly email: string
  readonly password: string
  /** the session token */
  readonly token: string
}

/** The password of everybody in the tests, as printed in the contract. */
export const password = 'password123'

/** The redirect URI of every app in the tests, as printed in the contract. */
export const redirectUri = 'https://example.com/callback'

/** Registers an account with a fresh address and signs in. */
export async function signUp(service: Pick<TestService, 'as'>): Promise<Person> {
  const email = `user-${randomBytes(6).toString('hex')}@example.com`
  const client = service.as()
  const { data: user } = await register({ client, body: { email, password }, throwOnError: true })
  return { id: user.id, email, password, token: await signIn(service, email) }
}

/** Signs in again and returns the new session's token. */
export async function signIn(service: Pick<TestService, 'as'>, email: string): Promise<string> {
  const { data } = await login({ client: service.as(), body: { email, password }, throwOnError: true })
  return data.token
}

/** Registers an app of that person; by default the printed one. */
export async function registerTestApp(
  service: Pick<TestService, 'as'>,
  person: Person,
  body: Partial<AppRegistrationRequest> = {},
): Promise<AppRegistrationResponse> {
  const { data } = await registerApp({
    client: service.as(person.token),
    body: {
      name: 'My Application',
      redirect_uris: [redirectUri],
      scopes: ['openid', 'profile', 'email'],
      ...body,
    },
    throwOnError: true,
  })
  return data
}

/** A PKCE pair (RFC 7636 §4.1, §4.2). */
export function createPkce(): { readonly verifier: string; readonly challenge: string } {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

/** Authorizes an app by API and returns the parameters that the redirect URI carries. */
export async function authorizeApp(
  service: Pick<TestService, 'as'>,
  person: Person,
  appId: string,
  request: Partial<AuthorizationRequest> = {},
): Promise<URLSearchParams> {
  const { data } = await authorize({
    client: service.as(person.token),
    body: {
      response_type: 'code',
      client_id: appId,
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      state: 'random-state',
      ...request,
    },
    throwOnError: true,
  })
  const { search, hash } = new URL(data.redirect_uri)
  return new URLSearchParams(hash === '' ? search : hash.slice(1))
}

/** Runs the whole code flow of a confidential app with PKCE and returns its tokens. */
export async function obtainTokens(
  service: Pick<TestService, 'as'>,
  person: Person,
  app: AppRegistrationResponse,
  request: Partial<AuthorizationRequest> = {},
): Promise<TokenResponse> {
  const { verifier, challenge } = createPkce()
  const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
  const answer = await authorizeApp(service, person, app.app_id, { ...pkce, ...request })
  const { data } = await issueToken({
    client: service.as(),
    body: {
      grant_type: 'authorization_code',
      code: answer.get('code') ?? '',
      redirect_uri: redirectUri,
      client_id: app.app_id,
      client_secret: app.app_secret,
      code_verifier: verifier,
    },
    throwOnError: true,
  })
  return data
}
