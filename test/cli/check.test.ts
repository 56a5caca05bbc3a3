import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { signUp } from '#test/support/actors.ts'
import { commandLineIn } from '#test/support/commandLine.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startBelowPath } from '#test/support/issuerPath.ts'
import { startLying, type LyingDeployment } from '#test/support/lyingProxy.ts'
import { findFreePort } from '#test/support/process.ts'
import { startService, type TestService } from '#test/support/service.ts'

// Each check sends half a thousand requests, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 })

type Finding = {
  readonly suite: string
  readonly name: string
  readonly place: string
  readonly ok: boolean
  readonly problems: readonly string[]
  readonly requestId: string | null
}
type Report = {
  readonly ok: boolean
  readonly findings: readonly Finding[]
  readonly requests: number
  readonly stopped: string | null
  readonly advice: readonly string[]
}

const latchkey = commandLineIn({})
const unlimited = { LATCHKEY_RATE_LIMIT_HOUR: '0', LATCHKEY_RATE_LIMIT_DAY: '0' }

async function check(words: readonly string[], input?: string): Promise<Report & { status: number | null }> {
  const { status, out, err } = await latchkey(['check', ...words, '--json'], input)
  expect(err).toBe('')
  return { status, ...(JSON.parse(out) as Report) }
}

const failuresOf = ({ findings }: Report) => findings.filter(({ ok }) => !ok)

describe('latchkey check', () => {
  let service: TestService
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service.stop())

  it('finds that a service keeps the contract, and leaves nothing in it', async () => {
    const { status, out, err } = await latchkey(['check', service.url])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(/^ok +login +POST \/api\/v1\/auth\/login +200$/m)
    expect(out).toMatch(/^ok +deleteAccount +DELETE \/api\/v1\/me +refuses 9 of 11$/m)
    expect(out).toMatch(/^ +golden +20 of 20$/m)
    expect(out).toContain(`${service.url} keeps the contract (`)
    expect(out).not.toContain('FAIL')
    expect(await runAsAdmin(service.database, 'select count(*)::int as apps from clients', [])).toEqual([
      { apps: 0 },
    ])
    const staying = 'select count(*)::int as users from users where deletion_requested_at is null'
    expect(await runAsAdmin(service.database, staying, [])).toEqual([{ users: 0 }])
  })

  it('stops where the limit of calls is used up, and says when to go on', async () => {
    const narrow = await startService({ LATCHKEY_RATE_LIMIT_HOUR: '50' })
    const report = await check([narrow.url])
    await narrow.stop()
    expect(report).toMatchObject({ status: 1, ok: false })
    expect(report.stopped).toMatch(/^429, the limit of calls .* is used up: check again in \d+ s$/)
    expect(report.advice[0]).toBe(`It was not checked to the end: ${report.stopped}`)
  })

  it('says of a place where nothing answers that nothing does', async () => {
    const nowhere = `http://127.0.0.1:${await findFreePort()}`
    const { status, out, err } = await latchkey(['check', nowhere])
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain(`latchkey: ${nowhere} cannot be checked: no answer`)
    expect(err).toContain('is it running')
  })

  it('understands URLs only, without secrets in them', async () => {
    for (const wrong of ['localhost', 'ftp://localhost', 'http://a:b@localhost', 'http://localhost/?a=b'])
      expect(await latchkey(['check', wrong])).toMatchObject({ status: 2, out: '' })
    expect((await latchkey(['check', service.url, '--password-stdin'], 'x')).err).toContain('--email')
  })
})

describe('a deployment below a path', () => {
  let service: TestService
  beforeAll(async () => {
    service = await startBelowPath()
  })
  afterAll(() => service.stop())

  it('is checked by the URL of its issuer', async () => {
    const report = await check([`${service.config.issuer}/`])
    expect(failuresOf(report)).toEqual([])
    expect(report).toMatchObject({ status: 0, ok: true, stopped: null, advice: [] })
  })
})

describe('a deployment where nobody may register', () => {
  let service: TestService
  beforeAll(async () => {
    service = await startService({ LATCHKEY_REGISTRATION: 'verified', ...unlimited })
  })
  afterAll(() => service.stop())

  it('tells to be given an account, and what could not be asked is named', async () => {
    const report = await check([service.url])
    expect(report.status).toBe(1)
    expect(report.advice[0]).toContain('--email')
    const unasked = failuresOf(report).find(({ suite, name }) => suite === 'golden' && name === 'apps')
    expect(unasked?.problems[0]).toMatch(/^not asked: it needs the sessionToken/)
  })

  it('is checked with the account that is given', async () => {
    const open = await startService(unlimited)
    const { email, password } = await signUp(open)
    const report = await check([open.url, '--email', email, '--password-stdin'], `${password}\n`)
    expect(failuresOf(report)).toEqual([])
    expect(report.findings.some(({ name }) => name === 'register' || name === 'deleteAccount')).toBe(true)
    expect(report.findings.map(({ place }) => place)).toContain('DELETE /api/v1/session, to leave nothing')
    const users = 'select count(*)::int as users from users where deletion_requested_at is null'
    expect(await runAsAdmin(open.database, users, [])).toEqual([{ users: 1 }])
    await open.stop()
  })
})

describe('a deployment that lies', () => {
  let deployment: LyingDeployment
  let report: Report & { status: number | null }
  beforeAll(async () => {
    deployment = await startLying(
      [
        { to: 'POST /api/v1/auth/register', tell: (answer) => (answer.status = 200) },
        { to: 'POST /api/v1/auth/login', tell: (answer) => (answer.body.expires_in = '3600') },
        { to: 'GET /api/v1/me', tell: (answer) => void delete answer.body.email_verified },
        { to: 'GET /api/v1/sessions', tell: (answer) => void delete answer.headers['x-count'] },
        { to: 'GET /api/v1/me/consents', ofNobody: true, tell: (answer) => (answer.status = 200) },
        { to: 'GET /.well-known/jwks.json', tell: (answer) => (answer.body.keys[0].d = 'private') },
      ],
      unlimited,
    )
    report = await check([deployment.service.config.issuer])
  }, 120_000)
  afterAll(() => deployment.stop())

  it.each([
    ['a status', 'golden', 'register', /^the status: expected 201, seen 200/],
    ['a member of another type', 'golden', 'login', /^expires_in: expected 3600, seen "3600"/],
    ['a missing member', 'operations', 'getAccount', /required property 'email_verified'/],
    ['a missing header', 'operations', 'listSessions', /^header X-Count is missing/],
    [
      'an operation that is open to everybody',
      'security',
      'listConsents',
      /^nobody: .*expected 401, seen 200/,
    ],
    ['a key that should be secret', 'invariants', 'the published keys are public ones', /is private/],
  ])('is caught: %s', (_lie, suite, name, problem) => {
    const found = failuresOf(report).find((finding) => finding.suite === suite && finding.name === name)
    expect(found?.problems).toContainEqual(expect.stringMatching(problem))
  })

  it('ends with status 1, and says by which id the log knows what was wrong', () => {
    expect(report).toMatchObject({ status: 1, ok: false })
    const id = failuresOf(report).find(({ requestId }) => requestId !== null)!.requestId!
    expect(report.advice.at(-1)).toContain(`latchkey explain ${id}`)
    expect(deployment.service.log.some((line) => line.includes(id))).toBe(true)
  })
})
