import { addressBytes } from './address.ts'

/** A host that may be called wherever it is, and by plain http: what the operator wrote down. Null: every port of it. */
export type AllowedHost = { readonly host: string; readonly port: number | null }

/** What the operator lets us call besides public https. */
export type OutboundRules = { readonly allowedHosts: readonly AllowedHost[] }

const maxLength = 2048

/**
 * Networks that no URL of a stranger may lead to (RFC 6890, the IANA special-purpose registries): this machine, the machines
 * beside it, and everything that is not one machine.
 */
const specialIpv4: readonly (readonly [first: readonly number[], bits: number])[] = [
  [[0, 0, 0, 0], 8],
  [[10, 0, 0, 0], 8],
  [[100, 64, 0, 0], 10],
  [[127, 0, 0, 0], 8],
  [[169, 254, 0, 0], 16],
  [[172, 16, 0, 0], 12],
  [[192, 0, 0, 0], 24],
  [[192, 0, 2, 0], 24],
  [[192, 31, 196, 0], 24],
  [[192, 52, 193, 0], 24],
  [[192, 88, 99, 0], 24],
  [[192, 168, 0, 0], 16],
  [[192, 175, 48, 0], 24],
  [[198, 18, 0, 0], 15],
  [[198, 51, 100, 0], 24],
  [[203, 0, 113, 0], 24],
  [[224, 0, 0, 0], 3],
]

/** The part of IPv6 that is handed out to machines; mapped, translated (NAT64), local and multicast addresses lie outside. */
const globalIpv6: readonly [first: readonly number[], bits: number] = [[0x20], 3]

/** What lies inside all the same: protocols (Teredo among them), documentation, 6to4, which hide an IPv4 address. */
const specialIpv6: readonly (readonly [first: readonly number[], bits: number])[] = [
  [[0x20, 0x01, 0x00], 23],
  [[0x20, 0x01, 0x0d, 0xb8], 32],
  [[0x20, 0x02], 16],
  [[0x26, 0x20, 0x00, 0x4f, 0x80, 0x00], 48],
  [[0x3f, 0xff, 0x00], 20],
]

/** True for the address of a machine in the public Internet; false for every other, and for what is no address. */
export function isPublicAddress(address: string): boolean {
  const bytes = addressBytes(address)
  if (bytes === null) return false
  const isIn = ([first, bits]: readonly [readonly number[], number]) => startsWith(bytes, first, bits)
  if (bytes.length === 4) return !specialIpv4.some(isIn)
  return isIn(globalIpv6) && !specialIpv6.some(isIn)
}

function startsWith(bytes: readonly number[], first: readonly number[], bits: number): boolean {
  for (let bit = 0; bit < bits; bit += 8) {
    const mask = bits - bit >= 8 ? 0xff : (0xff << (8 - (bits - bit))) & 0xff
    if (((bytes[bit / 8] ?? 0) & mask) !== ((first[bit / 8] ?? 0) & mask)) return false
  }
  return true
}

/** True where the operator allows the very host and port of a URL. */
export function isAllowedHost(url: URL, { allowedHosts }: OutboundRules): boolean {
  const port = Number(url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : url.port)
  return allowedHosts.some((each) => each.host === url.hostname && (each.port ?? port) === port)
}

/**
 * Decides whether a URL may be called by us, as far as its text tells: https, a public host, the one spelling of it. Where
 * its name leads is looked at when the connection is made.
 *
 * @returns what it must be, or null when it may
 */
export function checkFetchedUri(uri: string, rules: OutboundRules): string | null {
  const spelling = checkSpelling(uri)
  if (spelling !== null) return spelling
  const url = new URL(uri)
  if (isAllowedHost(url, rules)) return null
  if (url.protocol !== 'https:') return 'must use https'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isAddress = addressBytes(host) !== null
  if (isAddress ? !isPublicAddress(host) : !isPublicName(host)) return 'must name a public host'
  return null
}

/**
 * Decides whether a URL may be shown as a link or opened by a browser: https, without anything that a reader would take for
 * something else.
 *
 * @returns what it must be, or null when it may
 */
export function checkLink(uri: string): string | null {
  return checkSpelling(uri) ?? (uri.startsWith('https:') ? null : 'must use https')
}

function checkSpelling(uri: string): string | null {
  if (uri.length > maxLength) return `must be at most ${maxLength} characters`
  if (!/^https?:\/\/(?:[A-Za-z0-9._~:/?[\]!$&'()*+,;=@-]|%[0-9A-Fa-f]{2})+$/.test(uri))
    return 'must be an https URL without fragment'
  const url = URL.parse(uri)
  if (url === null || (url.href !== uri && url.href !== `${uri}/`))
    return 'must be written in its normal form'
  if (/^[^:]*:\/\/[^/?]*@/.test(uri)) return 'must not have user information'
  return url.hostname.endsWith('.') ? 'must not have a host that ends with a dot' : null
}

/** Names that never lead into the public Internet (RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`) or have one label only. */
function isPublicName(host: string): boolean {
  return (
    host.includes('.') && !/(?:^|\.)(?:localhost|local|internal|home\.arpa|test|invalid|onion)$/.test(host)
  )
}
