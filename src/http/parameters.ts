import type { IncomingHttpHeaders } from 'node:http'
import contract from '../../generated/openapi.json' with { type: 'json' }
import type { FlightParameter } from '../domain/flight.ts'
import { charactersOf, describeForm, looksSecret } from '../domain/tokenForm.ts'

const mostParameters = 40
const longestValue = 200

const word = /^[a-z_]{1,40}(?: [a-z_]{1,40}){0,5}$/
const digits = /^\d{1,9}$/
const appId = /^app_[A-Za-z0-9_-]{1,64}$/
const scopeName = /^[a-z][a-z_.:/-]{0,39}$/
/** An absolute URI without query, fragment and user. */
const plainUri = /^[a-z][a-z0-9+.-]{0,39}:[\x21-\x7e]{1,300}$/i

/** Parameters whose values are harmless, and what such a value looks like: anything else sent under the name stays hidden. */
const harmless: Readonly<Record<string, (text: string) => string | null>> = {
  client_id: matching(appId),
  app_id: matching(appId),
  appId: matching(appId),
  grant_type: matching(/^(?:urn:[a-z0-9:._-]{1,80}|[a-z_]{1,40})$/),
  response_type: matching(word),
  response_mode: matching(word),
  code_challenge_method: matching(/^(?:S256|s256|plain|SHA-?256)$/),
  scope: (text) => scopesOf(text.split(' ')),
  scopes: (text) => scopesOf([text]),
  prompt: matching(word),
  consent: matching(word),
  token_type_hint: matching(word),
  token_endpoint_auth_method: matching(word),
  access_token_format: matching(word),
  id_token_signed_response_alg: matching(/^(?:RS|ES|HS|PS)\d{3}$|^EdDSA$|^none$/),
  grant_types: matching(word),
  response_types: matching(word),
  max_age: matching(digits),
  count: matching(digits),
  redirect_uri: uriOf,
  redirect_uris: uriOf,
  resource: uriOf,
}

/** Names that promise a secret: not even its length is told. */
const untold = /password|email|username|login_hint|description/

/**
 * What a page of development may show of a request's parameters: names of the contract, harmless values, and of all else
 * the kind and length. A name that the contract does not have could itself be a secret in the wrong place, so it is only
 * described, with the name it may be meant to be.
 */
export function describeParameters(request: {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly headers: IncomingHttpHeaders
}): readonly FlightParameter[] {
  return [
    ...describeGroup('path', request.params),
    ...describeGroup('query', request.query),
    ...describeHeaders(request.headers),
    ...describeGroup('body', request.body),
  ]
}

function describeGroup(place: FlightParameter['place'], values: unknown): FlightParameter[] {
  if (typeof values !== 'object' || values === null || 'refused' in values) return []
  if ('bytes' in values && values.bytes instanceof Uint8Array)
    return [{ place, name: '(the whole body)', value: `${values.bytes.length} bytes` }]
  if (Array.isArray(values)) return [{ place, name: '(the whole body)', value: 'an array' }]
  return Object.entries(values)
    .slice(0, mostParameters)
    .map(([name, value]) => ({ place, name: shownName(name), value: shownValue(name, value) }))
}

function shownName(name: string): string {
  if (contractNames().has(name)) return name
  const meant = meantName(name)
  return `(unknown name, ${charactersOf(name)}${meant === null ? '' : `: perhaps ${meant} is meant`})`
}

function shownValue(name: string, value: unknown): string {
  if (typeof value !== 'string') return Array.isArray(value) ? shownList(name, value) : kindOfValue(value)
  if (value === '') return 'empty'
  if (untold.test(name)) return 'not shown'
  const shown = looksSecret(value) || !Object.hasOwn(harmless, name) ? null : harmless[name]!(value)
  return shown?.slice(0, longestValue) ?? describeForm(value)
}

function shownList(name: string, list: readonly unknown[]): string {
  if (list.length === 0) return 'an empty list'
  const items = list.slice(0, 5).map((item) => (Array.isArray(item) ? 'a list' : shownValue(name, item)))
  return `${list.length} ${list.length === 1 ? 'item' : 'items'}: ${items.join(', ')}`.slice(0, longestValue)
}

function kindOfValue(value: unknown): string {
  return value === null ? 'null' : `a value of type ${typeof value}`
}

/** What headers say that errors turn on. */
function describeHeaders(headers: IncomingHttpHeaders): FlightParameter[] {
  const shown: [string, string | undefined][] = [
    ['Accept', plainHeader(headers.accept)],
    ['Content-Type', plainHeader(headers['content-type'])],
    ['Content-Length', plainHeader(headers['content-length'])],
    ['Authorization', authorizationOf(headers.authorization)],
    ['X-Auth-Token', tokenOf(headers['x-auth-token'])],
    ['Cookie', headers.cookie === undefined ? undefined : `${headers.cookie.split(';').length} cookies`],
  ]
  return shown.flatMap(([name, value]) => (value === undefined ? [] : [{ place: 'header', name, value }]))
}

function plainHeader(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  return /^[\w/*+.;=, -]{1,120}$/.test(text) && !looksSecret(text) ? text : describeForm(text)
}

function authorizationOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const [, scheme = '', rest = ''] = /^(bearer|basic|dpop) +(.*)$/is.exec(text) ?? []
  if (scheme === '') return `no scheme that we know, ${describeForm(text)}`
  return scheme.toLowerCase() === 'basic'
    ? `Basic, ${rest.length} characters`
    : `${scheme} ${describeForm(rest)}`
}

function tokenOf(text: string | readonly string[] | undefined): string | undefined {
  return text === undefined ? undefined : describeForm(String(text))
}

function matching(pattern: RegExp): (text: string) => string | null {
  return (text) => (pattern.test(text) ? text : null)
}

function scopesOf(names: readonly string[]): string {
  return names.map((name) => (scopeName.test(name) ? name : `(${charactersOf(name)})`)).join(' ')
}

/** The URI without what follows `?` or `#`; null when it is none, or has a part that could be a secret. */
function uriOf(text: string): string | null {
  const plain = text.split(/[?#]/)[0]!
  if (!plainUri.test(plain) || plain.split('/').some((part) => /[A-Za-z0-9_-]{32,}/.test(part))) return null
  return plain === text
    ? text
    : `${plain} and ${text.length - plain.length} more characters of query or fragment`
}

let known: ReadonlySet<string> | null = null

/** Every name that the contract gives to a parameter or a property. */
function contractNames(): ReadonlySet<string> {
  if (known !== null) return known
  const names = new Set<string>()
  JSON.stringify(contract, (name, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    if (name === 'properties') for (const property of Object.keys(value)) names.add(property)
    if ('in' in value && 'name' in value) names.add(String(value.name))
    return name === 'examples' || name === 'example' ? undefined : value
  })
  known = names
  return names
}

/** The name of the contract that differs in upper case and separators only, or in its ending (`redirect_url`). */
function meantName(name: string): string | null {
  if (name.length > 40) return null
  const plain = plainName(name)
  const names = [...contractNames()]
  return (
    names.find((each) => plainName(each) === plain) ??
    names.find((each) => plain.length > 4 && stem(plainName(each)) === stem(plain)) ??
    null
  )
}

/** Without a plural `s`, then without the last letter of a long name: `redirect_url` and `redirect_uri` have one. */
function stem(plain: string): string {
  const single = plain.replace(/s$/, '')
  return single.length > 8 ? single.slice(0, -1) : single
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
