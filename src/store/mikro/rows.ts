import type { Activity, SeenActivity } from '../../domain/account/activity.ts'
import type { AppPassword } from '../../domain/account/appPassword.ts'
import type { Link } from '../../domain/account/link.ts'
import type { Passkey } from '../../domain/account/passkey.ts'
import type { PasskeyChallenge } from '../../domain/account/passkeyChallenge.ts'
import type { Session, SessionToken } from '../../domain/account/session.ts'
import type { User } from '../../domain/account/user.ts'
import type { Job, TakenJob } from '../../domain/job.ts'
import type { AccessToken } from '../../domain/oauth/accessToken.ts'
import type { Client, ClientSecret } from '../../domain/oauth/client.ts'
import type { Code, Grant, RefreshToken } from '../../domain/oauth/grant.ts'
import type { OperatorToken } from '../../domain/oauth/operatorToken.ts'
import type { StoredSigningKey } from '../../domain/token/signingKey.ts'
import type { Columns } from './columns.ts'

/** `users`, without the key of the address and the password hash, which no reader of a user sees. */
export const userColumns: Columns<User> = {
  id: 'uuid',
  email: 'text',
  emailVerified: 'boolean',
  secondFactors: 'text[]',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
  suspendedAt: 'timestamptz',
  deletionRequestedAt: 'timestamptz',
}

/** `activities` */
export const activityColumns: Columns<Activity> = {
  id: 'uuid',
  userId: 'uuid',
  kind: 'text',
  at: 'timestamptz',
  address: 'text',
  userAgent: 'text',
  sessionId: 'uuid',
  clientId: 'uuid',
}

/** `activities`, as their owner reads them: id and name of the app come from `clients`. */
export const seenActivityColumns: Columns<SeenActivity> = {
  id: 'uuid',
  kind: 'text',
  at: 'timestamptz',
  address: 'text',
  userAgent: 'text',
  sessionId: 'uuid',
  appId: 'text',
  appName: 'text',
}

/** `sessions` */
export const sessionColumns: Columns<Session> = {
  id: 'uuid',
  userId: 'uuid',
  kind: 'text',
  authenticatedAt: 'timestamptz',
  amr: 'text[]',
  createdAt: 'timestamptz',
  lastUsedAt: 'timestamptz',
  expiresAt: 'timestamptz',
  endedAt: 'timestamptz',
  userAgent: 'text',
  address: 'text',
  appPasswordId: 'uuid',
  scope: 'text[]',
}

/** `app_passwords`, without the hash. */
export const appPasswordColumns: Columns<AppPassword> = {
  id: 'uuid',
  userId: 'uuid',
  name: 'text',
  scope: 'text[]',
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
  lastUsedAt: 'timestamptz',
}

/** `session_tokens` */
export const sessionTokenColumns: Columns<SessionToken> = {
  hash: 'bytea',
  sessionId: 'uuid',
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
}

/** `clients` */
export const clientColumns: Columns<Client> = {
  id: 'uuid',
  clientId: 'text',
  ownerId: 'uuid',
  name: 'text',
  description: 'text',
  redirectUris: 'text[]',
  scopes: 'text[]',
  tokenEndpointAuthMethod: 'text',
  responseTypes: 'text[]',
  grantTypes: 'text[]',
  requirePkce: 'boolean',
  idTokenSignedResponseAlg: 'text',
  accessTokenFormat: 'text',
  postLogoutRedirectUris: 'text[]',
  rateLimitHour: 'integer',
  rateLimitDay: 'integer',
  firstParty: 'boolean',
  resources: 'text[]',
  logoTag: 'text',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
  tokenEndpointAuthSigningAlg: 'text',
  jwks: 'jsonb',
  jwksUri: 'text',
  subjectType: 'text',
  sectorIdentifier: 'text',
  userinfoSignedResponseAlg: 'text',
  defaultMaxAge: 'integer',
  requireAuthTime: 'boolean',
  defaultAcrValues: 'text[]',
  backchannelLogoutUri: 'text',
  backchannelLogoutSessionRequired: 'boolean',
  frontchannelLogoutUri: 'text',
  frontchannelLogoutSessionRequired: 'boolean',
  initiateLoginUri: 'text',
  clientUri: 'text',
  logoUri: 'text',
  policyUri: 'text',
  tosUri: 'text',
}

