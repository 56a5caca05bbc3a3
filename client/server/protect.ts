import type { Access } from './access.ts'
import { AccessRefusal } from './accessRefusal.ts'
import { authenticate, type ProtectOptions, type RequestHeaders } from './authenticate.ts'

type Asked = { readonly headers: RequestHeaders }

/** As much of a response of Node as is needed, which Express's is too. */
type NodeResponse = {
  writeHead(status: number, headers: Record<string, string>): { end(body: string): unknown }
}

/** As much of Fastify's reply as is needed. */
type FastifyReply = {
  code(status: number): FastifyReply
  headers(headers: Record<string, string>): FastifyReply
  send(body: unknown): unknown
}

const accesses = new WeakMap<object, Access>()

/** Middleware for Express: `app.get('/photos', protectExpress({ issuer, scopes: ['read'] }), handler)`. */
export function protectExpress(options: ProtectOptions) {
  return async (request: Asked, response: NodeResponse, next: (error?: unknown) => void): Promise<void> => {
    const problem: unknown = await admit(request, options).catch((error: unknown) => error)
    if (!(problem instanceof AccessRefusal)) return next(problem)
    const headers = { ...problem.headers, 'content-type': 'application/json' }
    response.writeHead(problem.status, headers).end(JSON.stringify(problem.body))
  }
}

/** A hook for Fastify: `app.get('/photos', { onRequest: protectFastify({ issuer, scopes: ['read'] }) }, handler)`. */
export function protectFastify(options: ProtectOptions) {
  return async (request: Asked, reply: FastifyReply): Promise<unknown> => {
    try {
      await admit(request, options)
    } catch (error) {
      if (!(error instanceof AccessRefusal)) throw error
      return reply
        .code(error.status)
        .headers({ ...error.headers })
        .send(error.body)
    }
  }
}

/** Who asks, in a handler behind `protectExpress` or `protectFastify`. @throws Error  where neither stands before it */
export function accessOf(request: object): Access {
  const access = accesses.get(request)
  if (access === undefined) throw new Error('accessOf: no protection stands before this handler')
  return access
}

async function admit(request: Asked, options: ProtectOptions): Promise<void> {
  accesses.set(request, await authenticate(request.headers, options))
}
