import { once } from 'node:events'
import {
  createServer,
  request as open,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { startService, type TestService } from './service.ts'
import { findFreePort } from './process.ts'

/** An answer on its way; what a lie changes of it. */
export type Passing = { status: number; headers: IncomingHttpHeaders; body: any }

/** How the answers to some requests are falsified. */
export type Lie = {
  /** `POST /api/v1/auth/login` */
  readonly to: string
  /** only of requests without a token */
  readonly ofNobody?: boolean
  readonly tell: (answer: Passing) => void
}

/** A deployment that is a real service, behind something that falsifies answers. Its issuer is the URL of what lies. */
export type LyingDeployment = { readonly service: TestService; stop(): Promise<void> }

/** Starts one, on a free port of the loopback. */
export async function startLying(
  lies: readonly Lie[],
  environment: NodeJS.ProcessEnv = {},
): Promise<LyingDeployment> {
  const port = await findFreePort()
  const proxy = createServer((request, response) => void pass({ port, lies, request, response }))
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${(proxy.address() as AddressInfo).port}`
  const service = await startService({ PORT: String(port), LATCHKEY_ISSUER: issuer, ...environment })
  return {
    service,
    async stop() {
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
      await service.stop()
    },
  }
}

/** Asks the service what was asked, and answers what the lies make of it. */
async function pass(one: {
  readonly port: number
  readonly lies: readonly Lie[]
  readonly request: IncomingMessage
  readonly response: ServerResponse
}): Promise<void> {
  const { method = '', url: path = '', headers } = one.request
  const target = { host: '127.0.0.1', port: one.port, method, path, headers }
  const asked = open(target).end(await buffer(one.request))
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const text = (await buffer(answer)).toString()
  const passing: Passing = { status: answer.statusCode!, headers: answer.headers, body: parse(text) }
  const isNobody = headers.authorization === undefined && headers['x-auth-token'] === undefined
  for (const { to, ofNobody = false, tell } of one.lies)
    if (to === `${method} ${path}` && (isNobody || !ofNobody)) tell(passing)
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...rest } = passing.headers
  one.response.writeHead(passing.status, rest)
  one.response.end(passing.body === undefined ? text : JSON.stringify(passing.body))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