/** `client_secrets`, without the client they belong to. */
export const clientSecretColumns: Columns<ClientSecret> = {
  id: 'uuid',
  name: 'text',
  hash: 'bytea',
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
  lastUsedAt: 'timestamptz',
}

/** `grants` */
export const grantColumns: Columns<Grant> = {
  id: 'uuid',
  clientId: 'uuid',
  userId: 'uuid',
  sessionId: 'uuid',
  scope: 'text[]',
  resource: 'text',
  claims: 'jsonb',
  nonce: 'text',
  authenticatedAt: 'timestamptz',
  amr: 'text[]',
  offline: 'boolean',
  createdAt: 'timestamptz',
  revokedAt: 'timestamptz',
}

/** `authorization_codes`, without their grant. */
export const codeColumns: Columns<Code> = {
  hash: 'bytea',
  redirectUri: 'text',
  codeChallenge: 'text',
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
  consumedAt: 'timestamptz',
}

/** `refresh_tokens`, without their grant. */
export const refreshTokenColumns: Columns<RefreshToken> = {
  hash: 'bytea',
  generation: 'integer',
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
  consumedAt: 'timestamptz',
  salt: 'bytea',
}

/** `access_tokens`: what an opaque token stands for, without its hash. */
export const accessTokenColumns: Columns<AccessToken> = {
  jti: 'text',
  clientId: 'uuid',
  userId: 'uuid',
  grantId: 'uuid',
  scope: 'text[]',
  audience: 'text',
  issuedAt: 'timestamptz',
  expiresAt: 'timestamptz',
}

/** `operator_tokens`, without the hash. */
export const operatorTokenColumns: Columns<OperatorToken> = {
  id: 'uuid',
  name: 'text',
  scope: 'text[]',
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
  lastUsedAt: 'timestamptz',
}

/** `signing_keys` */
export const signingKeyColumns: Columns<StoredSigningKey> = {
  kid: 'text',
  algorithm: 'text',
  status: 'text',
  publicJwk: 'jsonb',
  sealedPrivateKey: 'bytea',
  createdAt: 'timestamptz',
  statusSince: 'timestamptz',
}

/** `jobs`, without what became of them. */
export const jobColumns: Columns<Job> = {
  id: 'uuid',
  kind: 'text',
  subject: 'bytea',
  payload: 'bytea',
  runAt: 'timestamptz',
  createdAt: 'timestamptz',
}

/** `jobs`, as a runner gets them. */
export const takenJobColumns: Columns<TakenJob> = { ...jobColumns, attempts: 'integer' }

/** `links` */
export const linkColumns: Columns<Link> = {
  hash: 'bytea',
  purpose: 'text',
  accountId: 'uuid',
  addressDigest: 'bytea',
  registration: 'bytea',
  newAddress: 'bytea',
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
  endedAt: 'timestamptz',
}

/** `passkeys` */
export const passkeyColumns: Columns<Passkey> = {
  id: 'uuid',
  userId: 'uuid',
  credentialId: 'bytea',
  publicKey: 'bytea',
  counter: 'double precision',
  transports: 'text[]',
  aaguid: 'uuid',
  synced: 'boolean',
  backedUp: 'boolean',
  name: 'text',
  createdAt: 'timestamptz',
  lastUsedAt: 'timestamptz',
}

/** `passkey_challenges` */
export const passkeyChallengeColumns: Columns<PasskeyChallenge> = {
  id: 'uuid',
  hash: 'bytea',
  purpose: 'text',
  sessionId: 'uuid',
  addressDigest: 'bytea',
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
}
