import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as sdk from '../../client/index.ts'
import { operationsOf, type PlacedOperation } from '#openapi/generate/document.ts'
import { samplesOf, type Sample } from '#openapi/generate/samples.ts'
import type { OperationId } from '#src/http/operation.ts'
import { obtainTokens, password, registerTestApp, signUp } from '#test/support/actors.ts'
import { document } from '#test/support/contract.ts'
import { createLive } from '#test/support/live.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { uploadAvatar, uploadLogo } from '#test/support/uploads.ts'

let service: TestService
const folder = mkdtempSync(join(tmpdir(), 'latchkey-samples-'))
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  service = await startService({ LATCHKEY_CLIENT_REGISTRATION: 'open' })
  writeFileSync(join(folder, 'picture.png'), picture)
})

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await service.stop()
})

const called = operationsOf(document).filter(({ operation }) => operation['x-audience'] !== 'browser')

/** What a sample needs to succeed: somebody with an app, and what the operation asks to be there before. */
async function prepare({ operation }: PlacedOperation) {
  const id = operation['operationId'] as OperationId
  const person = await signUp(service)
  const app = await registerTestApp(service, person, {
    scopes: ['openid', 'profile', 'email', 'read'],
    redirect_uris: ['https://example.com/callback'],
  })
  const live = await createLive(service, { app, victim: person, token: person.token }, id)
  const client = service.as(person.token)
  const { data: secret } = await sdk.createAppSecret({
    client,
    path: { appId: app.app_id },
    body: { name: 'another' },
    throwOnError: true,
  })
  if (id === 'getAvatar') await uploadAvatar(service, person)
  if (id === 'getAppLogo') await uploadLogo(service, person, app.app_id)
  const takesAccessTokens = (operation['security'] as object[]).some((each) => 'accessToken' in each)
  const accessToken = takesAccessTokens ? (await obtainTokens(service, person, app)).access_token : null
  const isNew = id === 'register' || id === 'changeEmail'
  const values: Record<string, unknown> = {
    appId: app.app_id,
    secretId: secret.id,
    client_id: app.app_id,
    client_secret: app.app_secret,
    email: isNew ? `new-${crypto.randomUUID()}@example.com` : person.email,
    username: person.email,
    password: id === 'register' ? 'password123' : password,
    current_password: password,
    ...(takesToken(id) && { token: (await obtainTokens(service, person, app)).refresh_token }),
    ...live.values,
    ...live.members,
  }
  const bearer = live.headers['authorization']?.replace('Bearer ', '') ?? accessToken ?? person.token
  return { values, bearer }
}

function takesToken(id: OperationId): boolean {
  return id === 'revokeToken' || id === 'introspectToken'
}

/** Runs a sample as somebody would who put their own values into it; the status of its answer. */
async function run({ label, source }: Sample, token: string): Promise<number> {
  const here = source.replaceAll('http://localhost:8787', service.url)
  if (label === 'curl') {
    const command = here.replace('curl -s', "curl -s -o answer -w '%{http_code}'")
    const shell = await promisify(execFile)('sh', ['-c', command], {
      cwd: folder,
      env: { PATH: process.env['PATH'], TOKEN: token },
    })
    return Number(shell.stdout)
  }
  const statuses: number[] = []
  const noting: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    statuses.push(response.status)
    return response
  }
  // The names that the sample imports are what it is given.
  const body = here.replace(/^import .*\n/m, '').replace(/^console\.log.*$/m, '')
  const createClient: typeof sdk.createClient = (options) => sdk.createClient({ ...options, fetch: noting })
  const given = {
    ...sdk,
    createClient,
    fetch: noting,
    token,
    picture: new Blob([picture], { type: 'image/png' }),
  }
  const names = Object.keys(given).filter((name) => body.includes(name))
  // oxlint-disable-next-line typescript/no-implied-eval -- to run a text is what this test is for
  const program = new Function(...names, `return (async () => {${body}\n})()`) as (
    ...all: unknown[]
  ) => Promise<void>
  await program(...names.map((name) => given[name as keyof typeof given]))
  return statuses.at(-1) ?? 0
}

describe('samples', () => {
  it('stand beside every operation that programs call, as they are made', () => {
    for (const placed of called) {
      const samples = placed.operation['x-codeSamples'] as readonly Sample[]
      expect(samples.map(({ label }) => label)).toEqual(['curl', 'SDK', 'fetch'])
      expect(samples).toEqual(samplesOf(document, placed))
    }
  })

  it.each(called.map((placed) => [placed.operation['operationId'] as string, placed] as const))(
    '%s succeed against the service',
    async (_id, placed) => {
      const success = Object.keys(placed.operation['responses'])
        .filter((status) => status < '300')
        .map(Number)
      for (const label of ['curl', 'SDK', 'fetch']) {
        const { values, bearer } = await prepare(placed)
        const sample = samplesOf(document, placed, values).find((each) => each.label === label)!
        expect(success, `${label}\n${sample.source}`).toContain(await run(sample, bearer))
      }
    },
  )
})
