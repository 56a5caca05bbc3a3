import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#test/support/chromium.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('getDocs', () => {
  it('names our own files only, and its policy lets no others in', async () => {
    const page = await send(service.url, { method: 'GET', path: '/docs', headers: {} })
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    const urls = [...page.text.matchAll(/(?:href|src|action|url)\s*=\s*"([^"]*)"/g)].map(([, url]) => url)
    expect(urls).toEqual(['data:,', '/openapi.json', '/docs/scalar.js', '/docs/reference.js'])
    expect(page.text).not.toMatch(/https?:|\son\w+=|<style|<script>/)
    const policy = page.headers['content-security-policy'] as string
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/unsafe-eval|\*|https?:/)
  })

  it('draws the reference in a browser, without the pages and without a request to anybody else', async () => {
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      const asked: string[] = []
      const complaints: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
      page.on('pageerror', ({ message }) => complaints.push(message))
      await page.goto(`${service.url}/docs`)
      await page.getByText('Register an account').first().waitFor()
      const text = await page.innerText('body')
      expect(text).toContain('oauth2')
      expect(text).not.toMatch(/Show why a request was refused|Show the reference|\npages\n/)
      expect(asked.filter((url) => !url.startsWith(`${service.url}/`) && !url.startsWith('data:'))).toEqual(
        [],
      )
      expect(complaints).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
