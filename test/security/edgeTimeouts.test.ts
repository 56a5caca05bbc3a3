import { connect, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '#src/http/server.ts'
import { ask, expectErrorShape, requestBytes, talk } from '#test/support/rawSocket.ts'
import { startService, type TestService } from '#test/support/service.ts'

/** The corridor a second time, in front of the same world, with bounds that a test can wait for. */
type QuickServer = {
  readonly url: string
  readonly bounds: Readonly<Record<'headers' | 'request' | 'silence', number>>
  close(): Promise<void>
}

let service: TestService
let quick: QuickServer

beforeAll(async () => {
  service = await startService()
  const app = await createServer(service.running.context)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { server } = app
  const bounds = { headers: server.headersTimeout, request: server.requestTimeout, silence: server.timeout }
  server.headersTimeout = 300
  server.requestTimeout = 600
  const { port } = server.address() as AddressInfo
  quick = { url: `http://127.0.0.1:${port}`, bounds, close: () => app.close() }
})

afterAll(async () => {
  await quick.close()
  await service.stop()
})

const head = 'POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'

describe.concurrent('a slow client', () => {
  it('has five seconds for headers, ten for a request, fifteen for silence', () => {
    expect(quick.bounds).toEqual({ headers: 5_000, request: 10_000, silence: 15_000 })
  })

  it.each([
    ['that sends nothing', ''],
    ['that stops in the request line', 'GET /liv'],
    ['that stops in a header', 'GET /livez HTTP/1.1\r\nHost: loc'],
    ['that stops before the body', `${head}Content-Length: 9\r\n\r\n`],
    ['that stops in the body', `${head}Content-Length: 9\r\n\r\n{"a"`],
    ['that stops between chunks', `${head}Transfer-Encoding: chunked\r\n\r\n2\r\n{"\r\n`],
  ])('%s is told 408 and left', async (_, bytes) => {
    expectErrorShape(await ask(quick.url, bytes), 408, 'request_timeout')
  })

  it('that dribbles headers wins no time by it', async () => {
    const started = performance.now()
    const answer = await dribble('GET /livez HTTP/1.1\r\nHost: localhost\r\n', 'X-A: a\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('that dribbles a body wins no time by it', async () => {
    const answer = await dribble(`${head}Content-Length: 60000\r\n\r\n`, ' ')
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('harms nobody else: others are served meanwhile', async () => {
    const slow = Promise.all(Array.from({ length: 100 }, () => talk(quick.url, head)))
    const request = 'GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'
    const others = await Promise.all(Array.from({ length: 20 }, () => ask(quick.url, request)))
    expect(others.every(({ status }) => status === 200)).toBe(true)
    const answers = (await slow).flat()
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 100 }, () => 408))
  })
})

describe('an old or odd client', () => {
  it('of HTTP/1.0 is answered and left', async () => {
    expect((await ask(service.url, 'GET /livez HTTP/1.0\r\n\r\n')).status).toBe(200)
  })

  it('that writes the whole URL is answered for the path (RFC 9112 §3.2.2)', async () => {
    const answer = await ask(service.url, requestBytes('GET http://evil.example/livez'))
    expect(answer.status).toBe(200)
  })

  it('that wants a tunnel gets none', async () => {
    const answers = await talk(service.url, requestBytes('CONNECT 127.0.0.1:22'))
    expect(answers.every(({ status }) => status >= 400)).toBe(true)
  })
})

describe('a client that goes away', () => {
  it('in the middle of a body is no failure of ours: the log raises no alarm', async () => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1')
    socket.write(`${head}Content-Length: 99\r\n\r\n{"a`, () => setImmediate(() => socket.resetAndDestroy()))
    await new Promise((resolve) => socket.once('close', resolve))
    const next = 'GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'
    for (let round = 0; round < 3; round++) expect((await ask(service.url, next)).status).toBe(200)
    expect(service.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })
})

describe.concurrent('a service that stops', () => {
  it.each([
    ['says nothing, as browsers do that connect ahead', ''],
    ['does not finish its request', `${head}Content-Length: 99\r\n\r\n{`],
  ])('does not wait longer than it may for somebody who %s', async (_, bytes) => {
    const stopping = await startService()
    const socket = connect(Number(new URL(stopping.url).port), '127.0.0.1')
    await new Promise((resolve) => socket.on('error', () => {}).write(bytes, resolve))
    const stopped = stopping.running.stop().then(() => 'stopped')
    // The process ends itself, not in order, ten seconds after the signal.
    const outcome = await Promise.race([stopped, pause(9_900, 'still waiting')])
    socket.destroy()
    await stopped
    await stopping.stop()
    expect(outcome).toBe('stopped')
  })
})

/** Writes the beginning, then a little more every 50 ms, until the server closes; returns what it said. */
function dribble(beginning: string, more: string): Promise<string> {
  const { hostname, port } = new URL(quick.url)
  return new Promise((resolve) => {
    let said = ''
    let timer: NodeJS.Timeout
    const socket = connect(Number(port), hostname, () => {
      socket.write(beginning)
      timer = setInterval(() => socket.writable && socket.write(more), 50)
    })
    socket.on('data', (chunk) => (said += chunk.toString()))
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(timer)
      resolve(said)
    })
  })
}
