import {
  createClient as createGeneratedClient,
  createConfig,
  type Client,
} from '../generated/api/client/index.ts'

/** Where the service is and who asks. */
export type ClientOptions = {
  /** the issuer, e.g. `https://api.auth.example.com`; without a slash at its end */
  readonly baseUrl: string
  /** the token for operations that need one, or a function that is asked for it at each call */
  readonly token?: string | (() => string | undefined | Promise<string | undefined>)
  /** instead of the platform's `fetch` */
  readonly fetch?: typeof fetch
}

/** Makes a client to hand to the operations: `login({ client, body })`. A `Blob` is sent as what its `type` says. */
export function createClient({ baseUrl, token, fetch }: ClientOptions): Client {
  const client = createGeneratedClient(
    createConfig({ baseUrl, auth: typeof token === 'function' ? async () => token() : token, fetch }),
  )
  client.interceptors.request.use((request, { body }) => {
    if (body instanceof Blob && body.type !== '') request.headers.set('Content-Type', body.type)
    return request
  })
  return client
}

export type { Client }
