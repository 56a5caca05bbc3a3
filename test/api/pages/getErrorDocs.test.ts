import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorCodes } from '#src/domain/explanations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('getErrorDocs', () => {
  it('has an anchor, a meaning, a source and a fix for every code', async () => {
    const page = await send(service.url, { method: 'GET', path: '/docs/errors', headers: {} })
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    for (const code of errorCodes) {
      const [, section = ''] = page.text.split(`<section id="${code}">`)
      for (const word of ['Meaning', 'Source', 'Fix'])
        expect(section.split('</section>')[0]).toMatch(new RegExp(`<dt>${word}</dt><dd>[^<]{10,}</dd>`))
    }
  })

  it('loads nothing from elsewhere', async () => {
    const { text } = await send(service.url, { method: 'GET', path: '/docs/errors', headers: {} })
    const links = [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url!)
    for (const link of links) expect(link).toMatch(/^(\/docs(\/docs\.css)?$|#[a-z_]+$)/)
    expect(text).not.toMatch(/<script|<style|\son\w+=|style="/)
  })
})
