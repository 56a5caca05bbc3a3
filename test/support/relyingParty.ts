import * as openid from 'openid-client'
import type { AppRegistrationRequest, AppRegistrationResponse } from '../../client/index.ts'
import { registerTestApp, type Person } from './actors.ts'
import type { TestService } from './service.ts'

/** An app that is written with openid-client, as its own documentation does it. */
export type RelyingParty = {
  readonly app: AppRegistrationResponse
  readonly config: openid.Configuration
  readonly redirectUri: string
}

/** An authorization that the app has begun: where it sends the browser, and what it keeps for the way back. */
export type BegunAuthorization = {
  readonly url: string
  readonly checks: openid.AuthorizationCodeGrantChecks
}

/** Registers an app and configures openid-client for it by discovery. Signatures are checked against the JWKS as well. */
export async function createRelyingParty(
  service: TestService,
  owner: Person,
  redirectUri: string,
  registration: Partial<AppRegistrationRequest> = {},
): Promise<RelyingParty> {
  const app = await registerTestApp(service, owner, {
    redirect_uris: [redirectUri],
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    ...registration,
  })
  const config = await openid.discovery(
    new URL(service.url),
    app.app_id,
    {},
    openid.ClientSecretPost(app.app_secret),
    {
      execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
    },
  )
  return { app, config, redirectUri }
}

/** Begins an authorization with everything the library can check: state, nonce, PKCE, issuer. */
export async function beginAuthorization(
  { config, redirectUri }: RelyingParty,
  parameters: Readonly<Record<string, string>> = {},
): Promise<BegunAuthorization> {
  const pkceCodeVerifier = openid.randomPKCECodeVerifier()
  const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()]
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid email',
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...parameters,
  })
  return { url: url.href, checks: { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true } }
}

/** Ends it with the URL that the browser came back to: tokens, and what userinfo says with them. */
export async function endAuthorization(
  { config }: RelyingParty,
  callbackUrl: string,
  { checks }: BegunAuthorization,
) {
  const tokens = await openid.authorizationCodeGrant(config, new URL(callbackUrl), checks)
  const claims = tokens.claims()!
  const userinfo = await openid.fetchUserInfo(config, tokens.access_token, claims.sub)
  return { tokens, claims, userinfo }
}
