import { createServer } from 'node:net'
import { startService, type TestService } from './service.ts'

/** A service whose issuer has the path `/id/auth`. Its port is found first, because the issuer names it. */
export async function startBelowPath(environment: NodeJS.ProcessEnv = {}): Promise<TestService> {
  const port = await freePort()
  const issuer = `http://localhost:${port}/id/auth`
  return startService({ PORT: String(port), LATCHKEY_ISSUER: issuer, ...environment })
}

function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { readonly port: number }
      probe.close(() => resolve(port))
    })
  })
}
