import { request as plain } from 'node:http'
import { request as encrypted } from 'node:https'
import type { Config } from '../../config.ts'
import { issuerPath } from '../../domain/issuer.ts'
import { ok, reasonOf, warn, type Finding } from './finding.ts'

const patienceMs = 5_000

/** Its spelling was checked with the settings; what is left is whether it means what somebody meant. */
export function examineIssuer({ issuer, development, host }: Config): Finding {
  const check = 'issuer'
  if (!development) return ok(check, `${issuer} (production, https)`)
  if (host === '127.0.0.1' || host === 'localhost' || host === '::1')
    return ok(check, `${issuer} (development: its host is this machine)`)
  return warn(
    check,
    `${issuer} means development, and HOST ${host} lets other machines in`,
    'set LATCHKEY_ISSUER to the https URL people use, or leave HOST out',
  )
}

/** Asks the service of this machine whether it is ready. Commands work without it, so that none is no failure. */
export async function examineService({ port, host, tls, issuer }: Config): Promise<Finding> {
  const check = 'service'
  const here = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  const url = `${tls === null ? 'http' : 'https'}://${here.includes(':') ? `[${here}]` : here}:${port}${issuerPath(issuer)}/readyz`
  try {
    const status = await statusOf(url)
    if (status === 200) return ok(check, `ready at ${url}`)
    return warn(check, `${url} answers ${status}`, 'look at its log, and at what fails here')
  } catch (error) {
    return warn(
      check,
      `nothing answers at ${url} (${reasonOf(error)})`,
      'start it where it should run here: latchkey serve',
    )
  }
}

/** Whose certificate it is does not matter: this is a question to our own machine, and says nothing secret. */
function statusOf(url: string): Promise<number> {
  const request = url.startsWith('https:') ? encrypted : plain
  return new Promise((resolve, reject) => {
    const asked = request(url, { rejectUnauthorized: false, timeout: patienceMs }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.once('timeout', () => asked.destroy(new Error('no answer within five seconds')))
    asked.once('error', reject)
    asked.end()
  })
}
