import { createClient } from '../../client/index.ts'
import { readDeed, readGifts, thingOf, type Deed } from './deeds.ts'
import type { ServiceProcess } from './process.ts'

/** One request and what came of it. Everything secret in it is a digest. */
export type Entry = {
  /** whoever asked: a racer, a client of a load, a sweep */
  readonly who: string
  /** the node that was asked */
  readonly node: string
  /** method and path */
  readonly operation: string
  /** what the request did to what it showed: things by `kind:digest` */
  readonly deeds: readonly Deed[]
  /** what the answer gave, by `kind:digest` */
  readonly gave: readonly string[]
  /** 0: no answer came, or none that could be read to its end */
  readonly status: number
  /** the code of a refusal; `inactive` for a token that introspection does not know; null for anything else */
  readonly error: string | null
  /** what an error lacks of the contract's shape; null when nothing */
  readonly flaw: string | null
  /** milliseconds of `performance.now()` */
  readonly askedAt: number
  readonly answeredAt: number
}

/** Everything that was asked in a run, and everything that was answered. */
export type History = {
  readonly entries: readonly Entry[]
  /** The same service, each of whose requests and answers is written down. */
  watch<S extends Pick<ServiceProcess, 'as' | 'url'>>(service: S, node: string, who?: string): S
  /** From now on this may end, by a request that does not name it, such as the reset of somebody's password. */
  foresee(thing: string): void
  /** What stands behind a digest that an answer has given; null when no answer has. */
  secretOf(thing: string): string | null
}

/** Begins to write down. */
export function startHistory(): History {
  const entries: Entry[] = []
  const secrets = new Map<string, string>()
  const keep = (kind: string, secret: string) => {
    const thing = thingOf(kind, secret)
    secrets.set(thing, secret)
    return thing
  }
  return {
    entries,
    watch: (service, node, who = 'somebody') => ({
      ...service,
      as: (token?: string) => {
        const recorded = record(entries, keep, { node, who })
        return createClient({ baseUrl: service.url, token, retries: 0, fetch: recorded })
      },
    }),
    foresee(thing) {
      const [askedAt, deeds] = [performance.now(), [{ does: 'end', thing } as const]]
      const nothing = { gave: [], status: 0, error: null, flaw: null }
      entries.push({ who: 'test', node: '', operation: '', deeds, ...nothing, askedAt, answeredAt: askedAt })
    },
    secretOf: (thing) => secrets.get(thing) ?? null,
  }
}

/** Sends as `fetch` does, and writes down what was asked and answered, whether or not an answer came. */
function record(
  entries: Entry[],
  keep: (kind: string, secret: string) => string,
  asked: Pick<Entry, 'who' | 'node'>,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const body = await request.clone().text()
    const operation = `${request.method} ${new URL(request.url).pathname}`
    const deeds = readDeed(request, body)
    const askedAt = performance.now()
    const write = (outcome: Pick<Entry, 'gave' | 'status' | 'error' | 'flaw'>) =>
      entries.push({ ...asked, operation, deeds, ...outcome, askedAt, answeredAt: performance.now() })
    try {
      const response = await fetch(request)
      const text = await response.text()
      const answer = parse(text)
      const gave = response.ok ? readGifts(request, body, answer).map(([kind, is]) => keep(kind, is)) : []
      write({
        gave,
        status: response.status,
        error: errorOf(response, answer),
        flaw: flawOf(response, answer),
      })
      // What has no body may not be given one, not even an empty one.
      return new Response(text === '' ? null : text, response)
    } catch (error) {
      write({ gave: [], status: 0, error: null, flaw: null })
      throw error
    }
  }
}

/** What an answer may say, as far as a history is about it. */
type Answer = Readonly<Record<string, unknown>>

function parse(text: string): Answer {
  try {
    return (JSON.parse(text) as Answer | null) ?? {}
  } catch {
    return {}
  }
}

function errorOf(response: Response, answer: Answer): string | null {
  if (response.ok) return answer['active'] === false ? 'inactive' : null
  return typeof answer['error'] === 'string' ? answer['error'] : null
}

/** What every error has: RFC 6749 §5.2, RFC 9110 §10.2.3, §11.6.1, and a number by which the log knows the request. */
function flawOf({ status, headers }: Response, answer: Answer): string | null {
  if (status < 400) return null
  const { error, error_description: description, request_id: requestId } = answer
  if (headers.get('content-type')?.startsWith('application/json') !== true) return 'is no JSON'
  if (typeof error !== 'string' || !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(error)) return 'has no error code'
  if (typeof description !== 'string' || !/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/.test(description))
    return 'has no description'
  if (typeof requestId !== 'string' || requestId !== headers.get('x-request-id')) return 'has no request id'
  if (headers.get('cache-control') !== 'no-store') return 'may be cached'
  if (status === 401 && !/^(Bearer|Basic) realm="/.test(headers.get('www-authenticate') ?? ''))
    return 'has no challenge'
  if (status === 503 && error !== 'temporarily_unavailable') return 'does not say that it is for now'
  if (status === 503 && !(Number(headers.get('retry-after')) >= 1)) return 'does not say when to come back'
  if (status >= 500 && status !== 503) return 'is a failure of ours'
  return null
}
