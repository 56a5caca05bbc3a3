import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'

const directory = fileURLToPath(new URL('../../../docs/look/example', import.meta.url))

let plain: TestService
let own: TestService
beforeAll(async () => {
  plain = await startService()
  own = await startService({ LATCHKEY_TEMPLATE_DIR: directory })
})
afterAll(async () => {
  await plain.stop()
  await own.stop()
})

async function pageOf(service: TestService, language: string): Promise<string> {
  const response = await fetch(`${service.url}/signin`, { headers: { 'accept-language': language } })
  return response.text()
}

describe('getTheme', () => {
  it('is the CSS of the operator, which may be kept and is not sent twice', async () => {
    const response = await fetch(`${own.url}/assets/theme.css`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
    expect(await response.text()).toContain('--accent: #0b5cad')
    const known = { 'if-none-match': response.headers.get('etag')! }
    const again = await fetch(`${own.url}/assets/theme.css`, { headers: known })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('is empty where there is none, and no page links it', async () => {
    const response = await fetch(`${plain.url}/assets/theme.css`)
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(await pageOf(plain, 'en')).not.toContain('theme.css')
  })

  it('is linked behind ours by every page that people see, not by those for developers', async () => {
    const page = await pageOf(own, 'en')
    expect(page.indexOf('/assets/theme.css')).toBeGreaterThan(page.indexOf('/assets/latchkey.css'))
    const docs = await fetch(`${own.url}/docs`)
    expect(await docs.text()).not.toContain('theme.css')
  })
})

describe('the look of the operator', () => {
  it('replaces templates, which ours include from where they were', async () => {
    expect(await pageOf(own, 'en')).toContain('<circle cx="16" cy="6" r="3"/>')
    expect(await pageOf(plain, 'en')).not.toContain('<circle')
  })

  it('replaces words, in the languages that it has', async () => {
    expect(await pageOf(own, 'en')).toContain('<title>Welcome aboard · Harbour</title>')
    expect(await pageOf(own, 'de')).toContain('<title>Willkommen an Bord · Harbour</title>')
    expect(await pageOf(own, 'fr')).toContain(' · Latchkey</title>')
    expect(await pageOf(plain, 'en')).toContain('<title>Sign in · Latchkey</title>')
  })
})
