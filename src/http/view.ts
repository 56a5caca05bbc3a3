import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { readLanguage } from '../domain/browser/cookie.ts'
import type { View } from '../pages/view.ts'
import { isForSignedIn, pageAround } from './browserSession.ts'
import { cookiesOf } from './cookies.ts'
import type { OperationEntry } from './operation.ts'

/** A request, as far as it tells how its page is to be shown. */
export type ViewRequest = Pick<FastifyRequest, 'method' | 'url' | 'headers' | 'body'>

/** How the page that answers a request is shown; its path is empty where no page answers. */
export function viewOf(
  request: ViewRequest,
  entry: Audience,
  { look, config }: Pick<Context, 'look' | 'config'>,
): View {
  return { look, languages: languagesOf(request, entry, config), path: pathOf(request, entry) }
}

type Audience = Pick<OperationEntry, 'audience' | 'security'>

/**
 * What the person reads: what they chose on our pages, where the operation is one of those, then what their browser says;
 * undefined: neither says anything.
 */
function languagesOf(
  { headers }: Pick<FastifyRequest, 'headers'>,
  { audience }: Audience,
  { issuer }: Pick<Context['config'], 'issuer'>,
): string | undefined {
  const chosen = audience === 'browser' ? readLanguage(cookiesOf(headers.cookie), issuer) : null
  const header = headers['accept-language']
  return chosen === null ? header : [chosen, header].filter((part) => part !== undefined).join(',')
}

/** What addresses a page: a form that is shown again stands where the GET of the same path shows it for the same thing. */
const addressing = ['transaction', 'token', 'return_to'] as const

function pathOf({ method, url, body }: ViewRequest, entry: Audience): string {
  if (entry.audience !== 'browser') return ''
  if (method === 'GET') return url
  if (isForSignedIn(entry)) return pageAround(url)
  const form = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>
  const query = addressing.flatMap((name): [string, string][] => {
    const value = form[name]
    return typeof value === 'string' ? [[name, value]] : []
  })
  const [path = '/'] = url.split('?')
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`
}
