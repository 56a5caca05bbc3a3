import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('getReference', () => {
  it('names our own files only, and its policy lets no others in', async () => {
    const page = await send(service.url, { method: 'GET', path: '/docs/reference', headers: {} })
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    const urls = [...page.text.matchAll(/(?:href|src|action|url)\s*=\s*"([^"]*)"/g)].map(([, url]) => url)
    expect(urls).toEqual([
      'data:,',
      '/openapi.json',
      '/docs',
      '/docs/reference.md',
      '/docs/scalar.js',
      '/docs/reference.js',
    ])
    expect(page.text).not.toMatch(/https?:|\son\w+=|<style|<script>/)
    const policy = page.headers['content-security-policy'] as string
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/unsafe-eval|\*|https?:/)
  })
})
