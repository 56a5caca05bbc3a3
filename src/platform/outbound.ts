import type { LookupAddress } from 'node:dns'
import { lookup as systemLookup, Resolver } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { getCACertificates } from 'node:tls'
import { callbackify } from 'node:util'
import { addressBytes } from '../domain/address.ts'
import { checkFetchedUri, isAllowedHost, isPublicAddress, type OutboundRules } from '../domain/outbound.ts'

/** Why a call did not bring what it was made for: for the log. */
export type OutboundTrouble =
  | 'refused URL'
  | 'refused address'
  | 'unknown host'
  | 'too many calls at once'
  | 'too slow'
  | 'too large'
  | 'no connection'
  | 'wrong status'
  | 'no JSON'

/** A URL of somebody else's did not answer as it should. It says nothing of what came back. */
export class OutboundFailure extends Error {
  override readonly name = 'OutboundFailure'
  readonly trouble: OutboundTrouble

  constructor(trouble: OutboundTrouble, options?: ErrorOptions) {
    super(`outbound call failed: ${trouble}`, options)
    this.trouble = trouble
  }
}

/**
 * The only way out to URLs that somebody else wrote down (`jwks_uri`, `sector_identifier_uri`, logout URIs): public https
 * hosts, and what the operator allows. Redirects are not followed, answers are small and come soon, and whoever's URL is
 * called has few calls under way, so that a dead one costs its own client.
 *
 * @throws OutboundFailure  from every method
 */
export type Outbound = {
  /** Gets a JSON document. `owner` is the client whose URL it is. */
  getJson(uri: string, owner: string): Promise<unknown>
  /** Posts a form, and returns the status of the answer, whose body is not read. */
  postForm(uri: string, owner: string, form: Readonly<Record<string, string>>): Promise<number>
}

/** Finds the addresses of a host name; rejects when there are none. */
export type Resolve = (hostname: string) => Promise<readonly string[]>

/** What the way out is made of. */
export type OutboundSettings = {
  readonly rules: OutboundRules
  /** certificates, PEM, that are trusted besides those of the system; null: none */
  readonly certificates: string | null
  /** how public names are found; default: DNS */
  readonly resolve?: Resolve
}

/** The whole call, from the name to the last byte. */
const timeLimitMs = 3_000
const mostBytes = 256 * 1024
/** For each client, so that one whose server hangs waits for itself; and all together. */
const mostOfOwner = 2
const mostAtOnce = 64

