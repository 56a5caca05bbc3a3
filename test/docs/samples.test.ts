import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as sdk from '../../client/index.ts'
import { operationsOf } from '#openapi/generate/document.ts'
import { samplesOf, type Sample } from '#openapi/generate/samples.ts'
import type { OperationId } from '#src/http/operation.ts'
import { document } from '#test/support/contract.ts'
import { prepareCall } from '#test/support/preparedCall.ts'
import { startService, type TestService } from '#test/support/service.ts'

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
        const { values, bearer } = await prepareCall(service, placed.operation['operationId'] as OperationId)
        const sample = samplesOf(document, placed, values).find((each) => each.label === label)!
        expect(success, `${label}\n${sample.source}`).toContain(await run(sample, bearer))
      }
    },
  )
})
