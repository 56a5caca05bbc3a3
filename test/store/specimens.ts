import { createHash, randomBytes } from 'node:crypto'
import type { Activity } from '#src/domain/account/activity.ts'
import type { AppPassword, AppPasswordSecret } from '#src/domain/account/appPassword.ts'
import type { Link } from '#src/domain/account/link.ts'
import type { Session, SessionToken } from '#src/domain/account/session.ts'
import type { User } from '#src/domain/account/user.ts'
import type { Job } from '#src/domain/job.ts'
import type { AccessToken } from '#src/domain/oauth/accessToken.ts'
import type { Client, ClientSecret } from '#src/domain/oauth/client.ts'
import type { Code, Grant, RefreshToken } from '#src/domain/oauth/grant.ts'
import { systemRandom } from '#src/platform/random.ts'
import type { OpaqueToken } from '#src/store/grants.ts'
import type { Store } from '#src/store/store.ts'

/** The moment at which everything here is made; tests count from it. */
export const start = new Date('2026-02-06T00:00:00.123Z')

/** So many seconds after `start`. */
export function after(seconds: number): Date {
  return new Date(start.getTime() + seconds * 1000)
}

/** An id that nothing has. */
export function someId(): string {
  return systemRandom.uuid(start)
}

/** A hash that nothing has. */
export function someHash(): Buffer {
  return createHash('sha256').update(randomBytes(32)).digest()
}

/** A user whose address is unlike every other's. */
export function someUser(): User {
  const id = someId()
  return {
    id,
    email: `Ann.${id}@Example.com`,
    emailVerified: false,
    secondFactors: [],
    createdAt: start,
    updatedAt: start,
    suspendedAt: null,
    deletionRequestedAt: null,
  }
}

/** A session of an hour. */
export function someSession(userId: string): Session {
  return {
    id: someId(),
    userId,
    kind: 'api',
    authenticatedAt: start,
    amr: ['pwd', 'otp'],
    createdAt: start,
    lastUsedAt: start,
    expiresAt: after(3600),
    endedAt: null,
    userAgent: null,
    address: null,
    appPasswordId: null,
    scope: null,
  }
}

/** A token of that session. */
export function someSessionToken(sessionId: string): SessionToken {
  return { hash: someHash(), sessionId, createdAt: start, expiresAt: after(3600) }
}

/** An app password of an hour. */
export function someAppPassword(userId: string, changes: Partial<AppPassword> = {}): AppPasswordSecret {
  const appPassword: AppPassword = {
    id: someId(),
    userId,
    name: `O'Hara's "phone" ünï 😀`,
    scope: ['read', 'write'],
    createdAt: start,
    expiresAt: after(3600),
    lastUsedAt: null,
    ...changes,
  }
  return { appPassword, hash: someHash() }
}

