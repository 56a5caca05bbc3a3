import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startMockIssuer, type MockIssuer } from '#src/mockIssuer/start.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let issuer: MockIssuer

/** The app at its redirect URI: it answers what it was called with. */
const app = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '', 'http://localhost')
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(Object.fromEntries(searchParams)))
})

beforeAll(async () => {
  service = await startService()
  issuer = await startMockIssuer()
  await once(app.listen(0, '127.0.0.1'), 'listening')
})

afterAll(async () => {
  app.close()
  await issuer.stop()
  await service.stop()
})

const files = globSync('openapi/workflows/*.arazzo.yaml').toSorted()

/** Runs a workflow; rejects, with what was wrong, when a step did not come out as it says. */
async function run(
  file: string,
  workflow: string,
  url: string,
  inputs: Record<string, string>,
): Promise<void> {
  const given = Object.entries(inputs).flatMap(([name, value]) => ['-i', `${name}=${value}`])
  const words = ['respect', file, '-w', workflow, '-S', `latchkey=${url}`, ...given]
  await promisify(execFile)('redocly', words, { env: { ...process.env, REDOCLY_TELEMETRY: 'off' } }).catch(
    (error: unknown) => {
      throw new Error(String((error as { stdout?: string }).stdout ?? error))
    },
  )
}

/** The token in the mail for that address, once it lies in the development mailbox. */
function mailedToken(url: string, email: string): Promise<string> {
  const read = async () => {
    const page = await (await fetch(`${url}/dev/mail`, { headers: { accept: 'text/html' } })).text()
    const token = new RegExp(`to ${email}[^]*?token=(reset_[\\w-]+)`).exec(page)?.[1]
    if (token === undefined) throw new Error('no mail came')
    return token
  }
  return vi.waitFor(read, { timeout: 10_000, interval: 100 })
}

describe('workflows', () => {
  it('are there', () => {
    expect(files.map((file) => basename(file, '.arazzo.yaml'))).toEqual([
      'appPassword',
      'appRegistration',
      'authorizationCode',
      'passwordReset',
      'refresh',
    ])
  })

  describe.each(['the service', 'the mock issuer'])('against %s', (where) => {
    it.each(files)('%s', { timeout: 60_000 }, async (file) => {
      const url = where === 'the service' ? service.url : issuer.url
      const email = `workflow-${crypto.randomUUID()}@example.com`
      const person = { email, password: 'password123' }
      const redirectUri = `http://127.0.0.1:${(app.address() as AddressInfo).port}/callback`
      const name = basename(file, '.arazzo.yaml')
      if (name !== 'passwordReset') return run(file, name, url, { ...person, redirectUri })
      await run(file, 'requestReset', url, person)
      const resetToken = await mailedToken(url, email)
      return run(file, 'confirmReset', url, { email, resetToken, nextPassword: 'another password' })
    })
  })
})
