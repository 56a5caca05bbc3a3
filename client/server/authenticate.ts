import type { Access } from './access.ts'
import { AccessRefusal, noToken } from './accessRefusal.ts'
import { introspectAccessToken } from './introspectAccessToken.ts'
import { verifyAccessToken, type VerifyOptions } from './verifyAccessToken.ts'

/** How an API is protected. */
export type ProtectOptions = VerifyOptions & {
  /** the API's own credentials, to ask the service about tokens that are no JWT; without them those are refused */
  readonly introspection?: {
    readonly clientId: string
    readonly clientSecret: string
    /** true: ask about every token, so that a revoked one is refused at once */
    readonly always?: boolean
  }
}

/** Headers of a request: those of Node, of Express and Fastify, or of a `Request`. */
export type RequestHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Finds out who asks, by `Authorization: Bearer` or `X-Auth-Token`, which mean the same.
 *
 * @throws AccessRefusal  which knows its answer: `status`, `headers`, `body`, or all of it as `toResponse()`
 */
export async function authenticate(headers: RequestHeaders, options: ProtectOptions): Promise<Access> {
  const token = readToken(headers)
  const { introspection } = options
  const isOpaque = token.split('.').length !== 3
  return introspection !== undefined && (isOpaque || introspection.always === true)
    ? introspectAccessToken(token, { ...options, ...introspection })
    : verifyAccessToken(token, options)
}

function readToken(headers: RequestHeaders): string {
  const bearer = /^Bearer +(.+)$/i.exec(headerOf(headers, 'authorization') ?? '')?.[1]?.trim()
  const own = headerOf(headers, 'x-auth-token')?.trim()
  if (bearer !== undefined && own !== undefined && bearer !== own)
    throw new AccessRefusal('invalid_request', 'Authorization and X-Auth-Token carry different tokens')
  const token = bearer ?? own ?? ''
  if (token === '') throw noToken()
  return token
}

function headerOf(headers: RequestHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  const value = headers[name]
  return typeof value === 'string' ? value : value?.join(', ')
}
