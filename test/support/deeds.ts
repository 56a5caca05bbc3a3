import { createHash } from 'node:crypto'

/**
 * What a request does to a thing that it shows.
 *
 * - `make`: brings it into being
 * - `show`: uses it, as often as anybody likes
 * - `consume`: uses it up
 * - `rotate`: gets its successor, the same one each time
 * - `end`: revokes or deletes it
 */
export type Deed = { readonly does: 'make' | 'show' | 'consume' | 'rotate' | 'end'; readonly thing: string }

/** A kind and what it is: a secret, or the id of something. */
type Named = readonly [kind: string, is: string]

/** The fields of a body, whichever of the two ways they were sent. */
type Fields = Readonly<Record<string, string | undefined>>

/** A rule: which requests it is about, and what they do with what they show beside their credentials. */
type Rule = {
  readonly asked: RegExp
  readonly does: Deed['does']
  /** null: not this request */
  readonly what: (fields: Fields, match: RegExpExecArray) => Named | null
}

const field =
  (kind: string, name: string): Rule['what'] =>
  (fields) =>
    fields[name] === undefined ? null : [kind, fields[name]]

const inPath =
  (kind: string): Rule['what'] =>
  (_fields, match) => [kind, match[1]!]

const withGrant =
  (grant: string, kind: string, name: string): Rule['what'] =>
  (fields, match) =>
    fields['grant_type'] === grant ? field(kind, name)(fields, match) : null

/** An account and the password that opens it; with a second factor it is that which may be refused. */
const password: Rule['what'] = ({ email, password: secret, code }) =>
  code === undefined ? ['password', `${email}\n${secret}`] : null

/** A code of six digits is somebody's. */
const factor: Rule['what'] = ({ email, code }) =>
  code === undefined ? null : ['factor', `${email}\n${code}`]

const rules: readonly Rule[] = [
  { asked: /^POST \/api\/v1\/auth\/register$/, does: 'make', what: password },
  { asked: /^POST \/api\/v1\/auth\/login$/, does: 'show', what: password },
  { asked: /^POST \/api\/v1\/auth\/login$/, does: 'consume', what: factor },
  { asked: /^POST \/api\/v1\/auth\/mfa$/, does: 'consume', what: field('mfa', 'mfa_token') },
  { asked: /^POST \/api\/v1\/auth\/reset-password\/confirm$/, does: 'consume', what: field('link', 'token') },
  { asked: /^POST \/api\/v1\/auth\/verify-email$/, does: 'consume', what: field('link', 'token') },
  { asked: /^POST \/api\/v1\/me\/email\/confirm$/, does: 'consume', what: field('link', 'token') },
  { asked: /^POST \/oauth2\/token$/, does: 'show', what: field('app', 'client_id') },
  { asked: /^POST \/oauth2\/token$/, does: 'consume', what: withGrant('authorization_code', 'code', 'code') },
  {
    asked: /^POST \/oauth2\/token$/,
    does: 'rotate',
    what: withGrant('refresh_token', 'refresh', 'refresh_token'),
  },
  // It is one of the two, which the request does not say: the other one is nothing that was ever given.
  { asked: /^POST \/oauth2\/revoke$/, does: 'end', what: field('token', 'token') },
  { asked: /^POST \/oauth2\/revoke$/, does: 'end', what: field('refresh', 'token') },
  { asked: /^POST \/oauth2\/introspect$/, does: 'show', what: field('token', 'token') },
  { asked: /^POST \/oauth2\/introspect$/, does: 'show', what: field('refresh', 'token') },
  { asked: /^(?:GET|PATCH) \/api\/v1\/apps\/(app_[\w-]+)$/, does: 'show', what: inPath('app') },
  { asked: /^DELETE \/api\/v1\/apps\/(app_[\w-]+)$/, does: 'end', what: inPath('app') },
]

/** The name of a thing in a history, which does not tell it. */
export function thingOf(kind: string, secret: string): string {
  return `${kind}:${createHash('sha256').update(secret).digest('base64url').slice(0, 16)}`
}

/** What a request does, by the rules and by the token in its `Authorization`. */
export function readDeed(request: Request, body: string): readonly Deed[] {
  const asked = `${request.method} ${new URL(request.url).pathname}`
  const fields = fieldsOf(body)
  const deeds = rules.flatMap(({ asked: pattern, does, what }): Deed[] => {
    const match = pattern.exec(asked)
    const named = match === null ? null : what(fields, match)
    return named === null ? [] : [{ does, thing: thingOf(...named) }]
  })
  const [, bearer] = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '') ?? []
  if (bearer === undefined) return deeds
  const does = asked === 'DELETE /api/v1/session' ? 'end' : 'show'
  return [...deeds, { does, thing: thingOf('token', bearer) }]
}

const tokenMembers = {
  token: 'token',
  access_token: 'token',
  app_password: 'token',
  refresh_token: 'refresh',
  mfa_token: 'mfa',
} as const

/** What an answer of success gives: tokens, a code, an app, an account with its password. */
export function readGifts(
  request: Request,
  body: string,
  answer: Readonly<Record<string, unknown>>,
): readonly Named[] {
  const path = new URL(request.url).pathname
  const gifts: Named[] = Object.entries(tokenMembers).flatMap(([name, kind]) => {
    const value = answer[name]
    return typeof value === 'string' ? [[kind, value] as const] : []
  })
  if (typeof answer['app_id'] === 'string' && path.endsWith('/register'))
    gifts.push(['app', answer['app_id']])
  const redirect = answer['redirect_uri']
  const code = typeof redirect === 'string' ? new URL(redirect).searchParams.get('code') : null
  if (code !== null) gifts.push(['code', code])
  if (path === '/api/v1/auth/register') {
    const { email, password: secret } = fieldsOf(body)
    gifts.push(['password', `${email}\n${secret}`])
  }
  return gifts
}

function fieldsOf(body: string): Fields {
  if (!body.startsWith('{')) return Object.fromEntries(new URLSearchParams(body))
  return JSON.parse(body) as Fields
}
