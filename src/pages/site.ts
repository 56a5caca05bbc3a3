import { readFileSync } from 'node:fs'
import { errorCodes, isErrorCode } from '../domain/explanations.ts'
import { errorMarkdown, errorsMarkdown } from './errorDocs.ts'
import { deliveredLook } from './look.ts'
import { renderMarkdown } from './markdown.ts'

const root = `${import.meta.dirname}/../..`

/** The issuer that pages are written with; the reader sees the one of this service. */
const writtenIssuer = 'http://localhost:8787'

/** Every page but those of single error codes, as the navigation groups them; the first one is `/docs` itself. */
export const siteGroups = [
  { name: 'Start', pages: ['index'] },
  {
    name: 'Quickstarts',
    pages: [
      'quickstart-single-page-app',
      'quickstart-server-app',
      'quickstart-machine-to-machine',
      'quickstart-mobile',
      'quickstart-protect-an-api',
      'quickstart-test-against-mocks',
    ],
  },
  { name: 'Look up', pages: ['reference', 'errors', 'scopes', 'limits', 'lifetimes', 'mock-issuer'] },
  { name: 'Rely on', pages: ['truth', 'conformance', 'divergences', 'deprecation-policy', 'changelog'] },
] as const

const slugs: ReadonlySet<string> = new Set(siteGroups.flatMap(({ pages }): readonly string[] => pages))

/** Where pages come from that are not written in `docs/site`. */
const elsewhere: Readonly<Record<string, string>> = {
  reference: 'generated/site/reference.md',
  scopes: 'generated/site/scopes.md',
  limits: 'generated/site/limits.md',
  lifetimes: 'generated/site/lifetimes.md',
  truth: 'generated/site/truth.md',
  divergences: 'docs/divergences.md',
  changelog: 'CHANGELOG.md',
}

/** What the process that is asked has counted: it stands on one page, `truth`. */
export type LiveFigures = { readonly since: Date; counts(): Readonly<Record<string, number>> }

/**
 * A page of the documentation as Markdown.
 *
 * @param page  its name, or `errors/<code>`
 * @param live  left out where the page has none of it
 * @returns null when there is no such page
 */
export function siteMarkdown(page: string, issuer: string, live?: LiveFigures): string | null {
  if (page.startsWith('errors/')) {
    const code = page.slice('errors/'.length)
    return isErrorCode(code) ? errorMarkdown(code) : null
  }
  if (!slugs.has(page)) return null
  if (page === 'errors') return errorsMarkdown()
  const file = elsewhere[page] ?? `docs/site/${page}.md`
  const text = readFileSync(`${root}/${file}`, 'utf8').replaceAll(writtenIssuer, issuer)
  return live === undefined ? text : text.replace('<!-- live -->', () => liveWords(live))
}

function liveWords(live: LiveFigures): string {
  const start = live.since.toISOString().replace(/\.\d+Z$/, 'Z')
  const broken = Object.entries(live.counts())
  if (broken.length === 0)
    return `Since ${start}, when it started, no answer of this process has broken the contract.`
  const rows = broken.map(([operation, times]) => `| \`${operation}\` | ${times} |`)
  return `Answers of this process that broke the contract since ${start}, when it started:\n\n| operation | times |\n|---|---|\n${rows.join('\n')}`
}

const rendered = new Map<string, { readonly markdown: string; readonly html: string }>()

/** A page of the documentation for people, made once for an issuer and anew when its figures change; null when there is none. */
export function renderSitePage(page: string, issuer: string, live?: LiveFigures): string | null {
  const key = `${issuer} ${page}`
  const known = rendered.get(key)
  if (known !== undefined && page !== 'truth') return known.html
  const markdown = siteMarkdown(page, issuer, live)
  if (known !== undefined && known.markdown === markdown) return known.html
  // The reference itself is drawn by a script; here it is for programs only.
  if (markdown === null || page === 'reference') return null
  const content = renderMarkdown(markdown, pathOf)
  const html = deliveredLook.render('sitePage', {
    title: titleOf(markdown),
    content,
    here: page,
    nav: navigation(),
  })
  rendered.set(key, { markdown, html })
  return html
}

/** The path of what a page links to: of a page of ours, of anything absolute; null for a file that is not served. */
function pathOf(href: string): string | null {
  if (/^(?:https?:|mailto:|#|\/)/.test(href)) return href
  const slug = /([\w-]+)\.md(?:#.*)?$/.exec(href)?.[1] ?? ''
  return slugs.has(slug) ? `/docs/${slug}` : null
}

type Link = { readonly page: string; readonly path: string; readonly title: string }

let links: readonly { readonly name: string; readonly pages: readonly Link[] }[] | undefined

/** What every page leads to. */
export function navigation(): NonNullable<typeof links> {
  links ??= siteGroups.map(({ name, pages }) => ({
    name,
    pages: pages.map((page) => ({
      page,
      path: page === 'index' ? '/docs' : `/docs/${page}`,
      title: titleOf(siteMarkdown(page, writtenIssuer) ?? page),
    })),
  }))
  return links
}

function titleOf(markdown: string): string {
  return /^# (.+)$/m.exec(markdown)?.[1]?.replaceAll('`', '') ?? 'Documentation'
}

/** `/llms.txt`: what this is, and every page as Markdown. */
export function siteList(issuer: string): string {
  const line = ({ page, title }: Link) => `- [${title}](${issuer}/docs/${page}.md)`
  const groups = navigation().map(({ name, pages }) => `## ${name}\n\n${pages.map(line).join('\n')}`)
  const errors = errorCodes.map((code) => `- [${code}](${issuer}/docs/errors/${code}.md)`)
  return `# Latchkey

> An OAuth 2 and OpenID Connect identity service, made from one OpenAPI 3.1 contract that it enforces both ways.

The contract itself: [openapi.json](${issuer}/openapi.json). Discovery: ${issuer}/.well-known/openid-configuration

${groups.join('\n\n')}

## Errors

${errors.join('\n')}
`
}
