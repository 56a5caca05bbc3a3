/** How many leading bits of an address say whose it is. */
export type PrefixBits = { readonly ipv4: number; readonly ipv6: number }

/** What cannot be read as an address (a proxy that forwards nonsense) is one network: it is counted, and gains nothing. */
const unknownNetwork = 'unknown'

/**
 * The network that an address belongs to, for counting: one spelling per network, whatever the spelling of the address.
 * An IPv4 address inside an IPv6 one (`::ffff:192.0.2.1`, RFC 4291 §2.5.5.2) is that IPv4 address. A port, as some proxies
 * write it into `X-Forwarded-For`, and a zone (`%eth0`) are ignored.
 *
 * @returns e.g. `192.0.2.0/24` or `2001:db8:0:0:0:0:0:0/48`
 */
export function networkOf(address: string, bits: PrefixBits): string {
  const text = withoutPort(address.trim())
  const bytes = ipv4Bytes(text) ?? unmapped(ipv6Bytes(text))
  if (bytes === null) return unknownNetwork
  const isIpv4 = bytes.length === 4
  const prefix = isIpv4 ? bits.ipv4 : bits.ipv6
  const network = bytes.map((byte, index) => byte & maskOf(prefix - 8 * index))
  return `${isIpv4 ? network.join('.') : groupsOf(network).join(':')}/${prefix}`
}

/** Most addresses by far; they need none of the work that the others do. */
const plainIpv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/

/**
 * An address as it is kept and shown to its owner: without port and zone, and never a text of a stranger's, which a proxy
 * that is trusted may pass on as it came.
 *
 * @returns `unknown` for what cannot be read as an address
 */
export function plainAddress(address: string): string {
  if (plainIpv4.test(address)) return address
  const text = withoutPort(address.trim())
  return addressBytes(text) === null ? unknownNetwork : text
}

/** The 4 or 16 bytes of an IP address, spelled as the system spells it, without port and zone; null for any other text. */
export function addressBytes(text: string): readonly number[] | null {
  return ipv4Bytes(text) ?? ipv6Bytes(text)
}

/** The byte that keeps so many leading bits. */
function maskOf(bits: number): number {
  return bits >= 8 ? 0xff : bits <= 0 ? 0 : (0xff << (8 - bits)) & 0xff
}

function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1]
  const plain = bracketed ?? text.replace(/^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/, '$1')
  return plain.replace(/%[\w.-]{1,32}$/, '')
}

function ipv4Bytes(text: string): number[] | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return null
  const bytes = text.split('.').map(Number)
  return bytes.every((byte) => byte <= 255) ? bytes : null
}

/** The sixteen bytes of an IPv6 address (RFC 4291 §2.2); null when it is none. */
function ipv6Bytes(text: string): number[] | null {
  if (text.length > 45) return null
  const [head = '', tail, ...more] = text.split('::')
  if (more.length > 0) return null
  const before = groupBytes(head, tail === undefined)
  const after = groupBytes(tail ?? '', true)
  if (before === null || after === null) return null
  const missing = 16 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 2) return null
  return [...before, ...Array.from({ length: missing }, () => 0), ...after]
}

/** The bytes of groups separated by colons. At the end of the whole address the last one may be an IPv4 address. */
function groupBytes(text: string, isEnd: boolean): number[] | null {
  if (text === '') return []
  const groups = text.split(':')
  const last = isEnd ? ipv4Bytes(groups.at(-1)!) : null
  const hex = last === null ? groups : groups.slice(0, -1)
  if (!hex.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null
  const bytes = hex.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff])
  return last === null ? bytes : [...bytes, ...last]
}

function unmapped(bytes: number[] | null): number[] | null {
  const isMapped = bytes?.every((byte, index) => index >= 12 || byte === (index < 10 ? 0 : 0xff)) === true
  return isMapped ? bytes.slice(12) : bytes
}

function groupsOf(bytes: readonly number[]): string[] {
  return Array.from({ length: 8 }, (_, group) =>
    ((bytes[2 * group]! << 8) | bytes[2 * group + 1]!).toString(16),
  )
}