/** A confidential client in which no two members look alike, so that mixed-up columns show. */
export function someClient(ownerId: string | null): Client {
  return {
    id: someId(),
    clientId: `app_${randomBytes(12).toString('base64url')}`,
    ownerId,
    name: `O'Hara's "app" \\ ünï $1 ? 😀`,
    description: 'Application description',
    redirectUris: ['https://example.com/callback', 'https://example.com/a,b{"c"}?d=1&e=\'2\''],
    scopes: ['openid', 'profile', 'email'],
    tokenEndpointAuthMethod: 'client_secret_post',
    responseTypes: ['code'],
    grantTypes: ['authorization_code', 'refresh_token'],
    requirePkce: true,
    idTokenSignedResponseAlg: 'ES256',
    accessTokenFormat: 'opaque',
    postLogoutRedirectUris: [],
    rateLimitHour: 1000,
    rateLimitDay: null,
    firstParty: false,
    resources: ['https://api.example.com/'],
    logoTag: null,
    createdAt: start,
    updatedAt: start,
    tokenEndpointAuthSigningAlg: 'PS256',
    jwks: {
      keys: [{ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', kid: "k'1" }],
    },
    jwksUri: 'https://example.com/jwks.json',
    subjectType: 'pairwise',
    sectorIdentifier: 'example.com',
    userinfoSignedResponseAlg: 'EdDSA',
    defaultMaxAge: 86_400,
    requireAuthTime: true,
    defaultAcrValues: ['aal2', 'aal1'],
    backchannelLogoutUri: 'https://example.com/backchannel',
    backchannelLogoutSessionRequired: true,
    frontchannelLogoutUri: 'https://example.com/frontchannel',
    frontchannelLogoutSessionRequired: false,
    initiateLoginUri: 'https://example.com/login',
    clientUri: 'https://example.com/',
    logoUri: 'https://example.com/logo.png',
    policyUri: 'https://example.com/policy',
    tosUri: 'https://example.com/terms',
  }
}

/** A secret that never expires. */
export function someSecret(expiresAt: Date | null = null): ClientSecret {
  return { id: someId(), name: 'first', hash: someHash(), createdAt: start, expiresAt, lastUsedAt: null }
}

/** What a user allowed an app. */
export function someGrant(client: Client, session: Session): Grant {
  return {
    id: someId(),
    clientId: client.id,
    userId: session.userId,
    sessionId: session.id,
    scope: ['openid', 'email'],
    resource: 'https://api.example.com/',
    claims: { userinfo: ['email'], idToken: [] },
    nonce: 'n-0S6_WzA2Mj',
    authenticatedAt: session.authenticatedAt,
    amr: session.amr,
    offline: false,
    createdAt: start,
    revokedAt: null,
  }
}

/** A code of a minute. */
export function someCode(): Code {
  return {
    hash: someHash(),
    redirectUri: 'https://example.com/callback',
    codeChallenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    createdAt: start,
    expiresAt: after(60),
    consumedAt: null,
  }
}

/** An unused refresh token. */
export function someRefreshToken(generation = 1): RefreshToken {
  return {
    hash: someHash(),
    generation,
    createdAt: start,
    expiresAt: after(3600),
    consumedAt: null,
    salt: null,
  }
}

/** An opaque access token; of the client itself where there is no grant. */
export function someOpaqueToken(client: Client, grant: Grant | null): OpaqueToken {
  return { hash: someHash(), token: someAccessToken(client, grant) }
}

/** The claims of an access token; of the client itself where there is no grant. */
export function someAccessToken(client: Client, grant: Grant | null): AccessToken {
  return {
    jti: randomBytes(16).toString('base64url'),
    clientId: client.id,
    userId: grant?.userId ?? null,
    grantId: grant?.id ?? null,
    scope: grant?.scope ?? ['read'],
    audience: 'https://api.example.com/',
    issuedAt: start,
    expiresAt: after(3600),
  }
}

/** A reset link of half an hour. */
export function someLink(accountId: string): Link {
  return {
    hash: someHash(),
    purpose: 'reset_password',
    accountId,
    addressDigest: someHash(),
    registration: null,
    newAddress: null,
    createdAt: start,
    expiresAt: after(1800),
    endedAt: null,
  }
}

/** A user who has signed in and has an app. */
export type Scene = {
  readonly user: User
  readonly session: Session
  readonly sessionToken: SessionToken
  readonly client: Client
  readonly secret: ClientSecret
}

/** Stores a user with a session and an app with a secret. */
export async function setScene(store: Store): Promise<Scene> {
  const user = someUser()
  const session = someSession(user.id)
  const sessionToken = someSessionToken(session.id)
  const client = someClient(user.id)
  const secret = someSecret()
  await store.users.create(user, user.email.toLowerCase(), '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA')
  await store.sessions.open(session, sessionToken, user.updatedAt)
  await store.clients.create(client, secret)
  return { user, session, sessionToken, client, secret }
}

/** Stores a grant whose code has been redeemed for its first refresh token. */
export async function setGrant(
  store: Store,
  scene: Scene,
): Promise<{ grant: Grant; refreshToken: RefreshToken }> {
  const grant = someGrant(scene.client, scene.session)
  const code = someCode()
  const refreshToken = someRefreshToken()
  await store.codes.issue(grant, code)
  await store.codes.redeem(code.hash, refreshToken, null, after(1))
  return { grant, refreshToken }
}

/** A mail that tells of a change. */
export function someNotice(): Job {
  const payload = Buffer.from('sealed')
  return { id: someId(), kind: 'notice', subject: null, payload, runAt: start, createdAt: start }
}

/** An entry in the history of an account. */
export function someActivity(userId: string, kind: Activity['kind'] = 'password_changed'): Activity {
  const from = { address: '192.0.2.1', userAgent: 'Firefox', sessionId: null, clientId: null }
  return { id: someId(), userId, kind, at: start, ...from }
}
