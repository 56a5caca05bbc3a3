import {
  deleteApp,
  deleteAppPassword,
  deleteSession,
  issueToken,
  listAppSecrets,
  revokeToken,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import { isTokenOptional, kindOf, refusalOf, type Caller } from '#src/cli/check/callers.ts'
import type { OperationEntry, OperationId } from '#src/http/operation.ts'
import { obtainTokens, registerTestApp, signIn, signUp, type Person } from './actors.ts'
import { addSecret, createClientActors, type ClientActor } from './clientActors.ts'
import { forgeTokens } from './forgery.ts'
import { registerByItself } from './registrations.ts'
import type { TestService } from './service.ts'
import { giveAppPassword, trade } from './sessions.ts'
import { credentialsOf } from './tokens.ts'
import { uploadAvatar } from './uploads.ts'

/** Somebody who asks, by what they present. */
export type Actor = Caller & {
  /** a second, different token in `X-Auth-Token` */
  readonly other?: string
  /** true for an app password by itself, which has no session */
  readonly isSessionless?: boolean
  /** another token just like it, of somebody new: for what ends the token or what else its user has */
  readonly anew?: () => Promise<string>
}

/** Operations that end the token they are asked with, or what else its user has: everybody asks them with a token of their own. */
export const usesUp: ReadonlySet<OperationId> = new Set<OperationId>([
  ...(['deleteSession', 'revokeOtherSessions'] as const),
  ...(['confirmTotp', 'deleteTotp', 'createRecoveryCodes'] as const),
  ...(['deleteAccount', 'changePassword', 'changeEmail'] as const),
])

/** Operations about the session that a token stands for. */
const ofSessions: ReadonlySet<OperationId> = new Set<OperationId>(['getSession', 'deleteSession'])

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

const hourAndABit = 3601
const allScopes = ['openid', 'profile', 'email', 'read', 'offline_access']

/** Brings the whole cast together. Its first scene plays more than an hour ago, so that some tokens have expired. */
export async function createCast(service: TestService): Promise<Cast> {
  service.clock.advance(-hourAndABit)
  const victim = await signUp(service)
  const app = await registerTestApp(service, victim, { scopes: allScopes })
  const early = await obtainTokens(service, victim, app)
  const brief = await addSecret(service, victim, app, 60)
  const expired = await giveAppPassword(service, victim, { expires_in: 60 })
  const outlived = await trade(service, expired.app_password)
  service.clock.advance(hourAndABit)
  const owner = { ...victim, token: await signIn(service, victim.email) }
  const stranger = await signUp(service)
  await Promise.all([uploadAvatar(service, owner), uploadAvatar(service, stranger)])
  const tokens = await obtainTokens(service, owner, app)
  const tokenActors = await Promise.all([
    deadTokens(service, owner, app, early.access_token),
    weakTokens(service, owner, app),
    appPasswords(service, owner),
  ])
  const { data: secrets = [] } = await listAppSecrets({
    client: service.as(owner.token),
    path: { appId: app.app_id },
  })
  const registration = await registerByItself(service)
  const anew = async () => (await signUp(service)).token
  const session = { kind: 'session', scope: [], isOwner: true, anew } as const
  const publicKeys = service.running.context.keys.jwks().keys
  return {
    victim: owner,
    app,
    secretId: secrets.at(-1)!.id,
    refreshToken: tokens.refresh_token!,
    clients: await createClientActors(service, owner, stranger, app, brief),
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
      nobody('an expired app password', expired.app_password),
      nobody('a session made from an app password that has expired', outlived.access_token),
      nobody('a refresh token', tokens.refresh_token!),
      nobody('an ID token', tokens.id_token!),
      nobody('the app secret', app.app_secret!),
      nobody('the app id', app.app_id),
      nobody('garbage', 'garbage'),
      nobody('a registration access token', registration.registration_access_token),
      ...tokenActors.flat(),
      ...forgeTokens(tokens.access_token, owner.token, publicKeys).map(([name, token]) =>
        nobody(name, token),
      ),
    ],
  }
}

