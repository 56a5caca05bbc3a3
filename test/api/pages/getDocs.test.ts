import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const get = (path: string) => send(service.url, { method: 'GET', path, headers: {} })

describe('getDocs', () => {
  it('leads to every page, and loads nothing but our stylesheet', async () => {
    const page = await get('/docs')
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.text).toContain('<h1 id="latchkey">Latchkey</h1>')
    expect(page.text).toContain('<a href="/docs/reference">')
    expect(page.text).toContain('<a href="/docs" aria-current="page">')
    expect(page.text).not.toMatch(/<script|<style|\son\w+=|style="/)
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; style-src 'self'")
  })
})
