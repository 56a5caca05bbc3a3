import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { authorize as authorizeByApi } from '../../client/index.ts'
import { expectRefused } from '#test/support/answers.ts'
import {
  answered,
  authorize,
  beginRun,
  callback,
  open,
  requestOf,
  tokensOf,
  walk,
  type Run,
} from '#test/support/conformance.ts'
import { openWithoutLimits } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let run: Run
let authTime: number

beforeAll(async () => {
  service = await startService(openWithoutLimits)
})
afterAll(() => service.stop())
beforeEach(async () => {
  run = await beginRun(service, 'query', { default_max_age: 60 })
  authTime = (await tokensOf(run)).claims.auth_time
})

const byApi = (changes: { readonly max_age?: number } = {}) =>
  authorizeByApi({
    client: service.as(run.person.token),
    body: {
      response_type: 'code',
      client_id: run.client.client_id,
      redirect_uri: callback,
      scope: 'openid',
      ...changes,
    },
  })

describe('default_max_age (OpenID Connect Registration §2)', () => {
  it('lets a sign-in pass that is young enough', async () => {
    service.clock.advance(45)
    expect((await authorize(run)).asked).toEqual([])
    expect((await byApi()).data).toHaveProperty('redirect_uri')
  })

  it('asks for another one in the browser, by query and by form', async () => {
    service.clock.advance(61)
    expect(answered(run, await open(run, { prompt: 'none' })).get('error')).toBe('login_required')
    const url = `${service.url}/oauth2/authorize`
    const { browser } = run
    const form = await browser.follow(await browser.post(url, requestOf(run), { origin: callback }))
    expect((await walk(run, form)).asked).toEqual(['/signin'])
    service.clock.advance(61)
    const { asked } = await authorize(run)
    expect(asked).toEqual(['/signin'])
  })

  it('asks for another one by API', async () => {
    service.clock.advance(61)
    const asked = await byApi()
    expectRefused(asked, 401, 'insufficient_user_authentication')
    expect(asked.response!.headers.get('www-authenticate')).toContain('max_age="60"')
  })

  it('gives way to what the request says', async () => {
    service.clock.advance(61)
    const silent = await authorize(run, { max_age: '120' })
    expect(silent.asked).toEqual([])
    expect((await byApi({ max_age: 120 })).data).toHaveProperty('redirect_uri')
    expect((await tokensOf(run, { max_age: '120' })).claims.auth_time).toBe(authTime)
  })
})
