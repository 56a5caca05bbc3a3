import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Application } from 'express'

/** An app that is written with Express, and its server. */
export type ExpressApp = { readonly app: Application; readonly url: string; stop(): Promise<void> }

/** Starts one without routes on a free port of the loopback: who writes them wants to know the URL. */
export async function startExpressApp(): Promise<ExpressApp> {
  const app = express()
  const server = createServer(app as never)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
