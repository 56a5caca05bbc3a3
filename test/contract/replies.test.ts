import { beforeAll, describe, expect, test } from 'vitest'
import contract from '#generated/openapi.json' with { type: 'json' }
import { operations as table } from '#generated/operations.gen.ts'
import { Backend31 } from '#src/http/backend.ts'
import { forValidation } from '#src/http/contract.ts'
import type { OperationEntry, OperationId, Reply } from '#src/http/operation.ts'
import { createReplyCheck, type ContractMode, type ReplyCheck, type Violation } from '#src/http/reply.ts'
import { createLog } from '#src/platform/log.ts'
import { entries, examplesOf, specOf } from '#test/support/contract.ts'

type Checks = Record<ContractMode, ReplyCheck>

const heard: Violation[] = []
const logged: string[] = []
let checks: Checks
beforeAll(async () => {
  const backend = new Backend31({ definition: forValidation(contract) as never, quick: true, strict: true })
  await backend.init()
  const log = createLog({ level: 'error', destination: { write: (line) => logged.push(line) } })
  const create = (mode: ContractMode) =>
    createReplyCheck(backend.router.getOperations(), mode, log, (violation) => heard.push(violation))
  checks = { refuse: create('refuse'), repair: create('repair') }
})

/** Holds one reply against the contract. */
function check(
  mode: ContractMode,
  id: OperationId,
  status: number,
  body: unknown,
  headers: Reply['headers'] = {},
) {
  const entry: OperationEntry = table[id]
  const given = { 'x-request-id': 'r', 'cache-control': 'no-store', ...headers }
  const checked = checks[mode].check(entry, { status, body, headers: given, refusal: null })
  return { checked, violations: heard.splice(0), lines: logged.splice(0) }
}

const example = (id: OperationId, status = 200) =>
  Object.values(examplesOf(specOf(id)['responses'][status].content['application/json']))[0]

const user = {
  id: '019c303f-9800-7baa-a189-d5905dc3fe02',
  email: 'user@example.com',
  created_at: '2026-02-06T00:00:00Z',
}
const loginResult = { user, token: 'a.b.c', expires_in: 3600 }
const { token: _token, ...withoutToken } = loginResult

/** A lie of a handler in words, and what it answers. */
type Lie = readonly [name: string, id: OperationId, status: number, body: unknown, headers?: Reply['headers']]

const lies = (
  [
    ['an undeclared status', 'login', 418, loginResult],
    ['a status of another operation', 'login', 201, loginResult],
    ['a missing member', 'login', 200, withoutToken],
    ['a missing nested member', 'login', 200, { ...loginResult, user: { id: user.id, email: user.email } }],
    ['a member of another type', 'login', 200, { ...loginResult, expires_in: '3600' }],
    ['a member out of its range', 'login', 200, { ...loginResult, expires_in: 0 }],
    [
      'a member of another format',
      'login',
      200,
      { ...loginResult, user: { ...user, created_at: '2026-02-06 00:00:00' } },
    ],
    ['null for an object', 'login', 200, null],
    ['no body where one is declared', 'login', 200, undefined],
    ['an object for an array', 'listApps', 200, {}, { 'x-count': 0 }],
    ['a wrong item', 'listApps', 200, [{}], { 'x-count': 1 }],
    ['a missing header', 'listApps', 200, []],
    ['an error of another shape', 'getApp', 404, { message: 'no such app' }],
  ] as readonly Lie[]
).map(([name, id, status, body, headers]) => ({ name, id, status, body, headers }))

describe('a reply that keeps the contract', () => {
  test.each(['refuse', 'repair'] as const)('passes untouched in the mode %s', (mode) => {
    expect(check(mode, 'login', 200, loginResult)).toEqual({
      checked: { body: loginResult },
      violations: [],
      lines: [],
    })
    expect(check(mode, 'deleteApp', 204, undefined).checked).toEqual({ body: undefined })
    expect(check(mode, 'listApps', 200, [], { 'x-count': 0 }).checked).toEqual({ body: [] })
  })

  test('every example answer of the contract is one', () => {
    const answers = entries.flatMap((entry) =>
      Object.entries<any>(specOf(entry.id)['responses']).flatMap(([status, response]) =>
        Object.values(examplesOf(response.content?.['application/json'] ?? {})).map((body) => ({
          entry,
          status,
          body,
        })),
      ),
    )
    expect(answers.length).toBeGreaterThan(30)
    const everyHeader = {
      ...{ 'x-count': 1, etag: '"a"', vary: 'a', 'www-authenticate': 'a', 'retry-after': 1 },
      'content-disposition': 'inline',
    }
    for (const { entry, status, body } of answers)
      expect(
        check('refuse', entry.id, Number(status), body, everyHeader).violations,
        `${entry.id} ${status}`,
      ).toEqual([])
  })
})

