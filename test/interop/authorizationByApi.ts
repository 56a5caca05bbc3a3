import { authorize, type AuthorizationRequest } from '../../client/index.ts'
import type { Person } from '#test/support/actors.ts'
import type { TestService } from '#test/support/service.ts'

/** Where the libraries' apps are answered. Loopback, because a library refuses plain http elsewhere. */
export const callback = 'http://127.0.0.1:3000/callback'

/**
 * Takes an authorization URL that a library has built through the API, as the signed-in person's own front end would:
 * every parameter of the URL as JSON, the session token as Bearer.
 *
 * @returns the URL that the app is called back at
 */
export async function answerByApi(service: TestService, person: Person, url: URL): Promise<URL> {
  if (`${url.origin}${url.pathname}` !== `${service.url}/oauth2/authorize`)
    throw new Error(`the authorization endpoint is elsewhere: ${url.href}`)
  const body = Object.fromEntries(url.searchParams) as AuthorizationRequest
  const { data } = await authorize({ client: service.as(person.token), body, throwOnError: true })
  return new URL(data.redirect_uri)
}
