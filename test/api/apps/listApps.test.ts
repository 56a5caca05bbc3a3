import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listApps, type Application } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function list(person: Person, query: { count?: number; cursor?: string } = {}) {
  return listApps({ client: service.as(person.token), query })
}

/** The cursor of the `Link` to the next page; null on the last page. */
function nextCursor(answer: Awaited<ReturnType<typeof list>>): string | null {
  const link = header(answer, 'link')
  if (link === null) return null
  const url = new URL(/^<([^>]+)>; rel="next"$/.exec(link)?.[1] ?? '')
  expect(url.href).toMatch(`${service.url}/api/v1/apps?`)
  return url.searchParams.get('cursor')
}

async function ownerOf(count: number): Promise<{ person: Person; apps: Application[] }> {
  const person = await signUp(service)
  const apps: Application[] = []
  for (let made = 0; made < count; made++) apps.push((await registerTestApp(service, person)).application)
  return { person, apps }
}

describe('listApps', () => {
  it('answers a bare empty array to someone without apps', async () => {
    const answer = await list(await signUp(service))
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual([])
    expect(header(answer, 'x-count')).toBe('0')
    expect(header(answer, 'link')).toBeNull()
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(header(answer, 'vary')).toBe('Authorization, X-Auth-Token')
  })

  it('lists the caller’s own apps, newest first, and nobody else’s', async () => {
    const [{ person, apps }, other] = await Promise.all([ownerOf(3), ownerOf(1)])
    expect((await list(person)).data).toEqual(apps.toReversed())
    expect((await list(other.person)).data).toEqual(other.apps)
  })

  it('leads through all pages, each app once', async () => {
    const { person, apps } = await ownerOf(5)
    const seen: string[] = []
    let cursor: string | null = null
    const counts: (string | null)[] = []
    do {
      const answer = await list(person, { count: 2, ...(cursor !== null && { cursor }) })
      seen.push(...(answer.data ?? []).map(({ id }) => id))
      counts.push(header(answer, 'x-count'))
      cursor = nextCursor(answer)
    } while (cursor !== null)
    expect(seen).toEqual(apps.map(({ id }) => id).toReversed())
    expect(counts).toEqual(['2', '2', '1'])
  })

  it('leads nowhere when the page is exactly full', async () => {
    const { person } = await ownerOf(2)
    expect(header(await list(person, { count: 2 }), 'link')).toBeNull()
  })

  it('shows nobody else’s apps to the holder of a borrowed cursor', async () => {
    const [owner, thief] = await Promise.all([ownerOf(3), ownerOf(1)])
    const cursor = nextCursor(await list(owner.person, { count: 1 })) ?? ''
    const own = new Set(thief.apps.map(({ id }) => id))
    const answer = await list(thief.person, { cursor })
    expect((answer.data ?? []).filter(({ id }) => !own.has(id))).toEqual([])
  })

  it.each([
    [{ count: 0 }, 'query/count'],
    [{ count: 1001 }, 'query/count'],
    [{ count: 1.5 }, 'query/count'],
    [{ count: 'many' }, 'query/count'],
    [{ cursor: 'AAAA' }, 'query/cursor'],
    [{ cursor: "' or 1=1" }, 'query/cursor'],
  ])('refuses %j', async (query, path) => {
    const answer = await list(await signUp(service), query as never)
    expect(failingPaths(expectRefused(answer, 400, 'invalid_request'))).toEqual([path])
  })

  it('asks for a session', async () => {
    const answer = await listApps({ client: service.as() })
    expectRefused(answer, 401, 'invalid_token')
    expect(header(answer, 'www-authenticate')).toBe('Bearer realm="latchkey"')
    expectRefused(await listApps({ client: service.as('nonsense') }), 401, 'invalid_token')
  })
})
