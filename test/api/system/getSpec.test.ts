import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getLiveness, getSpec } from '../../../client/index.ts'
import { header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('getSpec', () => {
  it('answers the OpenAPI description, whole', async () => {
    const answer = await getSpec({ client: service.as() })
    expect(status(answer)).toBe(200)
    expect(answer.data?.openapi).toMatch(/^3\.1\./)
    expect(answer.data?.info).toMatchObject({ title: 'Latchkey' })
    const paths = answer.data?.paths as Record<string, Record<string, { operationId?: string }>>
    const ids = Object.values(paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    )
    expect(ids).toEqual(expect.arrayContaining(['register', 'login', 'authorize', 'issueToken', 'getSpec']))
    expect(JSON.stringify(answer.data)).not.toContain('.yaml')
  })

  it('describes the answer to another call truly', async () => {
    const { data } = await getSpec({ client: service.as() })
    expect(JSON.stringify(data?.paths)).toContain('"/livez"')
    expect(status(await getLiveness({ client: service.as() }))).toBe(200)
  })

  it('may be kept for five minutes and is not sent again to who has it', async () => {
    const answer = await getSpec({ client: service.as() })
    expect(header(answer, 'cache-control')).toBe('public, max-age=300')
    const headers = { 'If-None-Match': header(answer, 'etag') ?? '' }
    expect(status(await getSpec({ client: service.as(), headers }))).toBe(304)
  })
})
