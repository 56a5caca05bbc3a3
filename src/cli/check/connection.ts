import { reasonOf } from '../doctor/finding.ts'
import type { SeenAnswer } from './answers.ts'

/** A request of the check. */
export type CheckRequest = {
  readonly method: string
  /** after the URL of the deployment */
  readonly path: string
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  /** sent exactly as it is written */
  readonly json?: string
}

/** The way to the deployment that is checked. */
export type Connection = {
  readonly url: string
  /** @throws Unreachable when there is no answer in time, when it is too long, or when too many were asked for */
  readonly ask: (request: CheckRequest) => Promise<SeenAnswer>
  /** how many requests were sent */
  readonly count: () => number
}

/** The deployment did not answer, not in a way that can be read, or no more of us: what comes after it cannot be asked. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

const patienceMs = 10_000
const longestBody = 8 * 1024 * 1024
const mostRequests = 900

/** Requests go out one after the other; redirects are answers like any other and are not followed. */
export function connect(url: string): Connection {
  let asked = 0
  return {
    url,
    count: () => asked,
    async ask({ method, path, token, headers, json }) {
      asked += 1
      if (asked > mostRequests) throw new Unreachable(`more than ${mostRequests} requests: given up`)
      try {
        const response = await fetch(url + path, {
          method,
          redirect: 'manual',
          signal: AbortSignal.timeout(patienceMs),
          headers: {
            accept: '*/*',
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...(json !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(json !== undefined && { body: json }),
        })
        if (response.status === 429) throw new Unreachable(limitIn(response))
        return await read(response)
      } catch (error) {
        throw error instanceof Unreachable ? error : new Unreachable(`no answer: ${reasonOf(error)}`)
      }
    },
  }
}

/** A 429 is no answer to what was asked: the contract lets every operation give it. */
function limitIn({ headers }: Response): string {
  const wait = /^\d{1,9}$/.exec(headers.get('retry-after') ?? '')?.[0]
  return `429, the limit of calls for this address or account is used up: check again ${wait === undefined ? 'later' : `in ${wait} s`}`
}

async function read(response: Response): Promise<SeenAnswer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > longestBody) throw new Unreachable(`an answer of more than ${longestBody} bytes`)
    parts.push(part)
  }
  const text = Buffer.concat(parts).toString()
  const cookies = response.headers.getSetCookie()
  const headers = Object.fromEntries<string | string[]>(response.headers)
  if (cookies.length > 0) headers['set-cookie'] = cookies
  return { status: response.status, headers, text, body: parse(text) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
