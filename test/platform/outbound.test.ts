import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOutbound, OutboundFailure, type Resolve } from '#src/platform/outbound.ts'
import { hang, startClientServer, type ClientServer } from '#test/support/clientServer.ts'

let server: ClientServer
beforeAll(async () => {
  server = await startClientServer()
  server.serve('/ok', { keys: [] })
})
afterAll(() => server.stop())

function outboundTo(host: string, resolve?: Resolve, certificates: string | null = null) {
  return createOutbound({
    rules: { allowedHosts: host === '' ? [] : [{ host, port: null }] },
    certificates,
    ...(resolve && { resolve }),
  })
}

const loopback = () => outboundTo('127.0.0.1')

async function troubleOf(work: Promise<unknown>): Promise<string> {
  const outcome = await work.then(
    () => 'none',
    (error: unknown) => error,
  )
  if (outcome === 'none') return 'none'
  expect(outcome).toBeInstanceOf(OutboundFailure)
  return (outcome as OutboundFailure).trouble
}

const get = (path: string, outbound = loopback()) => outbound.getJson(`${server.url}${path}`, 'client')

describe('an outbound call', () => {
  it('gets a JSON document from a host that is allowed', async () => {
    expect(await get('/ok')).toEqual({ keys: [] })
  })

  it('goes nowhere on this machine otherwise, and the server never hears of it', async () => {
    const before = server.asked.get('/ok')
    expect(await troubleOf(get('/ok', outboundTo('')))).toBe('refused URL')
    expect(await troubleOf(get('/ok', outboundTo('localhost')))).toBe('refused URL')
    expect(server.asked.get('/ok')).toBe(before)
  })

  it.each([
    ['this machine', ['127.0.0.1']],
    ['this machine by IPv6', ['::1']],
    ['this machine, mapped', ['::ffff:127.0.0.1']],
    ['a private network', ['10.1.2.3']],
    ['the metadata service of a cloud', ['169.254.169.254']],
    ['a public and a private address', ['8.8.8.8', '10.1.2.3']],
    ['no address', []],
  ])('to a public name that leads to %s is refused when it connects', async (_, addresses) => {
    const port = new URL(server.url).port
    const outbound = outboundTo('', async () => addresses)
    const call = outbound.getJson(`https://app.example.com:${port}/ok`, 'client')
    expect(await troubleOf(call)).toBe('refused address')
  })

  it('asks for the name once, and connects to what was checked: rebinding gains nothing', async () => {
    const answers = [['127.0.0.1'], ['8.8.8.8']]
    let times = 0
    const outbound = outboundTo('', async () => answers[times++] ?? [])
    expect(await troubleOf(outbound.getJson('https://app.example.com/ok', 'client'))).toBe('refused address')
    expect(times).toBe(1)
  })

  it('to a name that nobody knows fails', async () => {
    const unknown = outboundTo('', () => Promise.reject(new Error('ENOTFOUND')))
    expect(await troubleOf(unknown.getJson('https://app.example.com/', 'client'))).toBe('unknown host')
  })

  it.each([301, 302, 303, 307, 308])('follows no redirect with %i', async (status) => {
    server.serve(`/redirect${status}`, (_: unknown, response: any) =>
      response.writeHead(status, { location: `${server.url}/target` }).end(),
    )
    expect(await troubleOf(get(`/redirect${status}`))).toBe('wrong status')
    expect(server.asked.get('/target')).toBeUndefined()
  })

  it.each([204, 400, 404, 500, 503])('takes no document with the status %i', async (status) => {
    server.serve(`/status${status}`, (_: unknown, response: any) =>
      response.writeHead(status).end(status === 204 ? undefined : '{}'),
    )
    expect(await troubleOf(get(`/status${status}`))).toBe('wrong status')
  })

  it.each<[string, string | Buffer, Record<string, string>, string]>([
    ['is too large', Buffer.alloc(256 * 1024 + 1, ' '), {}, 'too large'],
    ['is no JSON', '<html>', {}, 'no JSON'],
    ['is empty', '', {}, 'no JSON'],
    ['is no UTF-8', Buffer.from([0x22, 0xff, 0x22]), {}, 'no JSON'],
    ['is deep', '['.repeat(200_000), {}, 'no JSON'],
    ['is compressed', gzipSync(Buffer.alloc(50_000_000, ' ')), { 'content-encoding': 'gzip' }, 'no JSON'],
  ])('takes no document that %s', async (name, body, headers, trouble) => {
    const path = `/${encodeURIComponent(name)}`
    server.serve(path, (_: unknown, response: any) => response.writeHead(200, headers).end(body))
    expect(await troubleOf(get(path))).toBe(trouble)
  })

  it('reads no more than it may of what never ends', async () => {
    let isClosed = false
    server.serve('/endless', (_: unknown, response: any) => {
      const chunk = Buffer.alloc(65_536, ' ')
      const timer = setInterval(() => response.write(chunk), 1)
      response.on('close', () => {
        isClosed = true
        clearInterval(timer)
      })
      response.writeHead(200)
    })
    expect(await troubleOf(get('/endless'))).toBe('too large')
    await expect.poll(() => isClosed).toBe(true)
  })

  it('gives up after three seconds, whether nothing comes or one byte after another', async () => {
    server.serve('/hang', hang)
    server.serve('/drip', (_: unknown, response: any) => {
      const timer = setInterval(() => response.write(' '), 100)
      response.on('close', () => clearInterval(timer))
      response.writeHead(200)
    })
    const begun = performance.now()
    const slow = () => new Promise<readonly string[]>(() => {})
    const troubles = await Promise.all([
      troubleOf(get('/hang')),
      troubleOf(get('/drip')),
      troubleOf(outboundTo('', slow).getJson('https://app.example.com/', 'client')),
    ])
    expect(troubles).toEqual(['too slow', 'too slow', 'too slow'])
    expect(performance.now() - begun).toBeLessThan(4_500)
  })

  it('of one client waits for that client’s only: another’s goes on meanwhile', async () => {
    server.serve('/hang', hang)
    const outbound = loopback()
    const mine = [1, 2, 3, 4].map(() => troubleOf(outbound.getJson(`${server.url}/hang`, 'mine')))
    expect(await troubleOf(outbound.getJson(`${server.url}/ok`, 'mine'))).toBe('too many calls at once')
    expect(await outbound.getJson(`${server.url}/ok`, 'another')).toEqual({ keys: [] })
    expect((await Promise.all(mine)).toSorted()).toEqual([
      ...['too many calls at once', 'too many calls at once'],
      ...['too slow', 'too slow'],
    ])
    expect(await outbound.getJson(`${server.url}/ok`, 'mine')).toEqual({ keys: [] })
  })

  it('that nobody answers fails', async () => {
    const gone = await startClientServer()
    await gone.stop()
    expect(await troubleOf(loopback().getJson(`${gone.url}/ok`, 'client'))).toBe('no connection')
  })

  it('posts a form and tells the status', async () => {
    const bodies: string[] = []
    server.serve('/form', (request: any, response: any) => {
      request.on('data', (chunk: Buffer) => bodies.push(String(chunk)))
      request.on('end', () => response.writeHead(204).end())
    })
    expect(await loopback().postForm(`${server.url}/form`, 'client', { logout_token: 'a b&c' })).toBe(204)
    expect(bodies).toEqual(['logout_token=a+b%26c'])
  })
})

