import { createHash } from 'node:crypto'
import {
  createLocalJWKSet,
  decodeProtectedHeader,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
} from 'jose'
import { expect } from 'vitest'
import type { ClientRegistration, ClientRegistrationRequest } from '../../client/index.ts'
import { signUp, type Person } from './actors.ts'
import { credentials, pathOf } from './authorization.ts'
import { actionOf, createBrowser, hiddenFields, type Page, type TestBrowser } from './browser.ts'
import { registerByItself } from './registrations.ts'
import type { TestService } from './service.ts'
import { basicOf } from './tokens.ts'

/** How an authorization answer travels in one run of the suite. */
export type AnswerMode = 'query' | 'form_post'

/** The callback of every client here. */
export const callback = 'https://rp.example.com/callback'

/** What a module of the suite works with: a client that registered itself, a person, and a browser. */
export type Run = {
  readonly service: TestService
  readonly mode: AnswerMode
  readonly client: ClientRegistration
  readonly person: Person
  readonly browser: TestBrowser
}

/** Parameters of a request; undefined takes one away that is usually there. */
export type Changes = Readonly<Record<string, string | undefined>>

/** Tokens as the token endpoint gave them, and the claims of the verified ID token. */
export type Tokens = {
  readonly access_token: string
  readonly id_token: string
  readonly refresh_token?: string
  readonly scope: string
  readonly claims: JWTPayload & { readonly auth_time: number }
}

const everyScope = 'openid profile email address phone offline_access'

/** Begins a run: the client registers itself as the suite does, the browser is empty. */
export async function beginRun(
  service: TestService,
  mode: AnswerMode,
  registration: ClientRegistrationRequest = {},
): Promise<Run> {
  const client = await registerByItself(service, {
    redirect_uris: [callback],
    grant_types: ['authorization_code', 'refresh_token'],
    scope: everyScope,
    ...registration,
  })
  return { service, mode, client, person: await signUp(service), browser: createBrowser(service) }
}

/** The request that a module starts from. */
export function requestOf({ client, mode }: Run, changes: Changes = {}): Record<string, string> {
  const request = {
    client_id: client.client_id,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid',
    state: 'st8-%/+&=~',
    nonce: 'n0nce-%/+&=~',
    ...(mode === 'form_post' && { response_mode: 'form_post' }),
    ...changes,
  }
  return Object.fromEntries(Object.entries(request).filter((entry) => entry[1] !== undefined))
}

/** Sends the browser to the authorization endpoint. */
export function open(run: Run, changes: Changes = {}): Promise<Page> {
  return run.browser.open(
    `${run.service.url}/oauth2/authorize?${new URLSearchParams(requestOf(run, changes))}`,
  )
}

/** Does what is asked on the pages until the app is answered. Returns which pages there were. */
export async function walk(
  { browser, person }: Pick<Run, 'browser' | 'person'>,
  start: Page,
): Promise<{ readonly page: Page; readonly asked: readonly string[] }> {
  let page = start
  const asked: string[] = []
  while (page.status === 200 && isOurForm(page) && asked.length < 4) {
    asked.push(pathOf(page))
    const fields = pathOf(page) === '/signin' ? credentials(person) : { decision: 'approve' }
    page = await browser.submit(page, fields)
  }
  return { page, asked }
}

/** A page that asks the person; the form that goes to the app stands at the URL of the page before. */
function isOurForm(page: Page): boolean {
  return ['/signin', '/consent'].includes(pathOf(page)) && actionOf(page).startsWith(new URL(page.url).origin)
}

/** The parameters that the app is sent, after every check that the suite makes of them. */
export function answered({ service, mode }: Run, page: Page, target = callback): URLSearchParams {
  const parameters = mode === 'query' ? inQuery(page, target) : inForm(page, target)
  expect(parameters.get('iss')).toBe(service.url)
  expect(parameters.get('state')).toBe('st8-%/+&=~')
  for (const [name, value] of parameters) if (name.startsWith('error')) expectErrorText(value)
  expect(parameters.has('code')).toBe(!parameters.has('error'))
  return parameters
}

function inQuery(page: Page, target: string): URLSearchParams {
  expect(page.status).toBe(303)
  const url = new URL(page.location!)
  expect(url.hash).toBe('')
  for (const [name, value] of new URL(target).searchParams) expect(url.searchParams.get(name)).toBe(value)
  expect(`${url.origin}${url.pathname}`).toBe(target.split('?')[0])
  return url.searchParams
}

