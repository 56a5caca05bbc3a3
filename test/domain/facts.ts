import fc from 'fast-check'
import type { Session } from '#src/domain/account/session.ts'
import type { User } from '#src/domain/account/user.ts'
import type { AccessTokenFacts } from '#src/domain/oauth/accessToken.ts'
import { unregisteredMembers, type Client } from '#src/domain/oauth/client.ts'
import type { CodeFacts, Grant, GrantFacts, RefreshFacts } from '#src/domain/oauth/grant.ts'
import { isRefusal } from '#src/domain/refusal.ts'
import { hashSecret } from '#src/domain/token/secret.ts'

/** The moment of every request in the domain tests. */
export const now = new Date('2026-02-06T12:00:00Z')

/** Seconds after which an unused session ends. */
export const idleSeconds = 7 * 86_400

export const issuer = 'http://localhost:8787'

/** The key of pairwise subjects. */
export const subjectKey = Buffer.alloc(32, 7)

/** Scopes of an app that may ask for everything. */
export const everyScope = [
  ...['openid', 'profile', 'email', 'address', 'phone'],
  ...['read', 'write', 'offline_access'],
]

/** A moment before (negative) or after `now`. */
export function at(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}

/** The printed application, confidential, changed where a case needs it. */
export function makeClient(changes: Partial<Client> = {}): Client {
  return {
    id: 'client-1',
    clientId: 'app_one',
    ownerId: 'owner-1',
    name: 'My Application',
    description: 'Application description',
    redirectUris: ['https://example.com/callback'],
    scopes: ['openid', 'profile', 'email'],
    tokenEndpointAuthMethod: null,
    responseTypes: ['code'],
    grantTypes: ['authorization_code', 'refresh_token', 'client_credentials'],
    requirePkce: true,
    idTokenSignedResponseAlg: 'RS256',
    accessTokenFormat: 'jwt',
    postLogoutRedirectUris: [],
    rateLimitHour: null,
    rateLimitDay: null,
    firstParty: false,
    resources: [],
    logoTag: null,
    createdAt: at(-86_400),
    updatedAt: at(-86_400),
    ...unregisteredMembers,
    ...changes,
  }
}

export function makeUser(changes: Partial<User> = {}): User {
  return {
    id: 'user-1',
    email: 'user@example.com',
    emailVerified: false,
    secondFactors: [],
    createdAt: at(-86_400),
    updatedAt: at(-3_600),
    suspendedAt: null,
    deletionRequestedAt: null,
    ...changes,
  }
}

/** A session that was opened a minute ago, so that it is fresh. */
export function makeSession(changes: Partial<Session> = {}): Session {
  return {
    id: 'session-1',
    userId: 'user-1',
    kind: 'api',
    authenticatedAt: at(-60),
    amr: ['pwd'],
    createdAt: at(-60),
    lastUsedAt: at(-60),
    expiresAt: at(30 * 86_400),
    endedAt: null,
    userAgent: null,
    address: null,
    appPasswordId: null,
    scope: null,
    ...changes,
  }
}

export function makeGrant(changes: Partial<Grant> = {}): Grant {
  return {
    id: 'grant-1',
    clientId: 'client-1',
    userId: 'user-1',
    sessionId: 'session-1',
    scope: ['openid', 'profile', 'email'],
    resource: null,
    claims: null,
    nonce: null,
    authenticatedAt: at(-60),
    amr: ['pwd'],
    offline: false,
    createdAt: at(-30),
    revokedAt: null,
    ...changes,
  }
}

