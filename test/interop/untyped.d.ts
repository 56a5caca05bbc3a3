// The packages here bring no types. Only what these tests use is declared.

declare module 'express' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export interface Request extends IncomingMessage, Express.Request {
    /** with express-session */
    session: Record<string, unknown>
    /** with passport */
    user?: unknown
    logout(done: (error?: unknown) => void): void
  }
  export interface Response extends ServerResponse {
    json(body: unknown): void
    redirect(url: string): void
  }
  export type RequestHandler = (
    request: Request,
    response: Response,
    next: (error?: unknown) => void,
  ) => unknown
  export interface Application extends RequestHandler {
    use(...handlers: readonly unknown[]): void
    get(path: string, ...handlers: readonly RequestHandler[]): void
  }
  function express(): Application
  export default express
}

declare module 'express-session' {
  import type { RequestHandler } from 'express'

  function session(options: {
    readonly secret: string
    readonly resave: boolean
    readonly saveUninitialized: boolean
  }): RequestHandler
  namespace session {
    export class MemoryStore {
      get(id: string, done: (error?: unknown, session?: unknown) => void): void
      set(id: string, session: unknown, done?: (error?: unknown) => void): void
      destroy(id: string, done?: (error?: unknown) => void): void
    }
  }
  export default session
}

declare module 'passport' {
  import type { RequestHandler } from 'express'

  export interface Authenticator {
    use(strategy: unknown): void
    session(): RequestHandler
    authenticate(strategy: string, options?: Readonly<Record<string, string>>): RequestHandler
    serializeUser(serialize: (user: unknown, done: (error: unknown, user: unknown) => void) => void): void
    deserializeUser(deserialize: (user: unknown, done: (error: unknown, user: unknown) => void) => void): void
  }
  const passport: { readonly Passport: new () => Authenticator }
  export default passport
}

declare module 'passport-openidconnect' {
  /** A profile in the normal form of Passport. */
  export type Profile = {
    readonly id: string
    readonly emails?: readonly { readonly value: string }[]
  }
  type Verify = (
    issuer: string,
    profile: Profile,
    context: unknown,
    idToken: string,
    accessToken: string,
    refreshToken: string,
    done: (error: unknown, user?: unknown) => void,
  ) => void
  const Strategy: new (
    options: {
      readonly issuer: string
      readonly authorizationURL: string
      readonly tokenURL: string
      readonly userInfoURL: string
      readonly clientID: string
      readonly clientSecret: string | undefined
      readonly callbackURL: string
      readonly scope: readonly string[]
      readonly nonce: boolean
      readonly skipUserProfile: boolean
    },
    verify: Verify,
  ) => object
  export default Strategy
}

declare module 'simple-oauth2' {
  type Configuration = {
    readonly client: { readonly id: string; readonly secret: string }
    readonly auth: {
      readonly tokenHost: string
      readonly tokenPath: string
      readonly authorizePath?: string
      readonly revokePath?: string
    }
    readonly options?: {
      readonly bodyFormat?: 'form' | 'json'
      readonly authorizationMethod?: 'header' | 'body'
    }
  }
  type Parameters = Readonly<Record<string, string>>
  export interface AccessToken {
    readonly token: Readonly<Record<string, string>>
    expired(): boolean
    refresh(parameters?: Parameters): Promise<AccessToken>
    revokeAll(options?: { readonly json?: boolean | 'strict' }): Promise<void>
  }
  export class AuthorizationCode {
    constructor(configuration: Configuration)
    authorizeURL(parameters: Parameters): string
    getToken(parameters: Parameters): Promise<AccessToken>
  }
  export class ClientCredentials {
    constructor(configuration: Configuration)
    getToken(parameters: Parameters): Promise<AccessToken>
  }
}
