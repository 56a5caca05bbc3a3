import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resolve, type Json } from '#openapi/generate/document.ts'
import { operations } from '#src/api/index.ts'
import { createAnswerCheck, operationsByName } from '#src/cli/check/answers.ts'
import type { AllOperations, Operation } from '#src/http/operation.ts'
import { signUp, type Person } from '#test/support/actors.ts'
import { document } from '#test/support/contract.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send, type Answer } from '#test/support/wire.ts'

/*
 * A lie is planted and seen to be caught, once in the contract and once in the server, of each kind: a status, a member, a header.
 * What the compiler catches is shown in `operationTypes.test.ts`, a promise that is taken back in `compatibility.test.ts`, a whole deployment that lies in `test/cli/check.test.ts`.
 */

/** Asks for a list of apps, which has a status, members and headers of its own. */
function ask(service: TestService, person: Person): Promise<Answer> {
  const headers = { authorization: `Bearer ${person.token}` }
  return send(service.url, { method: 'GET', path: '/api/v1/apps', headers })
}

describe('a lie in the contract', () => {
  let service: TestService
  let person: Person
  let answer: Answer
  beforeAll(async () => {
    service = await startService()
    person = await signUp(service)
    const create = { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' }
    const body = JSON.stringify({ name: 'My Application', redirect_uris: ['https://example.com/callback'] })
    await send(service.url, { method: 'POST', path: '/api/v1/apps/register', headers: create, body })
    answer = await ask(service, person)
  })
  afterAll(() => service.stop())

  const lies: readonly (readonly [string, (list: Json, contract: Json) => void, RegExp])[] = [
    ['a status', ({ responses }) => moveKey(responses, '200', '203'), /^status 200 is not declared$/],
    [
      'a member that it says is always there',
      (_list, contract) => appIn(contract)['required'].push('owner'),
      /must have required property 'owner'/,
    ],
    [
      'a member that it says is a number',
      (_list, contract) => (appIn(contract)['properties'].name = { type: 'integer' }),
      /\/name must be integer/,
    ],
    [
      'a header that it says is always there',
      ({ responses }) =>
        (responses['200'].headers['X-Total'] = { required: true, schema: { type: 'string' } }),
      /^header X-Total is missing$/,
    ],
    [
      'a header that it says is something else',
      ({ responses }) =>
        (responses['200'].headers['X-Count'] = { schema: { type: 'string', const: 'many' } }),
      /^header X-Count: .*must be equal to constant/,
    ],
  ]

  test.each(lies)('is caught by the first true answer: %s', (_name, plant, problem) => {
    expect(problemsIn(document, answer)).toEqual([])
    const lying = structuredClone(document)
    plant(listIn(lying), lying)
    expect(problemsIn(lying, answer)).toContainEqual(expect.stringMatching(problem))
  })
})

describe('a lie in the server', () => {
  const honest = operations.listApps
  const lies: readonly (readonly [string, Operation<'listApps'>, number])[] = [
    ['a status', changing((answer) => ({ ...answer, status: 203 })), 500],
    ['a missing member', changing((answer) => ({ ...answer, body: [{ name: 'x' }] })), 500],
    ['a missing header', changing((answer) => ({ ...answer, headers: {} })), 200],
  ]

  /** The handler of the service with its answer changed, behind the back of the compiler. */
  function changing(change: (answer: Json) => Json): Operation<'listApps'> {
    return async (...given) => change(await honest(...given)) as never
  }

  test.each(lies)('fails the run of the tests: %s', async (_name, listApps) => {
    const planted: AllOperations = { ...operations, listApps }
    const service = await startService({}, { operations: planted })
    const answer = await ask(service, await signUp(service))
    expect(answer.status).toBe(500)
    expect(answer.body.error).toBe('server_error')
    await expect(service.stop()).rejects.toThrow('answers broke the contract: [{"operationId":"listApps"')
  })

  test.each(lies)(
    'is counted in production, and shown at /docs/truth: %s',
    async (_name, listApps, status) => {
      const planted: AllOperations = { ...operations, listApps }
      const service = await startService({}, { operations: planted, contractMode: 'repair' })
      const truth = () => send(service.url, { method: 'GET', path: '/docs/truth.md', headers: {} })
      const page = () => send(service.url, { method: 'GET', path: '/docs/truth', headers: {} })
      const before = [(await truth()).text, (await page()).text]
      for (const text of before) expect(text).toContain('no answer of this process has broken the contract')
      const person = await signUp(service)
      for (let count = 0; count < 2; count++) expect((await ask(service, person)).status).toBe(status)
      expect((await truth()).text).toContain('| `listApps` | 2 |')
      expect((await page()).text).toContain('<code>listApps</code></td><td>2</td>')
      await expect(service.stop()).rejects.toThrow('answers broke the contract')
    },
  )
})

function problemsIn(contract: Json, answer: Answer): string[] {
  return createAnswerCheck(contract).problemsOf(listIn(contract), answer)
}

function listIn(contract: Json): Json {
  return operationsByName(contract).get('listApps')!.operation
}

/** The schema of an app in a list. */
function appIn(contract: Json): Json {
  const list = listIn(contract)['responses']['200'].content['application/json'].schema
  return resolve(contract, resolve(contract, list)['items'])
}

function moveKey(object: Json, from: string, to: string): void {
  object[to] = object[from]
  delete object[from]
}
