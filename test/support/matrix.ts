import { createHmac, createPublicKey } from 'node:crypto'
import {
  createAppSecret,
  issueToken,
  listAppSecrets,
  revokeToken,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import type { OperationEntry } from '#src/http/operation.ts'
import { obtainTokens, registerTestApp, signIn, signUp, type Person } from './actors.ts'
import type { TestService } from './service.ts'
import { basic } from './wire.ts'

/** What an operation's `security` makes of a token: the kind of principal behind it, null when nothing is. */
export type Kind = 'session' | 'accessToken' | null

/** Somebody who asks, by what they present. */
export type Actor = {
  readonly name: string
  /** null: no token at all */
  readonly token: string | null
  readonly kind: Kind
  readonly scope: readonly string[]
  /** false: what a path names belongs to somebody else */
  readonly isOwner: boolean
  /** a second, different token in `X-Auth-Token` */
  readonly other?: string
}

/** Everybody and everything that the matrix is played with. */
export type Cast = {
  readonly victim: Person
  readonly app: AppRegistrationResponse
  /** id of the app's first secret */
  readonly secretId: string
  readonly refreshToken: string
  readonly actors: readonly Actor[]
  readonly clients: readonly ClientActor[]
}

/** An app that tries to prove itself, by what it presents. */
export type ClientActor = {
  readonly name: string
  readonly authorization?: string
  readonly members: Readonly<Record<string, string>>
  /** `public`: a public app, which is enough only where authentication is optional */
  readonly outcome: 'success' | 'public' | 400 | 401
}

const hourAndABit = 3601
const allScopes = ['openid', 'profile', 'email', 'read', 'offline_access']

/** Brings the whole cast together. Its first scene plays more than an hour ago, so that some tokens have expired. */
export async function createCast(service: TestService): Promise<Cast> {
  service.clock.advance(-hourAndABit)
  const victim = await signUp(service)
  const app = await registerTestApp(service, victim, { scopes: allScopes })
  const early = await obtainTokens(service, victim, app)
  const brief = await addSecret(service, victim, app, 60)
  service.clock.advance(hourAndABit)
  const owner = { ...victim, token: await signIn(service, victim.email) }
  const stranger = await signUp(service)
  const tokens = await obtainTokens(service, owner, app)
  const tokenActors = await Promise.all([
    deadTokens(service, owner, app, early.access_token),
    forgedTokens(service, tokens.access_token, owner.token),
    weakTokens(service, owner, app),
  ])
  const { data: secrets = [] } = await listAppSecrets({
    client: service.as(owner.token),
    path: { appId: app.app_id },
  })
  const session = { kind: 'session', scope: [], isOwner: true } as const
  return {
    victim: owner,
    app,
    secretId: secrets.at(-1)!.id,
    refreshToken: tokens.refresh_token!,
    clients: await clientActors(service, owner, stranger, app, brief),
    actors: [
      { name: 'nobody', token: null, kind: null, scope: [], isOwner: true },
      { name: 'the owner', token: owner.token, ...session },
      { name: 'another user', token: stranger.token, ...session, isOwner: false },
      { name: 'the owner, twice the same', token: owner.token, other: owner.token, ...session },
      { name: 'the owner and another user at once', token: owner.token, other: stranger.token, ...session },
      {
        name: 'an access token and a session at once',
        token: tokens.access_token,
        other: owner.token,
        ...session,
      },
      {
        name: 'an access token',
        token: tokens.access_token,
        kind: 'accessToken',
        scope: allScopes.slice(0, 3),
        isOwner: true,
      },
      nobody('an expired session token', victim.token),
      nobody('a refresh token', tokens.refresh_token!),
      nobody('an ID token', tokens.id_token!),
      nobody('the app secret', app.app_secret!),
      nobody('the app id', app.app_id),
      nobody('garbage', 'garbage'),
      ...tokenActors.flat(),
    ],
  }
}

/** What the contract says of an actor's call: from `security` and the path, never from trying. */
export function expectedStatus({ security, path, statuses }: OperationEntry, actor: Actor): number {
  const success = statuses.find((status) => status < 300)!
  if (security.length === 0) return success
  if (actor.other !== undefined && actor.other !== actor.token) return 400
  const ofKind = security
    .flatMap((each) => Object.entries(each))
    .filter(([scheme]) => kindOf(scheme) === actor.kind)
  if (ofKind.length === 0) return 401
  if (!ofKind.some(([, scopes]) => scopes.every((scope) => actor.scope.includes(scope)))) return 403
  return path.includes('{') && !actor.isOwner ? 404 : success
}

/** The headers an actor sends; a single token goes into either of the two. */
export function headersOf(
  { token, other }: Actor,
  carrier: 'authorization' | 'x-auth-token',
): Record<string, string> {
  if (token === null) return {}
  if (other !== undefined) return { authorization: `Bearer ${token}`, 'x-auth-token': other }
  return { [carrier]: carrier === 'authorization' ? `Bearer ${token}` : token }
}

function kindOf(scheme: string): string {
  return scheme.replace(/Header$/, '')
}

function nobody(name: string, token: string): Actor {
  return { name, token, kind: null, scope: [], isOwner: true }
}

/** Tokens that were good once. */
async function deadTokens(
  service: TestService,
  victim: Person,
  app: AppRegistrationResponse,
  expiredAccessToken: string,
): Promise<Actor[]> {
  const ended = await signIn(service, victim.email)
  const { sid } = JSON.parse(Buffer.from(ended.split('.')[1]!, 'base64url').toString()) as { sid: string }
  // No operation ends a session yet: the store does.
  await service.running.context.store.sessions.end(sid, service.clock.now())
  const revoked = await obtainTokens(service, victim, app)
  const orphan = await obtainTokens(service, victim, app)
  for (const token of [revoked.access_token, orphan.refresh_token!])
    await revokeToken({
      client: service.as(),
      body: { token, client_id: app.app_id, client_secret: app.app_secret! },
      throwOnError: true,
    })
  return [
    nobody('the token of an ended session', ended),
    nobody('an expired access token', expiredAccessToken),
    nobody('a revoked access token', revoked.access_token),
    nobody('an access token of a revoked grant', orphan.access_token),
  ]
}

/** Tokens that were made by somebody else, or changed. */
async function forgedTokens(
  service: TestService,
  accessToken: string,
  sessionToken: string,
): Promise<Actor[]> {
  const es256 = service.running.context.keys.jwks().keys.find(({ alg }) => alg === 'ES256')!
  const publicKey = createPublicKey({ key: es256 as never, format: 'jwk' }).export({
    type: 'spki',
    format: 'pem',
  })
  const [header = '', payload = '', signature = ''] = accessToken.split('.')
  const kinds = [
    ['access token', 'at+jwt', accessToken],
    ['session token', 'session+jwt', sessionToken],
  ] as const
  return [
    ...kinds.flatMap(([name, typ, token]) => [
      nobody(
        `an HS256 ${name} keyed by our public key`,
        signed({ alg: 'HS256', typ, kid: es256.kid }, token, publicKey),
      ),
      nobody(`an HS256 ${name} keyed by nothing`, signed({ alg: 'HS256', typ }, token, '')),
      nobody(
        `an unsigned ${name}`,
        `${signed({ alg: 'none', typ }, token, '').split('.').slice(0, 2).join('.')}.`,
      ),
      nobody(`a ${name} with another jti`, withClaims(token, { jti: 'other' })),
      nobody(`a ${name} with padding`, `${token}=`),
    ]),
    nobody('an access token with more scope', withClaims(accessToken, { scope: 'openid admin' })),
    nobody('an access token without its signature', `${header}.${payload}.`),
    nobody(
      'an access token under another type',
      `${encode({ alg: 'ES256', typ: 'JWT', kid: es256.kid })}.${payload}.${signature}`,
    ),
  ]
}

/** Live access tokens that do not reach as far as the victim's. */
async function weakTokens(
  service: TestService,
  victim: Person,
  app: AppRegistrationResponse,
): Promise<Actor[]> {
  const { data: client } = await issueToken({
    client: service.as(),
    body: { grant_type: 'client_credentials', client_id: app.app_id, client_secret: app.app_secret! },
    throwOnError: true,
  })
  const narrow = await obtainTokens(service, victim, app, { scope: 'read' })
  const elsewhere = await obtainTokens(service, victim, app, { resource: 'https://api.example.com' })
  const live = { kind: 'accessToken', isOwner: true } as const
  return [
    { name: 'an access token with too little scope', token: narrow.access_token, scope: ['read'], ...live },
    { name: 'a token of the app itself', token: client.access_token, scope: ['read'], ...live },
    nobody('an access token for another resource', elsewhere.access_token),
  ]
}

async function addSecret(
  service: TestService,
  person: Person,
  app: AppRegistrationResponse,
  seconds: number,
): Promise<string> {
  const { data } = await createAppSecret({
    client: service.as(person.token),
    path: { appId: app.app_id },
    body: { name: 'brief', expires_in: seconds },
    throwOnError: true,
  })
  return data.app_secret
}

async function clientActors(
  service: TestService,
  victim: Person,
  stranger: Person,
  app: AppRegistrationResponse,
  expiredSecret: string,
): Promise<ClientActor[]> {
  const others = await registerTestApp(service, stranger)
  const publicApp = await registerTestApp(service, victim, { token_endpoint_auth_method: 'none' })
  const basicApp = await registerTestApp(service, victim, {
    token_endpoint_auth_method: 'client_secret_basic',
  })
  const postApp = await registerTestApp(service, victim, { token_endpoint_auth_method: 'client_secret_post' })
  const id = app.app_id
  const secret = app.app_secret!
  const post = (clientId: string, clientSecret: string) => ({
    client_id: clientId,
    client_secret: clientSecret,
  })
  const none = {}
  return [
    { name: 'the secret in the body', members: post(id, secret), outcome: 'success' },
    { name: 'the secret by Basic', authorization: basic(id, secret), members: none, outcome: 'success' },
    {
      name: 'the secret by Basic beside its own id',
      authorization: basic(id, secret),
      members: { client_id: id },
      outcome: 'success',
    },
    { name: 'a public app', members: { client_id: publicApp.app_id }, outcome: 'public' },
    { name: 'nothing', members: none, outcome: 401 },
    { name: 'the id alone', members: { client_id: id }, outcome: 401 },
    { name: 'the secret alone', members: { client_secret: secret }, outcome: 401 },
    { name: 'a wrong secret in the body', members: post(id, 'secret_wrong'), outcome: 401 },
    {
      name: 'a wrong secret by Basic',
      authorization: basic(id, 'secret_wrong'),
      members: none,
      outcome: 401,
    },
    { name: 'an unknown app', members: post('app_unknown', secret), outcome: 401 },
    {
      name: 'an unknown app by Basic',
      authorization: basic('app_unknown', secret),
      members: none,
      outcome: 401,
    },
    { name: "another app's secret", members: post(id, others.app_secret!), outcome: 401 },
    {
      name: "another app's secret by Basic",
      authorization: basic(id, others.app_secret!),
      members: none,
      outcome: 401,
    },
    { name: 'an expired secret', members: post(id, expiredSecret), outcome: 401 },
    {
      name: 'two methods at once',
      authorization: basic(id, secret),
      members: post(id, secret),
      outcome: 400,
    },
    {
      name: 'Basic beside another id',
      authorization: basic(id, secret),
      members: { client_id: others.app_id },
      outcome: 400,
    },
    { name: 'Basic that cannot be read', authorization: 'Basic !', members: none, outcome: 401 },
    {
      name: 'Basic without a colon',
      authorization: `Basic ${Buffer.from(id).toString('base64')}`,
      members: none,
      outcome: 401,
    },
    { name: 'a session token', authorization: `Bearer ${victim.token}`, members: none, outcome: 401 },
    { name: 'a public app with a secret', members: post(publicApp.app_id, secret), outcome: 401 },
    {
      name: 'the body for an app of Basic',
      members: post(basicApp.app_id, basicApp.app_secret!),
      outcome: 401,
    },
    {
      name: 'Basic for an app of the body',
      authorization: basic(postApp.app_id, postApp.app_secret!),
      members: none,
      outcome: 401,
    },
  ]
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** The claims of `token` under another header, signed by HMAC-SHA-256 with a key of the forger's choice. */
function signed(header: object, token: string, key: string | Buffer): string {
  const input = `${encode(header)}.${token.split('.')[1]}`
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`
}

function withClaims(token: string, claims: object): string {
  const [header, payload = '', signature] = token.split('.')
  const own = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
  return `${header}.${encode({ ...own, ...claims })}.${signature}`
}
