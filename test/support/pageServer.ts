import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web site on the loopback. */
export type PageServer = { readonly origin: string; stop(): Promise<void> }

/**
 * Starts one on a free port.
 *
 * @param read  the text at a path, null where there is none; paths that end with `.js` are scripts, all others pages
 */
export async function startPageServer(read: (pathname: string) => string | null): Promise<PageServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8'
    const text = read(pathname)
    response.writeHead(text === null ? 404 : 200, { 'content-type': type }).end(text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
