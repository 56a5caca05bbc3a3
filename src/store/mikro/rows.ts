import type { Link } from '../../domain/account/link.ts'
import type { Session, SessionToken } from '../../domain/account/session.ts'
import type { User } from '../../domain/account/user.ts'
import type { Job, TakenJob } from '../../domain/job.ts'
import type { AccessToken } from '../../domain/oauth/accessToken.ts'
import type { Client, ClientSecret } from '../../domain/oauth/client.ts'
import type { Code, Grant, RefreshToken } from '../../domain/oauth/grant.ts'
import type { StoredSigningKey } from '../../domain/token/signingKey.ts'
import type { Columns } from './columns.ts'

/** `users`, without the key of the address and the password hash, which no reader of a user sees. */
export const userColumns: Columns<User> = {
  id: 'uuid',
  email: 'text',
  emailVerified: 'boolean',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
  suspendedAt: 'timestamptz',
}

/** `sessions` */
export const sessionColumns: Columns<Session> = {
  id: 'uuid',
  userId: 'uuid',
  authenticatedAt: 'timestamptz',
  amr: 'text[]',
  createdAt: 'timestamptz',
  lastUsedAt: 'timestamptz',
  expiresAt: 'timestamptz',
  endedAt: 'timestamptz',
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
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
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
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
  endedAt: 'timestamptz',
}
