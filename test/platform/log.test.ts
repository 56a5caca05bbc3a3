import { Writable } from 'node:stream'
import { DriverException } from '@mikro-orm/core'
import Fastify from 'fastify'
import { DatabaseError } from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aboutRoute, createLog, type LogLevel } from '#src/platform/log.ts'

const jwt = 'eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlc2lnbmF0dXJl'
const appSecret = 'secret_q83vEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0VniAb12Cd'

function record(level: LogLevel = 'info', pretty = false) {
  const lines: string[] = []
  const log = createLog({ level, pretty, destination: { write: (line) => void lines.push(line) } })
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>
  return { log, lines, last, text: () => lines.join('') }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('the line of a request', () => {
  it.each([
    '2026-11-30T23:59:59.007Z',
    '2026-11-30T23:59:59.990Z',
    '2026-12-01T00:00:00.000Z',
    // the clock was set back
    '2026-11-30T23:59:59.100Z',
  ])('says when it was answered: %s', (time) => {
    vi.useFakeTimers({ now: new Date(time) })
    const { log, last } = record()
    const about = aboutRoute({ operationId: 'getLiveness', method: 'GET', route: '/livez' })
    log.answered({ requestId: 'r1', traceId: null, about, status: 200, ms: 0.4 })
    expect(last()).toEqual({
      level: 'info',
      time,
      requestId: 'r1',
      operationId: 'getLiveness',
      method: 'GET',
      route: '/livez',
      status: 200,
      ms: 0.4,
      msg: 'answered',
    })
  })
})

describe('log', () => {
  it('writes one JSON object a line, with level, time, facts and a sentence', () => {
    const { log, lines, last } = record()
    log.warn({ requestId: 'r1', reason: 'code was redeemed twice', count: 2 }, 'grant revoked')
    expect(lines).toHaveLength(1)
    expect(lines[0]?.endsWith('}\n')).toBe(true)
    expect(last()).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      requestId: 'r1',
      reason: 'code was redeemed twice',
      count: 2,
      msg: 'grant revoked',
    })
  })

  it('is silent below its level', () => {
    const { log, lines } = record('warn')
    log.info('nothing')
    log.debug({ a: 1 })
    expect(lines).toEqual([])
  })

  it.each([
    'authorization',
    'Authorization',
    'cookie',
    'set-cookie',
    'x-auth-token',
    'X-Auth-Token',
    'headers',
    'rawHeaders',
    'body',
    'query',
    'params',
    'password',
    'newPassword',
    'client_secret',
    'clientSecrets',
    'access_token',
    'refreshToken',
    'id_token_hint',
    'code_verifier',
    'email',
    'username',
    'state',
    'nonce',
    'hash',
    'sql',
  ])('hides the member %s at every depth, in children too', (name) => {
    const { log, text } = record()
    log.info({ [name]: 'hunter2-plain', deep: { list: [{ [name]: { inside: 'hunter2-plain' } }] } }, 'facts')
    log
      .child({ [name]: 'hunter2-plain' })
      .child({ other: { [name]: ['hunter2-plain'] } })
      .info('child')
    expect(text()).not.toContain('hunter2-plain')
    expect(text()).toContain('[redacted]')
  })

  it('keeps ids, kinds, codes and numbers', () => {
    const facts = {
      sessionId: '019c2f6a-0000-7000-8000-000000000001',
      clientId: 'app_EjRWeJASNFZ4kBI0VniQEg',
      kid: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78Lh',
      tokenKind: 'session',
      tokens: 3,
      code: 'invalid_grant',
      constraint: 'refresh_tokens_grant_id_generation_unique',
      statusCode: 400,
    }
    const { log, last } = record()
    log.info(facts)
    expect(last()).toMatchObject(facts)
  })

  it('hides an authorization code that is called code', () => {
    const { log, text } = record()
    log.info({ code: 'code_q83vEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0Vni' })
    log.info({ code: 'SplxlOBeZQQYbYS6WxSbIA' })
    expect(text()).not.toMatch(/q83v|Splx/)
  })

  it.each([
    ['a JWT', jwt],
    ['an app secret', appSecret],
    ['a refresh token', 'refresh_q83vEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0VniAb12Cd'],
    ['a bearer header', 'Bearer mF_9.B5f-4.1JqM'],
    ['a basic header', 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3'],
    ['an e-mail address', 'Some.One+tag@mail.example.com'],
    ['the password of a URL', 'postgres://latchkey:hunter2@db.example.com/latchkey'],
  ])('takes %s out of sentences, values and format values', (_, secret) => {
    const { log, text } = record()
    log.info(`before ${secret} after`)
    log.info({ detail: `before ${secret} after`, list: [secret] }, 'sentence %s', secret)
    log.error(new Error(`before ${secret} after`))
    const kept = secret.replace(/^(Bearer|Basic) |^postgres:\/\/|@db\.example\.com\/latchkey$/g, '')
    expect(text()).not.toContain(kept)
    expect(text()).toContain('before ')
  })

  it('cuts request targets at the query, and never prints what came or went', () => {
    const { log, last, text } = record()
    const headers = { cookie: 'sid=hunter2', authorization: 'Bearer hunter2' }
    const req = {
      id: 'r1',
      method: 'GET',
      url: '/oauth2/authorize?state=hunter2#hunter2',
      headers,
      body: 'hunter2',
    }
    const res = { statusCode: 303, headers: { location: 'https://a.example/cb?code=hunter2' } }
    log.info({ req, res, url: '/a?hunter2', location: 'https://a.example/cb#access=hunter2' }, 'done')
    expect(last()).toMatchObject({
      req: { id: 'r1', method: 'GET', url: '/oauth2/authorize' },
      res: { statusCode: 303 },
      url: '/a',
      location: 'https://a.example/cb',
    })
    expect(text()).not.toContain('hunter2')
  })

  it('writes the size of bytes, and survives cycles, depth and width', () => {
    const { log, last } = record()
    const cycle: Record<string, unknown> = { name: 'x' }
    cycle.self = cycle
    const wide = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`m${index}`, index]))
    log.info(
      { bytes: Buffer.from('hunter2'), cycle, wide, big: 12n, at: new Date(0), long: 'x'.repeat(5000) },
      'facts',
    )
    const line = last()
    expect(line).toMatchObject({ bytes: '[7 bytes]', big: '12', at: '1970-01-01T00:00:00.000Z' })
    expect(Object.keys(line.wide as object)).toHaveLength(50)
    expect(String(line.long).length).toBe(1001)
    expect(JSON.stringify(line.cycle)).toContain('[deep]')
  })

  it('is not slowed down by text that was made to', () => {
    const { log } = record()
    const start = performance.now()
    for (const piece of ['aa_', 'eyJ', 'a@', '://', 'a.', 'Bearer ', '_', '-']) log.info(piece.repeat(20_000))
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('errors in the log', () => {
  const sql = `insert into "users" ("email") values ('someone@example.com', 'hunter2')`

  it('keep type, message, code, causes and frames', () => {
    const { log, last } = record()
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })
    log.error({ err: new TypeError('store is unavailable', { cause }), requestId: 'r1' }, 'request failed')
    const err = {
      type: 'TypeError',
      message: 'store is unavailable',
      stack: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
      cause: { type: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' },
    }
    expect(last()).toMatchObject({ msg: 'request failed', requestId: 'r1', err })
  })

  it('show of a refused statement its code, table and constraint, never its text or values', () => {
    const { log, last, text } = record()
    const wrapped = new DriverException(
      Object.assign(refusedStatement(), { message: `${sql} - duplicate key` }),
    )
    log.error(refusedStatement())
    log.error(wrapped)
    log.error({ err: wrapped })
    log.error({ failure: wrapped }, 'failed')
    log.error(new Error('outer', { cause: wrapped }))
    expect(last()).toMatchObject({
      err: { cause: { code: '23505', table: 'users', constraint: 'users_email_unique' } },
    })
    expect(text()).not.toMatch(/hunter2|insert into|someone@/)
  })

  it('show the parts of an aggregate', () => {
    const { log, last } = record()
    log.error(new AggregateError([new Error('first'), new Error('second')], ''))
    expect(last()).toMatchObject({ err: { errors: [{ message: 'first' }, { message: 'second' }] } })
  })
})

describe('log in Fastify', () => {
  it('prints neither headers nor query of a request', async () => {
    const { log, lines, text } = record()
    const server = Fastify({ loggerInstance: log })
    server.get('/a', (request) => {
      request.log.info({ req: request, raw: request.raw.url }, 'seen')
      throw new Error('broken')
    })
    await server.inject({
      url: '/a?code=hunter2',
      headers: { authorization: 'Bearer hunter2', cookie: 'hunter2' },
    })
    await server.close()
    expect(lines.length).toBeGreaterThan(2)
    expect(text().replace(/"raw":"[^"]*"/, '')).not.toContain('hunter2')
  })
})

describe('pretty log', () => {
  it('writes a readable line without control characters', () => {
    const { log, lines } = record('info', true)
    log.info({ requestId: 'r\u001b[31m1', count: 2 }, 'hello\n\u001b[31m"world"')
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d INFO  hello\\n\\u001b\[31m"world" requestId="r\\u001b\[31m1" count=2\n$/,
    )
  })

  it('writes an error with its frames below', () => {
    const { log, lines } = record('info', true)
    log.error(new Error('broken'))
    expect(lines[0]).toMatch(/ERROR broken\n {2}\{"type":"Error","message":"broken"\}\n {4}at /)
  })

  it('goes to any writable stream', async () => {
    const chunks: string[] = []
    const destination = new Writable({
      write(chunk: Buffer, _, done) {
        chunks.push(chunk.toString())
        done()
      },
    })
    createLog({ level: 'info', pretty: true, destination }).info('hello')
    expect(chunks.join('')).toContain('INFO  hello')
  })
})

/** What PostgreSQL answers to a second account of one address. */
function refusedStatement(): DatabaseError {
  const error = new DatabaseError(
    'duplicate key value violates unique constraint "users_email_unique"',
    100,
    'error',
  )
  const facts = { code: '23505', severity: 'ERROR', table: 'users', constraint: 'users_email_unique' }
  return Object.assign(error, facts, { detail: 'Key (email)=(hunter2) already exists.', where: 'hunter2' })
}