/** What the contract says of an actor's call: from `security` and the path, never from trying. */
export function expectedStatus(entry: OperationEntry, actor: Actor): number {
  const { id, security, statuses } = entry
  const success = statuses.find((status) => status < 300)!
  if (security.length === 0) return success
  if (actor.other !== undefined && actor.other !== actor.token) return 400
  const isOptional = isTokenOptional(entry)
  if (isOptional && actor.token === null) return 201
  const refusal = refusalOf(entry, actor)
  if (refusal === 401 || refusal === 403) return refusal
  if (actor.isSessionless && ofSessions.has(id)) return 404
  // A session is renewed; whatever else is sent opens one.
  if (isOptional && actor.isSessionless) return 201
  return refusal ?? success
}

/** The scope that a challenge names to an actor whose own is too small; null when no scope would do. */
export function missingScope({ security }: OperationEntry, { kind }: Actor): string | null {
  const requirements = security.flatMap((each) => Object.entries(each))
  return requirements.find(([scheme]) => kindOf(scheme) === kind)?.[1].join(' ') ?? null
}

/** The same kind of actor with a token that may be used up. */
export async function anewOf(actor: Actor): Promise<Actor> {
  const token = await actor.anew!()
  return { ...actor, token, ...(actor.other !== undefined && { other: token }) }
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

function nobody(name: string, token: string): Actor {
  return { name, token, kind: null, scope: [], isOwner: true }
}

/** App passwords, and sessions made from them, by what they may do. */
async function appPasswords(service: TestService, victim: Person): Promise<Actor[]> {
  const actors = (['read', 'write'] as const).map(async (scope): Promise<Actor[]> => {
    const give = async (person: Pick<Person, 'token'>) =>
      (await giveAppPassword(service, person, { scopes: [scope] })).app_password
    const own = await give(victim)
    const anew = async () => give(await signUp(service))
    const as = { kind: 'appPassword', scope: [scope], isOwner: true } as const
    const made = async (secret: string) => (await trade(service, secret)).access_token
    return [
      { name: `an app password (${scope})`, token: own, ...as, isSessionless: true, anew },
      {
        name: `a session made from an app password (${scope})`,
        token: await made(own),
        ...as,
        anew: async () => made(await anew()),
      },
    ]
  })
  const gone = await giveAppPassword(service, victim)
  const orphan = await trade(service, gone.app_password)
  const client = service.as(victim.token)
  await deleteAppPassword({ client, path: { appPasswordId: gone.id }, throwOnError: true })
  return [
    ...(await Promise.all(actors)).flat(),
    nobody('a deleted app password', gone.app_password),
    nobody('a session made from an app password that was deleted', orphan.access_token),
  ]
}

/** Tokens that were good once. */
async function deadTokens(
  service: TestService,
  victim: Person,
  app: AppRegistrationResponse,
  expiredAccessToken: string,
): Promise<Actor[]> {
  const ended = await signIn(service, victim.email)
  const sessionless = await obtainTokens(service, { ...victim, token: ended }, app)
  await deleteSession({ client: service.as(ended), throwOnError: true })
  const gone = await registerTestApp(service, victim)
  const appless = await obtainTokens(service, victim, gone)
  await deleteApp({ client: service.as(victim.token), path: { appId: gone.app_id }, throwOnError: true })
  const revoked = await obtainTokens(service, victim, app)
  const orphan = await obtainTokens(service, victim, app)
  for (const token of [revoked.access_token, orphan.refresh_token!])
    await revokeToken({
      client: service.as(),
      body: { token, ...credentialsOf(app) },
      throwOnError: true,
    })
  return [
    nobody('the token of an ended session', ended),
    nobody('an expired access token', expiredAccessToken),
    nobody('a revoked access token', revoked.access_token),
    nobody('an access token of a revoked grant', orphan.access_token),
    nobody('an access token of an ended session', sessionless.access_token),
    nobody('an access token of a deleted app', appless.access_token),
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
    body: { grant_type: 'client_credentials', ...credentialsOf(app) },
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
