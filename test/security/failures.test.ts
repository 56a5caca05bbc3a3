import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '#src/http/server.ts'
import { entries } from '#test/support/contract.ts'
import { ask, expectErrorShape, formPost, jsonPost, requestBytes } from '#test/support/rawSocket.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let broken: FastifyInstance
let url: string

beforeAll(async () => {
  service = await startService()
  // The corridor a second time, with a part that fails on every request: before the handler, where nothing of ours catches.
  broken = await createServer(service.running.context)
  broken.addHook('preHandler', async () => {
    throw Object.assign(new Error('select password from users at /srv/secret'), {
      statusCode: 418,
      code: 'SECRET',
    })
  })
  await broken.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(broken.server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await broken.close()
  await service.stop()
})

describe('a failure of ours', () => {
  it.each([
    ['a request without a body', requestBytes('GET /livez')],
    ['static bytes', requestBytes('GET /openapi.json')],
    ['JSON', jsonPost('/api/v1/auth/login', '{"email":"a@example.com","password":"password123"}')],
    ['a form', formPost('/oauth2/token', 'grant_type=client_credentials')],
  ])('is 500, told to the log and to nobody else: %s', async (_, bytes) => {
    const before = service.log.length
    const answer = await ask(url, bytes)
    expectErrorShape(answer, 500, 'server_error')
    expect(answer.text).not.toMatch(/select|secret|\b418\b/i)
    const alarms = service.log.slice(before).filter((line) => line.includes('"level":"error"'))
    expect(alarms).toHaveLength(1)
  })
})

describe('a body of null', () => {
  it.each(entries.filter(({ consumes }) => consumes.includes('application/json')))(
    'is no failure of ours: $id, which may do without a body or not',
    async ({ method, path }) => {
      const request = requestBytes(`${method} ${path}`, ['Content-Type: application/json'], 'null')
      expect([400, 401, 404]).toContain((await ask(service.url, request)).status)
    },
  )
})
