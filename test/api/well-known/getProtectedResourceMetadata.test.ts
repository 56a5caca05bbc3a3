import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getProtectedResourceMetadata, getUserinfo } from '../../../client/index.ts'
import { header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('getProtectedResourceMetadata', () => {
  it('tells what access tokens open here, and who issues them', async () => {
    const { data } = await getProtectedResourceMetadata({ client: service.as() })
    expect(data).toEqual({
      resource: service.url,
      authorization_servers: [service.url],
      scopes_supported: ['openid', 'profile', 'email', 'address', 'phone'],
      bearer_methods_supported: ['header', 'body'],
      resource_name: 'Latchkey',
      resource_documentation: `${service.url}/docs`,
    })
  })

  it('is named by a 401 of what takes access tokens', async () => {
    const challenge = header(await getUserinfo({ client: service.as() }), 'www-authenticate')
    const [, url = ''] = /resource_metadata="([^"]+)"/.exec(challenge ?? '') ?? []
    expect(await (await fetch(url)).json()).toMatchObject({ resource: service.url })
  })

  it('may be kept for five minutes and is not sent again to who has it', async () => {
    const answer = await getProtectedResourceMetadata({ client: service.as() })
    expect(header(answer, 'cache-control')).toBe('public, max-age=300')
    const headers = { 'If-None-Match': header(answer, 'etag') ?? '' }
    expect(status(await getProtectedResourceMetadata({ client: service.as(), headers }))).toBe(304)
  })
})
