import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { programs } from '#test/support/process.ts'
import { startService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

/** Runs `latchkey explain` with these lines on standard input. */
function explain(lines: string, ...words: readonly string[]): string {
  return execFileSync(process.execPath, [programs.command, 'explain', ...words], {
    encoding: 'utf8',
    input: lines,
    stdio: 'pipe',
  })
}

describe('latchkey explain', () => {
  it('says so when the log has nothing about the request', () => {
    const lines = 'no JSON\n{"requestId":\n{"requestId":"other","code":"invalid_grant"}\nnull unheard-of\n'
    expect(() => explain(lines, 'unheard-of')).toThrow(/no line of this log is about request unheard-of/)
  })

  it('says where else to look when the log is one for people', () => {
    const lines =
      '03:48:19 INFO  refused requestId="known" operationId="login" status=401 reason="no token"\n'
    expect(() => explain(lines, 'known')).toThrow(/open \/dev\/requests\/known of the service instead/)
    expect(() => explain(lines, 'other')).toThrow(/no line of this log is about request other/)
  })

  it('says how it is used without an id, or with something that is none', () => {
    expect(() => explain('')).toThrow(/usage: latchkey explain <request_id>/)
    expect(() => explain('', '../id')).toThrow(/usage: latchkey explain <request_id>/)
  })

  it('says so when a log cannot be read', () => {
    expect(() => explain('', 'id', '/nowhere/service.log')).toThrow(/the log cannot be read/)
  })

  it('prints nothing of a line but what the service decided, and no control characters', () => {
    const facts = {
      requestId: 'id',
      code: 'server_error',
      reason: 'x\u001b[31m',
      token: 'secret_abc',
      status: 500,
    }
    const trouble = {
      requestId: 'id',
      level: 'error',
      msg: 'an operation failed',
      err: { message: 'secret_def' },
    }
    const told = explain(`${JSON.stringify(trouble)}\n${JSON.stringify(facts)}\n`, 'id')
    expect(told).toContain('✗ our own work\n')
    expect(told).toContain('an operation failed')
    for (const hidden of ['secret_', '\u001b']) expect(told).not.toContain(hidden)
  })
})

describe('in production', () => {
  it('nothing is kept, the page does not exist, and error_uri leads to the docs', async () => {
    const production = await startService({
      LATCHKEY_ISSUER: 'https://auth.example.com',
      LATCHKEY_SECRET: 'n1kWm3yYv0cXQ7dQ4mZr8tPz5uLbG2ae',
      HOST: '127.0.0.1',
      LATCHKEY_PASSWORD_MEMORY_KIB: '19456',
      LATCHKEY_PASSWORD_PASSES: '2',
    })
    try {
      const { url, context } = production.running
      const answer = await send(url, { method: 'GET', path: '/oauth2/userinfo', headers: {} })
      expect(answer.body.error_uri).toBe('https://auth.example.com/docs/errors/invalid_token')
      expect(context.flights).toBeNull()
      const path = `/dev/requests/${answer.body.request_id}`
      const page = await send(url, { method: 'GET', path, headers: {} })
      const nowhere = await send(url, { method: 'GET', path: '/dev/nowhere', headers: {} })
      expect([page.status, page.body.error]).toEqual([nowhere.status, nowhere.body.error])
      expect(page.status).toBe(404)
      const post = await send(url, { method: 'POST', path, headers: {} })
      expect(post.status).toBe(404)
      const words = [programs.command, 'explain', answer.body.request_id]
      const told = execFileSync(process.execPath, words, { encoding: 'utf8', input: production.log.join('') })
      expect(told).toContain('✗ token presented\n')
    } finally {
      await production.stop()
    }
  })
})
