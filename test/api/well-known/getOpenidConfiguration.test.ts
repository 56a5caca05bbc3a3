import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, getOpenidConfiguration } from '../../../client/index.ts'
import { header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let elsewhere: TestService

beforeAll(async () => {
  ;[service, elsewhere] = await Promise.all([
    startService(),
    startService({ LATCHKEY_ISSUER: 'http://auth.localhost:9999' }),
  ])
})

afterAll(() => Promise.all([service.stop(), elsewhere.stop()]))

describe('getOpenidConfiguration', () => {
  it('lists what OpenID Connect adds', async () => {
    const answer = await getOpenidConfiguration({ client: service.as() })
    expect(status(answer)).toBe(200)
    expect(answer.data).toMatchObject({
      issuer: service.url,
      userinfo_endpoint: `${service.url}/oauth2/userinfo`,
      subject_types_supported: ['public', 'pairwise'],
      id_token_signing_alg_values_supported: ['RS256', 'ES256', 'EdDSA', 'HS256'],
      claim_types_supported: ['normal'],
      claims_supported: expect.arrayContaining([
        'sub',
        'email',
        'email_verified',
        'auth_time',
        'nonce',
        'at_hash',
        'c_hash',
      ]),
      claims_parameter_supported: true,
      request_parameter_supported: false,
      request_uri_parameter_supported: false,
    })
  })

  it('is reachable where its issuer says', async () => {
    const { data } = await getOpenidConfiguration({ client: service.as() })
    const issued = createClient({ baseUrl: data?.issuer ?? '' })
    const { data: again } = await getOpenidConfiguration({ client: issued })
    expect(again).toEqual(data)
  })

  it('puts every URL under the configured issuer, wherever it is asked', async () => {
    const client = createClient({ baseUrl: elsewhere.running.url })
    const { data } = await getOpenidConfiguration({ client })
    const urls = JSON.stringify(data).match(/https?:[^"]+/g) ?? []
    expect(urls).toHaveLength(10)
    for (const each of urls) expect(each).toMatch(/^http:\/\/auth\.localhost:9999(\/|$)/)
  })

  it('may be kept for five minutes and is not sent again to who has it', async () => {
    const answer = await getOpenidConfiguration({ client: service.as() })
    expect(header(answer, 'cache-control')).toBe('public, max-age=300')
    const headers = { 'If-None-Match': header(answer, 'etag') ?? '' }
    const again = await getOpenidConfiguration({ client: service.as(), headers })
    expect(status(again)).toBe(304)
    expect(header(again, 'content-type')).toBeNull()
  })
})