type Call = {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Opens the way out. */
export function createOutbound({ rules, certificates, resolve = resolvePublic }: OutboundSettings): Outbound {
  const running = new Map<string, number>()
  let total = 0
  const trusted = certificates === null ? undefined : [...getCACertificates('default'), certificates]

  /** Counts the call while it is under way. */
  async function counted<T>(owner: string, work: () => Promise<T>): Promise<T> {
    const mine = running.get(owner) ?? 0
    if (mine >= mostOfOwner || total >= mostAtOnce) throw new OutboundFailure('too many calls at once')
    running.set(owner, mine + 1)
    total += 1
    try {
      return await work()
    } finally {
      total -= 1
      const left = running.get(owner)! - 1
      if (left === 0) running.delete(owner)
      else running.set(owner, left)
    }
  }

  async function call<T>(uri: string, owner: string, options: Call, read: Read<T>): Promise<T> {
    if (checkFetchedUri(uri, rules) !== null) throw new OutboundFailure('refused URL')
    const url = new URL(uri)
    const isAllowed = isAllowedHost(url, rules)
    return counted(owner, async () => {
      const limit = AbortSignal.timeout(timeLimitMs)
      const late = new Promise<never>((_resolve, reject) => {
        limit.addEventListener('abort', () => reject(new OutboundFailure('too slow')), { once: true })
      })
      const find = isAllowed ? findAnywhere : resolve
      return Promise.race([exchange(url, options, { isAllowed, find, trusted, limit }, read), late])
    })
  }

  return {
    getJson: (uri, owner) =>
      call(uri, owner, { method: 'GET', headers: { accept: 'application/json' } }, readJson),
    postForm(uri, owner, form) {
      const body = new URLSearchParams(form).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*' }
      return call(uri, owner, { method: 'POST', headers, body }, readStatus)
    },
  }
}

type Read<T> = (answer: IncomingMessage) => Promise<T>

type Way = {
  readonly isAllowed: boolean
  readonly find: Resolve
  readonly trusted: string[] | undefined
  readonly limit: AbortSignal
}

/** One request on a connection of its own: nothing is shared with the calls of others. */
function exchange<T>(url: URL, { method, headers, body }: Call, way: Way, read: Read<T>): Promise<T> {
  const { isAllowed, limit, trusted } = way
  return new Promise<T>((resolve, reject) => {
    const fail = (error: unknown) => reject(asFailure(error))
    const options: RequestOptions & { ca?: string[] } = {
      method,
      agent: false,
      signal: limit,
      lookup: guardedLookup(way),
      headers: {
        ...headers,
        'user-agent': 'Latchkey',
        'accept-encoding': 'identity',
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
      },
      ...(trusted !== undefined && { ca: trusted }),
    }
    const request = url.protocol === 'https:' ? httpsRequest(url, options) : httpRequest(url, options)
    // The address that is really talked to has the last word; before it has it, nothing is sent.
    request.on('socket', (socket) => {
      if (!isAllowed) socket.on('connect', () => checkPeer(socket))
    })
    request.on('error', fail)
    request.on('response', (answer) => {
      answer.on('error', fail)
      read(answer)
        .then(resolve, fail)
        .finally(() => request.destroy())
    })
    request.end(body)
  })
}

function checkPeer(socket: Socket): void {
  if (!isPublicAddress(socket.remoteAddress ?? '')) socket.destroy(new OutboundFailure('refused address'))
}

/**
 * Looks names up for the connection itself: what is checked here is what is connected to, so a name that leads elsewhere the
 * second time gains nothing. One address that is not public spoils the name.
 */
function guardedLookup({ find, isAllowed }: Way): LookupFunction {
  const search = async (hostname: string): Promise<LookupAddress[]> => {
    const addresses = await find(hostname).catch((error: unknown) => {
      throw new OutboundFailure('unknown host', { cause: error })
    })
    const isRefused = addresses.length === 0 || (!isAllowed && !addresses.every(isPublicAddress))
    if (isRefused) throw new OutboundFailure('refused address')
    return addresses.map((address) => ({ address, family: familyOf(address) }))
  }
  const searchAsNode = callbackify(search)
  return (hostname, options, callback) =>
    searchAsNode(hostname, (error, found) => {
      if (error !== null) return callback(error, '')
      return options.all === true
        ? callback(null, found)
        : callback(null, found[0]!.address, found[0]!.family)
    })
}

function familyOf(address: string): 4 | 6 {
  return addressBytes(address)?.length === 4 ? 4 : 6
}

/**
 * Asks DNS without the thread pool, in which the system's own look-up would wait: names of strangers, with name servers of
 * strangers, must not keep password hashes waiting.
 */
async function resolvePublic(hostname: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 1_000, tries: 2 })
  const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)])
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  if (found.length === 0) throw new OutboundFailure('unknown host')
  return found
}

/** What the operator allows is looked up as the system does it: it may stand in the hosts file. */
async function findAnywhere(hostname: string): Promise<readonly string[]> {
  return (await systemLookup(hostname, { all: true })).map(({ address }) => address)
}

async function readJson(answer: IncomingMessage): Promise<unknown> {
  if (answer.statusCode !== 200) throw new OutboundFailure('wrong status')
  if ((answer.headers['content-encoding'] ?? 'identity') !== 'identity') throw new OutboundFailure('no JSON')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) throw new OutboundFailure('too large')
    chunks.push(chunk)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) as unknown
  } catch (error) {
    throw new OutboundFailure('no JSON', { cause: error })
  }
}

async function readStatus(answer: IncomingMessage): Promise<number> {
  return answer.statusCode ?? 0
}

function asFailure(error: unknown): OutboundFailure {
  if (error instanceof OutboundFailure) return error
  const isLate = error instanceof Error && error.name === 'AbortError'
  return new OutboundFailure(isLate ? 'too slow' : 'no connection', { cause: error })
}