describe('an outbound call over TLS', () => {
  let folder: string
  let secure: ClientServer
  let certificate: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-outbound-'))
    const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
    const name = ['-subj', '/CN=client', '-addext', 'subjectAltName=IP:127.0.0.1']
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
    const out = ['-keyout', files.key, '-out', files.cert]
    execFileSync('openssl', ['req', '-x509', ...kind, ...name, ...out], { stdio: 'ignore' })
    certificate = readFileSync(files.cert, 'utf8')
    secure = await startClientServer({ cert: certificate, key: readFileSync(files.key, 'utf8') })
    secure.serve('/ok', { keys: [] })
  })
  afterAll(async () => {
    await secure.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('trusts no certificate that nobody vouches for', async () => {
    expect(await troubleOf(loopback().getJson(`${secure.url}/ok`, 'client'))).toBe('no connection')
    expect(secure.asked.size).toBe(0)
  })

  it('trusts the one that the operator names, for its own host only', async () => {
    const outbound = outboundTo('127.0.0.1', undefined, certificate)
    expect(await outbound.getJson(`${secure.url}/ok`, 'client')).toEqual({ keys: [] })
    const elsewhere = outboundTo('localhost', undefined, certificate)
    const call = elsewhere.getJson(`https://localhost:${new URL(secure.url).port}/ok`, 'client')
    expect(await troubleOf(call)).toBe('no connection')
  })
})