/** OAuth 2.0 Form Post Response Mode: a POST, urlencoded, and nothing of it in a URL. */
function inForm(page: Page, target: string): URLSearchParams {
  expect([page.status, page.location, actionOf(page)]).toEqual([200, null, target])
  expect(page.url).not.toMatch(/[?&](?:code|error)=/)
  expect(page.headers.get('cache-control')).toBe('no-store')
  return new URLSearchParams(hiddenFields(page))
}

/** RFC 6749 §4.1.2.1, §5.2: the characters an error, its description and its URI may have. */
function expectErrorText(text: string): void {
  expect(text).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
}

/** Signs in and agrees where that is asked, and returns the answer with the pages that were shown. */
export async function authorize(run: Run, changes: Changes = {}) {
  const { page, asked } = await walk(run, await open(run, changes))
  return { answer: answered(run, page), asked }
}

/** A POST to the token endpoint, by Basic unless the form brings the secret itself. */
export async function askToken({ service, client }: Run, form: Changes, basic = true) {
  const given = Object.entries(form).filter((entry) => entry[1] !== undefined) as [string, string][]
  const response = await fetch(`${service.url}/oauth2/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(basic && basicOf(client.client_id, client.client_secret!)),
    },
    body: new URLSearchParams(given).toString(),
  })
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const body = (await response.json()) as Record<string, string>
  if (!response.ok) expectErrorText(body['error_description']!)
  return { status: response.status, body }
}

/** Trades the code and verifies what comes. */
export async function redeem(run: Run, answer: URLSearchParams, changes: Changes = {}): Promise<Tokens> {
  expect(answer.get('error_description')).toBeNull()
  const form = {
    grant_type: 'authorization_code',
    code: answer.get('code')!,
    redirect_uri: callback,
    ...changes,
  }
  const { status, body } = await askToken(run, form, changes['client_secret'] === undefined)
  expect([status, body['error_description']]).toEqual([200, undefined])
  return verified(run, body)
}

/** The tokens of a whole run. */
export async function tokensOf(run: Run, changes: Changes = {}): Promise<Tokens> {
  return redeem(run, (await authorize(run, changes)).answer)
}

/** Checks a token answer: its members, and the ID token against the published keys. */
export async function verified(run: Run, body: Record<string, unknown>): Promise<Tokens> {
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: expect.any(Number) })
  const { id_token: idToken, access_token: accessToken } = body as { id_token: string; access_token: string }
  const claims = await verifiedIdToken(run, idToken)
  const half = createHash('sha256').update(accessToken).digest().subarray(0, 16)
  expect(claims['at_hash']).toBe(half.toString('base64url'))
  return { ...body, claims } as Tokens
}

/** Verifies an ID token as OpenID Connect Core §3.1.3.7 asks. */
export async function verifiedIdToken({ service, client }: Run, idToken: string) {
  const jwks = (await (await fetch(`${service.url}/.well-known/jwks.json`)).json()) as JSONWebKeySet
  const { alg, kid } = decodeProtectedHeader(idToken)
  expect(alg).toBe(client.id_token_signed_response_alg)
  expect(jwks.keys.filter((key) => key.kid === kid)).toHaveLength(1)
  const { payload } = await jwtVerify(idToken, createLocalJWKSet(jwks), {
    issuer: service.url,
    audience: client.client_id,
    algorithms: [alg!],
    currentDate: service.clock.now(),
    requiredClaims: ['sub', 'iat', 'exp', 'auth_time', 'acr', 'amr', 'sid'],
  })
  expect(payload.aud).toBe(client.client_id)
  expect(payload['azp']).toBe(client.client_id)
  expect(payload.sub).toMatch(/^[\x21-\x7e]{1,255}$/)
  expect(payload.exp! - payload.iat!).toBeGreaterThan(0)
  return payload as JWTPayload & { auth_time: number }
}

/** Asks userinfo in one of its ways; JSON is expected. */
export async function userinfo(
  { service }: Run,
  token: string,
  way: 'get' | 'post-header' | 'post-body' = 'get',
): Promise<Record<string, unknown>> {
  const response = await fetch(`${service.url}/oauth2/userinfo`, {
    method: way === 'get' ? 'GET' : 'POST',
    ...(way === 'post-body'
      ? { body: new URLSearchParams({ access_token: token }) }
      : { headers: { authorization: `Bearer ${token}` } }),
  })
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/json; charset=utf-8',
  ])
  return (await response.json()) as Record<string, unknown>
}