/** Every way in which what stands behind a token ends, and whether an offline grant survives it. */
export const grantEnds: readonly {
  readonly end: string
  readonly facts: Partial<GrantFacts>
  readonly offlineSurvives: boolean
}[] = [
  {
    end: 'the grant was revoked',
    facts: { grant: makeGrant({ revokedAt: at(-1) }) },
    offlineSurvives: false,
  },
  {
    end: 'the user is suspended',
    facts: { user: makeUser({ suspendedAt: at(-1) }) },
    offlineSurvives: false,
  },
  {
    end: 'the session was ended',
    facts: { session: makeSession({ endedAt: at(-1) }) },
    offlineSurvives: true,
  },
  {
    end: 'the session expires now',
    facts: { session: makeSession({ expiresAt: now }) },
    offlineSurvives: true,
  },
  {
    end: 'the session was idle too long',
    facts: { session: makeSession({ lastUsedAt: at(-idleSeconds) }) },
    offlineSurvives: true,
  },
  { end: 'the session was cleaned away', facts: { session: null }, offlineSurvives: true },
]

/** The challenge and verifier of RFC 7636 Appendix B. */
export const pkce = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
}

/** A live, unused code bound to the printed redirect URI and to the challenge of RFC 7636 Appendix B. */
export function makeCodeFacts(
  code: Partial<CodeFacts['code']> = {},
  more: Partial<GrantFacts> = {},
): CodeFacts {
  return {
    code: {
      hash: hashSecret('code'),
      redirectUri: 'https://example.com/callback',
      codeChallenge: pkce.challenge,
      createdAt: at(-30),
      expiresAt: at(30),
      consumedAt: null,
      ...code,
    },
    grant: makeGrant(),
    user: makeUser(),
    session: makeSession(),
    ...more,
  }
}

/** A live, unused refresh token of the second generation. */
export function makeRefreshFacts(
  token: Partial<RefreshFacts['token']> = {},
  more: Partial<RefreshFacts> = {},
): RefreshFacts {
  return {
    token: {
      hash: hashSecret('refresh'),
      generation: 2,
      createdAt: at(-30),
      expiresAt: at(86_400),
      consumedAt: null,
      salt: null,
      ...token,
    },
    grant: makeGrant(),
    user: makeUser(),
    session: makeSession(),
    successorConsumed: false,
    ...more,
  }
}

/** A live access token of a user. */
export function makeAccessTokenFacts(
  token: Partial<AccessTokenFacts['token']> = {},
  more: Partial<AccessTokenFacts> = {},
): AccessTokenFacts {
  return {
    token: {
      jti: 'jti-1',
      userId: 'user-1',
      grantId: 'grant-1',
      scope: ['openid', 'email'],
      audience: issuer,
      issuedAt: at(-60),
      expiresAt: at(3_540),
      ...token,
    },
    client: makeClient(),
    user: makeUser(),
    grant: makeGrant(),
    session: makeSession(),
    revoked: false,
    ...more,
  }
}

/** A live access token of a client's own. */
export function makeClientTokenFacts(more: Partial<AccessTokenFacts> = {}): AccessTokenFacts {
  return makeAccessTokenFacts(
    { userId: null, grantId: null },
    { user: null, grant: null, session: null, ...more },
  )
}

/** The code of a refusal, or the value as it is when it is none: what most tables compare. */
export function codeOf<T>(decision: T): string | T {
  return isRefusal(decision) ? decision.code : decision
}

/** Code and failing paths of a refusal; null when it is none. */
export function failuresOf(decision: unknown): string[] | null {
  return isRefusal(decision) ? [decision.code, ...(decision.errors ?? []).map(({ path }) => path)] : null
}

/** Any text whatever, with control characters, halves of surrogate pairs and every plane of Unicode. */
export const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff })), {
    maxLength: 40,
  })
  .map((points) => String.fromCodePoint(...points))

/** Something like a URL, right or wrong. */
export const anyUrl = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'http:', 'javascript:', 'com.example.app:/', ''),
    fc.stringMatching(/^[a-z0-9.@:[\]-]{0,12}$/),
    fc.constantFrom('', '/', '/cb', '/cb?a=1', '?', '#', '\\', '/%2e%2e/'),
    fc.oneof(fc.constant(''), anyText),
  )
  .map((parts) => parts.join(''))
