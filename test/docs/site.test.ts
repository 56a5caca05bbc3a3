import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorCodes } from '#src/domain/explanations.ts'
import { siteGroups } from '#src/pages/site.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send, type Answer } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const answers = new Map<string, Promise<Answer>>()

/** A page, asked for once. */
function get(path: string): Promise<Answer> {
  const known = answers.get(path) ?? send(service.url, { method: 'GET', path, headers: {} })
  answers.set(path, known)
  return known
}

/** Every path that a page links to or loads, without what is in the page itself. */
async function linksOf(path: string): Promise<readonly string[]> {
  const { text } = await get(path)
  const found = [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, href]) => href!)
  const ours = found.map((href) => href.replace(service.url, '')).filter((href) => href.startsWith('/'))
  return [...new Set(ours.map((href) => href.split('#')[0]!))]
}

const pages = siteGroups
  .flatMap((group): readonly string[] => group.pages)
  .map((page) => (page === 'index' ? '/docs' : `/docs/${page}`))
const errorPages = errorCodes.map((code) => `/docs/errors/${code}`)

describe('the documentation', () => {
  it('has every page within two clicks of /docs', async () => {
    const first = await linksOf('/docs')
    const second = (await Promise.all(first.filter((path) => /^\/docs[^.]*$/.test(path)).map(linksOf))).flat()
    const within = new Set([...first, ...second])
    for (const page of [...pages, ...errorPages]) expect(within, page).toContain(page)
  })

  it('has no dead link', async () => {
    const linked = new Set((await Promise.all([...pages, ...errorPages].map(linksOf))).flat())
    const dead = []
    for (const path of linked) if ((await get(path)).status !== 200) dead.push(path)
    expect(linked.size).toBeGreaterThan(60)
    expect(dead).toEqual([])
  })

  it('has a Markdown twin of every page, and /llms.txt names it', async () => {
    const { text } = await get('/llms.txt')
    for (const page of [...pages.map((path) => (path === '/docs' ? '/docs/index' : path)), ...errorPages]) {
      const twin = await get(`${page}.md`)
      expect([page, twin.status, twin.text.startsWith('# ')]).toEqual([page, 200, true])
      expect(text).toContain(`](${service.url}${page}.md)`)
    }
  })

  it('leads from the documentation of an error in production to its page', async () => {
    const { status } = await get('/docs/errors/invalid_token')
    expect(status).toBe(200)
  })

  it('names tests that exist', async () => {
    const { text } = await get('/docs/conformance.md')
    const files = [...text.matchAll(/`(test\/[\w./]+)`/g)].map(([, file]) => file!)
    expect(files.length).toBeGreaterThan(25)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })
})
