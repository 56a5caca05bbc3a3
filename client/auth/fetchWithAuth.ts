import { AuthError } from './authError.ts'
import type { Configuration } from './configuration.ts'

/** Hands out access tokens; undefined: nobody is signed in. */
type GetAccessToken = (options?: { readonly forceRefresh?: boolean }) => Promise<string | undefined>

/**
 * Makes a `fetch` that sends the access token along. Where the token is refused (401 `invalid_token`, RFC 6750 §3.1) the request
 * is sent once more with a new one: what was refused has changed nothing.
 */
export function createFetchWithAuth(
  { apiOrigins, fetch: given }: Configuration,
  getAccessToken: GetAccessToken,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { origin } = new URL(request.url)
    if (!apiOrigins.includes(origin))
      throw new AuthError('origin_not_allowed', `No token goes to ${origin}, unless apiOrigins names it`)
    const send = given ?? globalThis.fetch
    const again = request.clone()
    const answer = await send(withToken(request, await getAccessToken()))
    if (!isTokenRefused(answer)) return answer
    const token = await getAccessToken({ forceRefresh: true })
    return token === undefined ? answer : send(withToken(again, token))
  }
}

function withToken(request: Request, token: string | undefined): Request {
  if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`)
  return request
}

function isTokenRefused({ status, headers }: Response): boolean {
  return status === 401 && /error="?invalid_token/.test(headers.get('www-authenticate') ?? '')
}
