import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorCodes } from '#src/domain/explanations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const get = (path: string) => send(service.url, { method: 'GET', path, headers: {} })

describe('getErrorPage', () => {
  it('tells of every code its meaning, its source and its fix', async () => {
    for (const code of errorCodes) {
      const page = await get(`/docs/errors/${code}`)
      expect([code, page.status]).toEqual([code, 200])
      for (const word of ['Meaning', 'Source', 'Fix'])
        expect(page.text).toMatch(new RegExp(`<p><strong>${word}.</strong> [^<]{8,}`))
    }
  })

  it('tells the usual causes that have a cure of their own', async () => {
    expect((await get('/docs/errors/invalid_grant')).text).toContain('Usual causes')
  })

  it.each(['no_such_code', 'constructor', '../errors', '%3Cscript%3E'])('has none for %s', async (code) => {
    const page = await get(`/docs/errors/${code}`)
    expect(page.status).toBe(404)
    expect(page.text).not.toContain('<script>')
  })
})
