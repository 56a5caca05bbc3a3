import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getJwks } from '../../../client/index.ts'
import { header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('getJwks', () => {
  it('publishes a signing key and its successor for each algorithm', async () => {
    const { data } = await getJwks({ client: service.as() })
    const algorithms = data?.keys.map(({ alg }) => alg).toSorted()
    expect(algorithms).toEqual(['ES256', 'ES256', 'EdDSA', 'EdDSA', 'RS256', 'RS256'])
    expect(new Set(data?.keys.map(({ kid }) => kid)).size).toBe(6)
  })

  it('publishes public members only, and no symmetric key', async () => {
    const { data } = await getJwks({ client: service.as() })
    const common = ['alg', 'kid', 'kty', 'use']
    const own = { RSA: ['e', 'n'], EC: ['crv', 'x', 'y'], OKP: ['crv', 'x'] }
    for (const key of data?.keys ?? [])
      expect(Object.keys(key).toSorted()).toEqual([...common, ...own[key.kty]].toSorted())
  })

  it('may be kept for five minutes and is not sent again to who has it', async () => {
    const answer = await getJwks({ client: service.as() })
    expect(status(answer)).toBe(200)
    expect(header(answer, 'cache-control')).toBe('public, max-age=300')
    const etag = header(answer, 'etag') ?? ''
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await getJwks({ client: service.as(), headers: { 'If-None-Match': tag } })
      expect(status(again)).toBe(304)
      expect(header(again, 'etag')).toBe(etag)
    }
    const other = await getJwks({ client: service.as(), headers: { 'If-None-Match': '"other"' } })
    expect(status(other)).toBe(200)
  })

  it('is refused to someone who accepts no JSON', async () => {
    const answer = await getJwks({ client: service.as(), headers: { Accept: 'text/html' } })
    expect(status(answer)).toBe(406)
  })
})
