import { createHash, randomBytes } from 'node:crypto'
import type { Json } from '../../../openapi/generate/document.ts'
import type { CheckRequest } from './connection.ts'
import { NotSeen } from './look.ts'
import {
  application,
  differencesOf,
  including,
  jwt,
  matching,
  printedDiscovery,
  printedTokens,
  text,
  timestamp,
  type Difference,
} from './printed.ts'

/** Whose requests they are. */
export type Account = {
  readonly email: string
  readonly password: string
  /** false: it was there before, and is not registered by the check */
  readonly isNew: boolean
}

/** What one answer gave for the next request. None of it is printed. */
export type Seen = {
  sessionToken: string
  accessToken: string
  refreshToken: string
  appId: string
  internalId: string
  appSecret: string
  code: string
  verifier: string
}

/** One printed pair. */
export type Pair = {
  readonly name: string
  readonly method: 'GET' | 'POST'
  /** as the contract has it: `/api/v1/apps/{appId}` */
  readonly template: string
  readonly request: () => CheckRequest
  readonly status: number
  readonly members: () => unknown
  /** what the printed shape cannot say */
  readonly further?: (body: Json) => Difference[]
  /** what the answer gives for the requests after it, whatever else is wrong with it */
  readonly keep?: (body: Json) => { readonly [Name in keyof Seen]?: unknown }
}

/** Nothing is known before anything was asked: whoever needs what is not there throws `NotSeen`. */
export function nothingSeen(): Seen {
  return new Proxy({} as Seen, {
    get(seen, name) {
      const value: unknown = Reflect.get(seen, name)
      if (typeof value !== 'string' || value === '') throw new NotSeen(`the ${String(name)}`)
      return value
    },
  })
}

/** The printed pairs of the contract, in the order in which each gives the next one what it needs. */
export function printedPairs(issuer: string, account: Account, seen: Seen): readonly Pair[] {
  return [
    ...accountPairs(account),
    ...appPairs(seen),
    ...['/oauth2/token', '/api/v1/oauth/token'].flatMap((path) => tokenPairs(path, seen)),
    ...documentPairs(issuer, account, seen),
  ]
}

function accountPairs(account: Account): Pair[] {
  const { email, password, isNew } = account
  const json = JSON.stringify({ email, password })
  const user = { id: text, email, created_at: timestamp }
  const post = (path: string, body: string) => ({
    method: 'POST' as const,
    template: path,
    request: () => ({ method: 'POST', path, json: body }),
  })
  const registration: Pair = {
    name: 'register',
    ...post('/api/v1/auth/register', json),
    status: 201,
    members: () => user,
  }
  return [
    ...(isNew ? [registration] : []),
    {
      name: 'login',
      ...post('/api/v1/auth/login', json),
      status: 200,
      members: () => ({ user, token: jwt, expires_in: 3600 }),
      keep: (body) => ({ sessionToken: body.token }),
    },
    {
      name: 'reset-password',
      ...post('/api/v1/auth/reset-password', JSON.stringify({ email: `nobody-${email}` })),
      status: 200,
      members: () => ({ message: 'Password reset email sent' }),
    },
    {
      name: 'session by password',
      ...post('/api/v1/session', JSON.stringify({ username: email, password })),
      status: 201,
      members: () => ({
        ...{ access_token: text, token_type: 'Bearer', session_id: text },
        ...{ expires_in: 3600, scope: text, user },
      }),
    },
  ]
}

function appPairs(seen: Seen): Pair[] {
  const asUser = () => ({ token: seen.sessionToken })
  const app = () => ({ ...application, id: seen.internalId, app_id: seen.appId })
  const read = (name: string, reference: () => string): Pair => ({
    name,
    method: 'GET',
    template: '/api/v1/apps/{appId}',
    request: () => ({ method: 'GET', path: `/api/v1/apps/${reference()}`, ...asUser() }),
    status: 200,
    members: app,
  })
  return [
    {
      name: 'apps/register',
      method: 'POST',
      template: '/api/v1/apps/register',
      request: () => ({ method: 'POST', path: '/api/v1/apps/register', json: printedApp, ...asUser() }),
      status: 201,
      members: () => ({ app_id: matching(/^app_/), app_secret: matching(/^secret_/), application }),
      keep: (body) => ({
        appId: body.app_id,
        appSecret: body.app_secret,
        internalId: body.application?.id,
      }),
    },
    {
      name: 'apps',
      method: 'GET',
      template: '/api/v1/apps',
      request: () => ({ method: 'GET', path: '/api/v1/apps', ...asUser() }),
      status: 200,
      members: () => [],
      further: (body) => {
        const own = body.find((each: { app_id?: unknown }) => each?.app_id === seen.appId)
        return differencesOf(app(), own, 'the item of the app')
      },
    },
    read('apps/:appId by app_id', () => seen.appId),
    read('apps/:appId by id', () => seen.internalId),
  ]
}

