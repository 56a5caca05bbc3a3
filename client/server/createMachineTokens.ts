import { issueToken, type ClientCredentialsGrant } from '../../generated/api/index.ts'
import { createClient } from '../createClient.ts'
import { proveClient, type ClientProof } from './clientProof.ts'

/** An app that acts on its own, and what proves that it does. */
export type MachineOptions = ClientProof & {
  /** the service: `https://api.auth.example.com` */
  readonly issuer: string
  /** the app's `app_id` */
  readonly clientId: string
  /** scopes separated by spaces; by default all that the app may have on its own */
  readonly scope?: string
  /** the API that the tokens are for (RFC 8707); by default the service itself */
  readonly resource?: string
  /** instead of the platform's `fetch` */
  readonly fetch?: typeof fetch
}

/** Access tokens of an app's own, kept as long as they work. */
export type MachineTokens = {
  /**
   * A token that works for a while: fetched once for all who ask meanwhile, and renewed before it ends. While it still works, a
   * renewal that fails is tried again at the next call.
   *
   * @throws ApiError  where there is none and the service gives none
   * @throws TypeError  a key that is for another algorithm
   */
  getAccessToken(): Promise<string>
  /** Forgets a token that an API has refused, so that the next call fetches another one. */
  forget(token: string): void
}

type Kept = { readonly token: string; readonly renewAt: number; readonly endsAt: number }

/** Keeps the tokens of an app that acts on its own (client credentials, RFC 6749 §4.4). */
export function createMachineTokens(options: MachineOptions): MachineTokens {
  const client = createClient({ baseUrl: options.issuer, fetch: options.fetch })
  let kept: Kept | undefined
  let fetching: Promise<Kept> | undefined

  async function fetchToken(): Promise<Kept> {
    const { scope, resource, issuer, clientId } = options
    const { headers, body: proof } = await proveClient(issuer, clientId, options)
    const body: ClientCredentialsGrant = { grant_type: 'client_credentials', ...proof, scope, resource }
    const { data } = await issueToken({ client, body, headers, throwOnError: true })
    const now = Date.now()
    const lifetime = data.expires_in * 1000
    const renewAt = now + lifetime - Math.min(60_000, lifetime / 10)
    kept = { token: data.access_token, renewAt, endsAt: now + lifetime }
    return kept
  }
  function fetchOnce(): Promise<Kept> {
    fetching ??= fetchToken().finally(() => {
      fetching = undefined
    })
    return fetching
  }
  return {
    async getAccessToken() {
      const present = kept
      if (present !== undefined && Date.now() < present.renewAt) return present.token
      const renewal = fetchOnce()
      if (present === undefined || Date.now() >= present.endsAt) return (await renewal).token
      return renewal.then(
        ({ token }) => token,
        () => present.token,
      )
    },
    forget(token) {
      if (kept?.token === token) kept = undefined
    },
  }
}
