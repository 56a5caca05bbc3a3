import type { Algorithm } from '../jwt/signature.ts'
import { AuthError } from './authError.ts'
import { memoryStorage, webStorage, type AuthStorage } from './storage.ts'

/** How people sign in to an app that runs where its user is: a web page, a desktop or mobile app. */
export type AuthOptions = {
  /** the service, exactly as it calls itself: `https://api.auth.example.com` */
  readonly issuer: string
  /** the app's `app_id` */
  readonly clientId: string
  /** where the browser comes back to: one of the app's redirect URIs, exactly */
  readonly redirectUri: string
  /** what the app wants to know and do; `openid profile email` by default, and always with `openid` */
  readonly scope?: string
  /** the resource server that access tokens are for (RFC 8707); by default the service itself */
  readonly resource?: string
  /** where the browser goes after `logout`: one of the app's `post_logout_redirect_uris` */
  readonly postLogoutRedirectUri?: string
  /** where tokens are kept; in memory by default. `webStorage(localStorage)` lets tabs share a sign-in and keeps it over a reload */
  readonly storage?: AuthStorage
  /** further origins that `fetchWithAuth` may send tokens to, besides the page's own and the issuer's */
  readonly apiOrigins?: readonly string[]
  /** the app's `id_token_signed_response_alg`; RS256 by default */
  readonly idTokenAlgorithm?: Algorithm
  /** how the browser leaves; by default `location.assign` */
  readonly navigate?: (url: string) => void
  /** instead of the platform's `fetch` */
  readonly fetch?: typeof fetch
}

/** Options that were found right, with what they imply. */
export type Configuration = Omit<Required<AuthOptions>, 'resource' | 'postLogoutRedirectUri' | 'fetch'> &
  Pick<AuthOptions, 'resource' | 'postLogoutRedirectUri' | 'fetch'> & {
    /** where a sign-in that has begun is kept while the browser is away */
    readonly transactions: AuthStorage
    /** under which name this app keeps, locks and tells things */
    readonly name: string
  }

/** Checks everything that can be checked before the first request, and names every mistake at once. */
export function configure(options: AuthOptions): Configuration {
  const issuer = withoutSlash(options.issuer)
  const scope = options.scope ?? 'openid profile email'
  const mistakes = mistakesOf({ ...options, issuer, scope })
  if (mistakes.length > 0) throw new AuthError('invalid_configuration', mistakes.join('; '))
  const storage = options.storage ?? memoryStorage()
  return {
    ...options,
    issuer,
    scope,
    storage,
    transactions: typeof sessionStorage === 'undefined' ? storage : webStorage(sessionStorage),
    apiOrigins: [...ownOrigins(issuer), ...(options.apiOrigins ?? [])],
    idTokenAlgorithm: options.idTokenAlgorithm ?? 'RS256',
    navigate: options.navigate ?? ((url) => location.assign(url)),
    name: `latchkey:${options.clientId}@${issuer}`,
  }
}

/** A caller without types may have forgotten it. */
function withoutSlash(issuer: string | undefined): string {
  return (issuer ?? '').replace(/\/+$/, '')
}

function ownOrigins(issuer: string): string[] {
  return [new URL(issuer).origin, ...(typeof location === 'undefined' ? [] : [location.origin])]
}

function mistakesOf(options: AuthOptions & { readonly scope: string }): string[] {
  const { clientId, redirectUri, scope, apiOrigins = [] } = options
  return [
    checkIssuer(options.issuer),
    clientId ? null : `clientId is missing: it is the app_id that registration answered with`,
    checkRedirectUri(redirectUri),
    scope.split(' ').includes('openid') ? null : 'scope has no openid: without it nobody is identified',
    ...apiOrigins.map((origin) =>
      URL.parse(origin)?.origin === origin ? null : `apiOrigins has ${origin}, which is no origin`,
    ),
    options.navigate === undefined && typeof location === 'undefined'
      ? 'navigate is missing: there is no location here to leave from'
      : null,
    // Browsers have it on https and on loopback only.
    globalThis.crypto?.subtle === undefined
      ? 'WebCrypto is missing: the page has to come by https or from localhost'
      : null,
  ].filter((mistake) => mistake !== null)
}

function checkIssuer(issuer: string): string | null {
  const url = URL.parse(issuer)
  if (url === null || !/^https?:$/.test(url.protocol)) return `issuer is no URL: ${issuer}`
  if (url.search !== '' || url.hash !== '') return 'issuer has a query or a fragment'
  return url.protocol === 'https:' || isLoopback(url)
    ? null
    : `issuer is not https: ${issuer} (http is for localhost)`
}

function checkRedirectUri(redirectUri: string): string | null {
  const url = URL.parse(redirectUri)
  if (url === null) return `redirectUri is no absolute URI: ${redirectUri}`
  return url.hash === '' && !redirectUri.includes('#') ? null : 'redirectUri has a fragment'
}

function isLoopback({ hostname }: URL): boolean {
  return /^(?:.+\.)?localhost$|^127(?:\.\d+){3}$|^\[::1\]$/.test(hostname)
}
