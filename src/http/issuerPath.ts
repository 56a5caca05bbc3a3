import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { issuerDocuments, issuerPath } from '../domain/issuer.ts'

/*
 * An issuer may have a path (RFC 8414 §2). Inside, everything is written as if it had none: routes, links of pages, the paths
 * that forms are bound to. Here, at the edge, the path comes off what arrives and is put before what leaves
 * (docs/decisions/0027-issuer-path.md).
 */

/** A path that no operation has. */
const nowhere = '/.nowhere'

/**
 * The URL that the router is asked for. What is not under the issuer's path is nowhere, so that nothing has two URLs; but
 * clients look for the documents about an issuer in front of its path, too.
 *
 * @param url   as it came: a path, or a whole URL (RFC 9112 §3.2.2)
 * @param path  the issuer's, not empty
 */
export function routedUrl(url: string, path: string): string {
  const target = url.replace(/^https?:\/\/[^/?#]*/i, '')
  const end = target.search(/[?#]|$/)
  const [asked, rest] = [target.slice(0, end), target.slice(end)]
  const document = issuerDocuments.find((name) => asked === `/.well-known/${name}${path}`)
  if (document !== undefined) return `/.well-known/${document}${rest}`
  if (asked === path) return `/${rest}`
  return asked.startsWith(`${path}/`) ? `${asked.slice(path.length)}${rest}` : nowhere
}

/**
 * Puts the issuer's path before the links of a page. Templates escape what they print, so that nothing but a link of ours
 * looks like one.
 *
 * @param page  HTML, or a Markdown page of the documentation
 */
export function placeLinks(page: string, kind: 'html' | 'markdown', path: string): string {
  const link = kind === 'html' ? /(\s(?:href|src|action)=")(?=\/(?!\/))/g : /(\]\()(?=\/(?!\/))/g
  return page.replaceAll(link, (start) => `${start}${path}`)
}

/** How the router is told of a path; an issuer without one costs no request anything. */
export function routeIssuer(issuer: string): Pick<FastifyServerOptions, 'rewriteUrl'> {
  const path = issuerPath(issuer)
  return path === '' ? {} : { rewriteUrl: ({ url = '/' }) => routedUrl(url, path) }
}

/** Places the links of every page as it leaves, whoever made it. */
export function placePages(app: FastifyInstance, issuer: string): void {
  const path = issuerPath(issuer)
  if (path === '') return
  app.addHook('onSend', (_request, reply, payload, done) => {
    const [, kind] = /^text\/(html|markdown)\b/.exec(String(reply.getHeader('content-type'))) ?? []
    if (kind === undefined || typeof payload !== 'string') return done()
    done(null, placeLinks(payload, kind as 'html' | 'markdown', path))
  })
}
