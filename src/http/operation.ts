import type { Operations } from '../../generated/operations.gen.ts'
import type { Context } from '../context.ts'
import type { AppPasswordSecret } from '../domain/account/appPassword.ts'
import type { Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import type { FormOrigin } from '../domain/browser/formToken.ts'
import type { AccessTokenFacts } from '../domain/oauth/accessToken.ts'
import type { RegisteredClient } from '../domain/oauth/registration.ts'
import type { AuthenticatedClient } from '../domain/oauth/clientAuthentication.ts'
import type { Lane } from '../domain/lane.ts'
import type { ScriptCallers } from '../domain/oauth/webOrigin.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { View } from '../pages/view.ts'

/** The name that the spec file, the handler file, its export, its test and the SDK method share. */
export type OperationId = keyof Operations

/** The run-time row of one operation in `generated/operations.gen.ts`, widened to what every row has. */
export type OperationEntry = {
  readonly id: OperationId
  readonly tag: string
  readonly method: string
  readonly path: string
  readonly aliases: readonly string[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly consumes: readonly string[]
  /** bytes of a body that is not text; null: the corridor's own limit */
  readonly bodyLimit: number | null
  readonly produces: readonly string[]
  readonly statuses: readonly number[]
  readonly isStatic: boolean
  /** `Cache-Control` of its answers that are no errors; null: nobody keeps them */
  readonly cacheControl: string | null
  readonly audience: string
  readonly isRateLimited: boolean
  /** asks for a fresh proof of who is signed in */
  readonly needsStepUp: boolean
  readonly clientAuthentication: string | null
  /** its handler may ask for an initial access token (RFC 7591 §3) */
  readonly takesInitialToken: boolean
  /** member of its form that may carry the token (RFC 6750 §2.2); null: tokens are in headers only */
  readonly tokenMember: string | null
  readonly mediaType: string | null
  /** answers in development only, and only to the machine it runs on */
  readonly isDevelopmentOnly: boolean
  readonly callers: ScriptCallers
  /** what its answers say of its end (RFC 9745, RFC 8594); null: it stays */
  readonly deprecation: Readonly<Record<'deprecation' | 'sunset' | 'link', string>> | null
  /** its own, or that of a value of one member of its body: member → value → lane; null: it never waits */
  readonly lane: Lane | Readonly<Record<string, Readonly<Record<string, Lane>>>> | null
}

/** Someone signed in with their own credentials, by the token of that session. */
export type SessionPrincipal = { readonly kind: 'session'; readonly session: Session; readonly user: User }

/** Someone signed in in a browser, by the cookie of that session. */
export type BrowserPrincipal = {
  readonly kind: 'browser'
  readonly session: Session
  readonly user: User
  /** the value of the cookie, with which the tokens of forms are made */
  readonly cookie: string
}

/** A program that a user gave an app password: by itself, or by the token of a session made from it. */
export type AppPasswordPrincipal = {
  readonly kind: 'appPassword'
  readonly appPasswordId: string
  readonly user: User
  readonly scope: readonly string[]
} & (
  | { readonly session: Session; readonly secret: null }
  /** the app password itself was presented */
  | { readonly session: null; readonly secret: AppPasswordSecret }
)

/** An app that acts with an OAuth access token. */
export type AccessTokenPrincipal = { readonly kind: 'accessToken'; readonly facts: AccessTokenFacts }

/** A client that manages its own registration (RFC 7592). */
export type RegistrationPrincipal = {
  readonly kind: 'registration'
  readonly registered: RegisteredClient
  /** the registration access token that it presented */
  readonly token: string
}

/** Who asks, resolved once per request. */
export type Principal =
  | SessionPrincipal
  | BrowserPrincipal
  | AppPasswordPrincipal
  | AccessTokenPrincipal
  | RegistrationPrincipal

type PrincipalByScheme = {
  session: SessionPrincipal
  sessionHeader: SessionPrincipal
  browserSession: BrowserPrincipal
  appPassword: AppPasswordPrincipal
  appPasswordHeader: AppPasswordPrincipal
  accessToken: AccessTokenPrincipal
  accessTokenHeader: AccessTokenPrincipal
  /** a token is optional (`{}` in `security`), and none came */
  nobody: undefined
  registrationToken: RegistrationPrincipal
  registrationTokenHeader: RegistrationPrincipal
}

/** The principal that the operation's `security` promises; undefined where it names none. */
export type PrincipalOf<Id extends OperationId> = [Operations[Id]['principal']] extends [never]
  ? undefined
  : Operations[Id]['principal'] extends keyof PrincipalByScheme
    ? PrincipalByScheme[Operations[Id]['principal']]
    : never

/** The statuses an operation may answer itself; what is common to its class is answered by refusing. */
export type StatusOf<Id extends OperationId> = Operations[Id]['reply']['status']

type ReplyOf<Id extends OperationId, S> = Extract<Operations[Id]['reply'], { status: S }>

/** The body that an operation answers with a status. */
export type ReplyBody<Id extends OperationId, S> = ReplyOf<Id, S>['body']

/** The members of every alternative of a union. */
type KeysOf<T> = T extends unknown ? keyof T : never
/** The type of a member in whichever alternatives have it. */
type MemberOf<T, P> = T extends unknown ? (P extends keyof T ? T[P] : never) : never
type ExactMember<A, B> = Exact<NonNullable<A>, NonNullable<B>> | Extract<A, null | undefined>

/**
 * `A` where it is exactly `B`. A member that `B` lacks becomes `never`, so that a leaked extra (nested, out of a variable,
 * in one alternative of a union) does not compile, and the compiler's message names it.
 */
type Exact<A, B> = [A] extends [readonly (infer AI)[]]
  ? [B] extends [readonly (infer BI)[]]
    ? readonly Exact<AI, BI>[]
    : never
  : [A] extends [object]
    ? // Bytes are bytes, whatever else a Buffer can do.
      [A, B] extends [Uint8Array, Uint8Array]
      ? A
      : string extends KeysOf<B>
        ? A
        : { [P in Exclude<KeysOf<A>, KeysOf<B>>]?: never } & {
            [P in keyof A as P extends KeysOf<B> ? P : never]: ExactMember<A[P], MemberOf<B, P>>
          }
    : A

type HeadersArgument<R> = R extends { headers: infer H }
  ? [headers: H]
  : R extends { headers?: infer H }
    ? [headers?: H]
    : never

type ReplyArguments<Id extends OperationId, S, B> = [ReplyBody<Id, S>] extends [undefined]
  ? ReplyOf<Id, S> extends { headers: infer H }
    ? [body: undefined, headers: H]
    : [body?: undefined, ...headers: HeadersArgument<ReplyOf<Id, S>>]
  : [body: B & Exact<B, ReplyBody<Id, S>>, ...headers: HeadersArgument<ReplyOf<Id, S>>]

declare const operation: unique symbol

/** What a handler returns: made by `call.reply` or `call.refuse` only. */
export type Reply<Id extends OperationId = OperationId> = {
  readonly [operation]: Id
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string | number | readonly string[] | undefined>>
  /** why the request was refused, for the log; null when it was not */
  readonly refusal: Refusal | null
}

/** A page that tells of a refusal, with headers of its own. */
export type RefusalPage = { readonly body: string; readonly headers?: Readonly<Record<string, string>> }

/** One request of one operation, validated. */
export type Call<Id extends OperationId> = {
  readonly body: Operations[Id]['body']
  readonly path: Operations[Id]['path']
  readonly query: Operations[Id]['query']
  readonly principal: PrincipalOf<Id>
  /** the `Authorization` header, only where the spec says `x-client-authentication`: client authentication is a step of those operations */
  readonly authorization: string | undefined
  /** the bearer token, only where the spec says `x-initial-access-token`; null: none. Two that differ are a refusal */
  readonly initialAccessToken: string | null | Refusal
  /** the request's cookies by name; only browser operations have any (no other operation trusts one) */
  readonly cookies: Readonly<Record<string, string>>
  /** the IP address of who asks; behind a proxy that is trusted, as it says, or `unknown` where it tells none */
  readonly address: string
  /** `User-Agent`, as it came: what the device calls itself */
  readonly userAgent: string | undefined
  /**
   * Tells which app asks, as soon as that is proven: its call is counted. Only where the spec says
   * `x-client-authentication`; a step of those operations calls it before anything else is done.
   *
   * @returns `rate_limit_exceeded` when no call is left
   */
  readonly identify: (client: AuthenticatedClient) => Promise<Refusal | null>
  /** Does work that waits for somebody else's server, without keeping anybody waiting for the database. */
  readonly outside: <T>(work: () => Promise<T>) => Promise<T>
  /** where the browser says that the request comes from; browser operations look at it when a form arrives */
  readonly formOrigin: FormOrigin
  /** `Accept-Language`, for mails; in a browser what the person chose on our pages comes before it */
  readonly acceptLanguage: string | undefined
  /** how the page that answers is shown; only browser operations answer with one */
  readonly view: View
  /** the moment of the request: the only one its handler knows */
  readonly now: Date
  readonly requestId: string
  /** Answers with a status, a body and headers that the contract has for this operation; anything else does not compile. */
  reply<const S extends StatusOf<Id>, B extends ReplyBody<Id, S>>(
    status: S,
    ...rest: ReplyArguments<Id, S, B>
  ): Reply<Id>
  /**
   * The page that explains an error of this request (RFC 6749 Appendix A.9), for answers that carry it elsewhere than in
   * an error body: a redirect URI, say.
   */
  readonly errorUri: (refusal: Refusal) => string
  /** Says why an answer that is no error to HTTP, such as a redirect with `error`, refuses: for the log and for development. */
  because(refusal: Refusal, reply: Reply<Id>): Reply<Id>
  /**
   * Answers with an error: status, headers and wire form are decided in `http/errors`.
   *
   * @param page  what a browser operation shows instead of the error page: the form again, with the reason beside the field
   */
  refuse(refusal: Refusal, page?: RefusalPage): Reply<Id>
}

/** A handler: load, decide, apply, answer. */
export type Operation<Id extends OperationId> = (call: Call<Id>, context: Context) => Promise<Reply<Id>>

/** Every operation of the contract under its name. */
export type AllOperations = { readonly [Id in OperationId]: Operation<Id> }

/** What the corridor makes before it is a {@link Reply}: only `call.reply` and `call.refuse` may call one the other. */
export type Answer = Omit<Reply, typeof operation>