describe('a lie of a handler', () => {
  test.each(lies)('$name never leaves the process in tests', ({ id, status, body, headers }) => {
    const { checked, violations } = check('refuse', id, status, body, headers)
    expect(checked).toBeNull()
    expect(violations).toEqual([{ operationId: id, status, problem: expect.any(String) }])
  })

  test.each(lies.filter(({ name }) => name !== 'a missing header'))(
    '$name never leaves the process in production',
    ({ id, status, body, headers }) => {
      const { checked, violations } = check('repair', id, status, body, headers)
      expect(checked).toBeNull()
      expect(violations).toHaveLength(1)
    },
  )

  test('a missing header is reported in production, and the answer goes out', () => {
    const { checked, violations } = check('repair', 'listApps', 200, [])
    expect(checked).toEqual({ body: [] })
    expect(violations).toEqual([
      { operationId: 'listApps', status: 200, problem: 'header X-Count is missing' },
    ])
  })

  test('a default in the schema does not stand in for a member that is missing', () => {
    const schema = {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', default: 'nobody' } },
    }
    const specification = {
      operationId: 'getLiveness',
      responses: { '200': { content: { 'application/json': { schema } } } },
    }
    const reported: Violation[] = []
    const log = createLog({ level: 'silent' })
    const fixture = createReplyCheck([specification as never], 'repair', log, (each) => reported.push(each))
    expect(fixture.check(table.getLiveness, { status: 200, body: {}, headers: {}, refusal: null })).toBeNull()
    expect(reported).toHaveLength(1)
  })
})

describe('an answer of bytes', () => {
  const bytes = Buffer.from('bytes')
  const headers = { etag: '"a"', vary: 'a', 'content-disposition': 'inline' }
  const answerAs = (mode: ContractMode, type: string) =>
    check(mode, 'getAvatar', 200, bytes, { ...headers, 'content-type': type })

  test('passes as one of the declared media types', () => {
    expect(answerAs('refuse', 'image/webp')).toEqual({ checked: { body: bytes }, violations: [], lines: [] })
  })

  test.each(['refuse', 'repair'] as const)('never leaves the process as any other in the mode %s', (mode) => {
    const { checked, violations } = answerAs(mode, 'image/svg+xml')
    expect(checked).toBeNull()
    expect(violations).toHaveLength(1)
  })
})

describe('an extra member', () => {
  const leaks: readonly (readonly [string, unknown, unknown])[] = [
    ['at the top', { ...loginResult, password_hash: 'leaked' }, loginResult],
    ['nested', { ...loginResult, user: { ...user, password_hash: 'leaked' } }, loginResult],
  ]

  test.each(leaks)('%s is refused in tests', (_where, body) => {
    const { checked, violations } = check('refuse', 'login', 200, body)
    expect(checked).toBeNull()
    expect(violations).toHaveLength(1)
  })

  test.each(leaks)(
    '%s is stripped in production, reported, and the handler keeps its own object',
    (_where, body, expected) => {
      const before = structuredClone(body)
      const { checked, violations, lines } = check('repair', 'login', 200, body)
      expect(checked).toEqual({ body: expected })
      expect(violations).toEqual([
        { operationId: 'login', status: 200, problem: expect.stringContaining('password_hash') },
      ])
      expect(lines.join()).not.toContain('leaked')
      expect(body).toEqual(before)
    },
  )

  test('beside a missing member is no excuse: nothing leaves', () => {
    expect(check('repair', 'login', 200, { ...withoutToken, password_hash: 'leaked' }).checked).toBeNull()
  })

  test('in a body where none is declared takes the body away', () => {
    expect(check('refuse', 'deleteApp', 204, { deleted: true }).checked).toBeNull()
    expect(check('repair', 'deleteApp', 204, { deleted: true }).checked).toEqual({ body: undefined })
  })
})

describe('a list', () => {
  const application = example('getApp')
  const items = (at: number) =>
    Array.from({ length: 12 }, (_, index) =>
      index === at ? { ...application, owner: 'leaked' } : application,
    )
  const headers = { 'x-count': 12 }

  test('is checked whole in tests', () => {
    expect(check('refuse', 'listApps', 200, items(11), headers).checked).toBeNull()
  })

  test('is checked by its first ten items in production', () => {
    expect(check('repair', 'listApps', 200, items(9), headers).violations).toHaveLength(1)
    expect(check('repair', 'listApps', 200, items(11), headers).violations).toEqual([])
  })

  test('of which one item leaks is stripped whole in production', () => {
    const { checked } = check('repair', 'listApps', 200, items(0), headers)
    expect(checked).toEqual({ body: Array.from({ length: 12 }, () => application) })
  })
})
