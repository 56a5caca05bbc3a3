import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#test/support/chromium.ts'
import { startBelowPath } from '#test/support/issuerPath.ts'
import { startService, type TestService } from '#test/support/service.ts'

let chromium: Browser

beforeAll(async () => {
  chromium = await launchChromium()
})
afterAll(() => chromium.close())

describe.each([
  ['an issuer', startService],
  ['an issuer with a path', startBelowPath],
])('of %s the reference', (_name, startIt) => {
  let service: TestService
  beforeAll(async () => {
    service = await startIt()
  })
  afterAll(() => service.stop())

  it('is drawn without the pages and without a request to anybody else', async () => {
    const page = await chromium.newPage()
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
    page.on('pageerror', ({ message }) => complaints.push(message))
    await page.goto(`${service.url}/docs/reference`)
    await page.getByText('Register an account').first().waitFor()
    const text = await page.innerText('body')
    expect(text).toContain('oauth2')
    expect(text).not.toMatch(/Show why a request was refused|Show the reference|\npages\n/)
    expect(asked.filter((url) => !url.startsWith(`${service.url}/`) && !url.startsWith('data:'))).toEqual([])
    expect(complaints).toEqual([])
  })

  it('has neighbours whose scripts find each other', async () => {
    const page = await chromium.newPage()
    await page.goto(`${service.url}/signup`)
    await page.locator('[name=password]').fill('password123')
    await page.locator('.strength meter').waitFor()
  })
})