const printedApp =
  '{"name":"My Application","description":"Application description","redirect_uris":["https://example.com/callback"],"scopes":["openid","profile","email"]}'

function tokenPairs(path: string, seen: Seen): Pair[] {
  const client = () => ({ client_id: seen.appId, client_secret: seen.appSecret })
  const issue = (name: string, body: () => object): Omit<Pair, 'members'> => ({
    name,
    method: 'POST',
    template: path,
    request: () => ({ method: 'POST', path, json: JSON.stringify(body()) }),
    status: 200,
  })
  return [
    authorizePair(seen),
    {
      ...issue('authorization_code', () => ({
        grant_type: 'authorization_code',
        code: seen.code,
        redirect_uri: 'https://example.com/callback',
        ...client(),
        code_verifier: seen.verifier,
      })),
      members: () => printedTokens,
      keep: (body) => ({ refreshToken: body.refresh_token }),
    },
    {
      ...issue('client_credentials', () => ({ grant_type: 'client_credentials', ...client() })),
      members: () => ({ access_token: text, token_type: 'Bearer', expires_in: 3600 }),
    },
    {
      ...issue('refresh_token', () => ({
        grant_type: 'refresh_token',
        refresh_token: seen.refreshToken,
        ...client(),
      })),
      members: () => printedTokens,
      further: (body) =>
        body.refresh_token === seen.refreshToken
          ? [{ at: 'refresh_token', expected: 'a new one', seen: 'the one that was sent' }]
          : [],
      keep: (body) => ({ accessToken: body.access_token, refreshToken: body.refresh_token }),
    },
  ]
}

function authorizePair(seen: Seen): Pair {
  const redirect = /^https:\/\/example\.com\/callback\?code=[^&]+&state=random-state(?:&|$)/
  return {
    name: 'authorize',
    method: 'POST',
    template: '/oauth2/authorize',
    request: () => {
      seen.verifier = randomBytes(32).toString('base64url')
      const json = JSON.stringify({
        response_type: 'code',
        client_id: seen.appId,
        redirect_uri: 'https://example.com/callback',
        scope: 'openid profile email',
        state: 'random-state',
        // RFC 7636 §4.2
        code_challenge: createHash('sha256').update(seen.verifier).digest('base64url'),
        code_challenge_method: 'S256',
      })
      return { method: 'POST', path: '/oauth2/authorize', token: seen.sessionToken, json }
    },
    status: 200,
    members: () => ({ redirect_uri: matching(redirect, 'the redirect URI with code and state') }),
    keep: (body) => ({ code: URL.parse(String(body.redirect_uri))?.searchParams.get('code') }),
  }
}

function documentPairs(issuer: string, account: Account, seen: Seen): Pair[] {
  const get = (path: string) => ({
    method: 'GET' as const,
    template: path,
    request: () => ({ method: 'GET', path }),
    status: 200,
  })
  const claims = { sub: text, email: account.email }
  const userinfo = (name: string, headers: () => Partial<CheckRequest>): Pair => ({
    ...get('/oauth2/userinfo'),
    name,
    request: () => ({ method: 'GET', path: '/oauth2/userinfo', ...headers() }),
    members: () => claims,
    further: (body) => {
      const at = 'email_verified'
      const seenType = typeof body.email_verified
      return seenType === 'boolean' ? [] : [{ at, expected: 'true or false', seen: seenType }]
    },
  })
  const discovery = '/.well-known/openid-configuration'
  const metadata = '/.well-known/oauth-authorization-server'
  return [
    userinfo('userinfo', () => ({ token: seen.accessToken })),
    userinfo('userinfo by X-Auth-Token', () => ({ headers: { 'x-auth-token': seen.accessToken } })),
    { name: 'openid-configuration', ...get(discovery), members: () => printedDiscovery(issuer) },
    {
      name: 'oauth-authorization-server',
      ...get(metadata),
      members: () => ({
        issuer,
        token_endpoint: `${issuer}/oauth2/token`,
        response_types_supported: including('code'),
      }),
    },
  ]
}
