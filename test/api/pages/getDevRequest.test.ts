import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService
let path: string

beforeAll(async () => {
  service = await startService()
  const refused = await send(service.url, { method: 'GET', path: '/api/v1/apps', headers: {} })
  path = new URL(refused.body.error_uri).pathname
})

afterAll(() => service.stop())

const ask = (headers: Readonly<Record<string, string>> = {}, at = path) =>
  send(service.url, { method: 'GET', path: at, headers })

describe('getDevRequest', () => {
  it('answers a page that loads nothing from elsewhere and that nobody keeps', async () => {
    const page = await ask()
    expect(page.status).toBe(200)
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
    })
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none';/)
    expect(page.text).not.toMatch(/<script|<style|\son\w+=|style="/)
    const links = [...page.text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url)
    expect(links).toEqual(['/docs/docs.css', '/docs/errors/invalid_token', '/docs'])
  })

  it('knows only requests that were refused', async () => {
    const fine = await send(service.url, { method: 'GET', path: '/livez', headers: {} })
    const page = await ask({}, `/dev/requests/${fine.headers['x-request-id'] as string}`)
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  })

  it.each([
    ['x-forwarded-for', '127.0.0.1'],
    ['forwarded', 'for=127.0.0.1'],
    ['x-real-ip', '127.0.0.1'],
    ['via', '1.1 proxy'],
    ['host', 'rebound.example.com'],
    ['host', 'localhost.example.com'],
  ])('is not there for whoever comes with %s: %s', async (name, value) => {
    const page = await ask({ [name]: value })
    expect(page.status).toBe(404)
    expect(page.text).not.toContain('token presented')
  })

  it.each(['127.0.0.1', '[::1]:80', 'localhost', 'LOCALHOST:1'])(
    'is there under the host %s',
    async (host) => {
      expect((await ask({ host })).status).toBe(200)
    },
  )

  it.each(['%00', '..%2f..%2fetc', 'a'.repeat(65), '<script>alert(1)</script>'])(
    'refuses the id %s and does not repeat it',
    async (id) => {
      const page = await ask({}, `/dev/requests/${id}`)
      expect([400, 404]).toContain(page.status)
      expect(page.text).not.toContain('alert(1)')
    },
  )
})
