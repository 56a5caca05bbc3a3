import { isIP } from 'node:net'
import { parseEmail } from '../domain/account/email.ts'
import type { AllowedHost } from '../domain/outbound.ts'

/**
 * What a text became, or what it has to be instead: the rest of a sentence that begins with the setting's
 * name.
 */
export type Parsed<T> = { readonly value: T } | { readonly error: string }

/**
 * A kind of value: how the docs describe its form, and how its text is read. The text is trimmed and never
 * empty.
 */
export type Kind<T> = { readonly form: string; readonly parse: (text: string) => Parsed<T> }

/** A whole number within bounds, both included. */
export function integer(least: number, most: number): Kind<number> {
  const form = `whole number, ${least}–${most}`
  return {
    form,
    parse(text) {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
      if (value >= least && value <= most) return { value }
      return { error: `must be a whole number from ${least} to ${most}` }
    },
  }
}

/** One of a few words. */
export function choice<const T extends string>(...words: readonly T[]): Kind<T> {
  return {
    form: words.map((word) => `\`${word}\``).join(', '),
    parse(text) {
      const value = words.find((word) => word === text)
      return value === undefined ? { error: `must be one of ${words.join(', ')}` } : { value }
    },
  }
}

/** Text without further rules, e.g. a path. */
export function anyText(form: string): Kind<string> {
  return { form, parse: (value) => ({ value }) }
}

/** Items separated by commas; empty ones are skipped, repeated ones refused. */
export function list<T>(item: Kind<T>): Kind<readonly T[]> {
  return {
    form: `list of: ${item.form}`,
    parse(text) {
      const items = text.split(',').map((part) => part.trim())
      const given = items.filter((part) => part !== '')
      if (new Set(given).size < given.length) return { error: 'must not name anything twice' }
      const values: T[] = []
      for (const parsed of given.map((part) => item.parse(part))) {
        if ('error' in parsed)
          return { error: `is a list separated by commas, in which each item ${parsed.error}` }
        values.push(parsed.value)
      }
      return { value: values }
    },
  }
}

/** An address or a host name to listen on. */
export const listenHost: Kind<string> = {
  form: 'IP address or host name',
  parse(text) {
    if (isIP(text) !== 0 || /^(?!-)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*$/.test(text))
      return { value: text }
    return { error: 'must be an IP address or a host name, without port and scheme' }
  },
}

/** A URL of a server, which may hold a password. Its text is kept as it is. */
export function serverUrl(...schemes: readonly string[]): Kind<string> {
  const wanted = schemes.map((scheme) => `${scheme}://`)
  return {
    form: wanted.map((start) => `\`${start}…\``).join(' or '),
    parse(text) {
      if (!wanted.some((start) => text.startsWith(start)))
        return { error: `must be a URL that starts with ${wanted.join(' or ')}` }
      if (URL.canParse(text)) return { value: text }
      return { error: 'is no URL: a password in it has to be percent-encoded (/ as %2F)' }
    },
  }
}

/** Where a collector takes traces: a URL that holds no password, because it is shown. Its text is kept as it is. */
export const collectorUrl: Kind<string> = {
  form: '`http://…` or `https://…`',
  parse(text) {
    const url = parseWebUrl(text)
    if (!url || url.hash !== '') return { error: 'must be a URL such as http://collector.example.com:4318' }
    return url.username === '' && url.password === ''
      ? { value: text }
      : { error: 'must hold no user name and no password: OTEL_EXPORTER_OTLP_HEADERS can' }
  },
}

/** `name=value` separated by commas, values percent-encoded where they need it (W3C Baggage §3.3). */
export const pairs: Kind<Readonly<Record<string, string>>> = {
  form: 'list of `name=value`',
  parse(text) {
    const error = 'must be a list of name=value separated by commas, with `%` encodings in values'
    const values: Record<string, string> = {}
    for (const part of text.split(',').filter((each) => each.trim() !== '')) {
      const [, name = '', value = ''] = /^\s*([\w.!#$&'*+^`|~-]+)\s*=\s*([\x21-\x7E ]*?)\s*$/.exec(part) ?? []
      if (name === '' || !/^(?:[^%]|%[0-9a-fA-F]{2})*$/.test(value)) return { error }
      try {
        values[name] = decodeURIComponent(value)
      } catch {
        return { error }
      }
    }
    return { value: values }
  },
}

/** A share of something, both ends included. */
export const share: Kind<number> = {
  form: 'number, 0–1',
  parse(text) {
    const value = /^\d{1,3}(?:\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN
    return value >= 0 && value <= 1 ? { value } : { error: 'must be a number from 0 to 1' }
  },
}

/**
 * A mail server: host, port (587, or 465 for `smtps`), perhaps a login, and nothing else but `?tls=none`, with which the
 * server need not offer STARTTLS.
 */
export const smtpUrl: Kind<string> = {
  form: '`smtp://…` or `smtps://…`',
  parse(text) {
    const url = /^smtps?:\/\//.test(text) ? URL.parse(text) : null
    if (url === null || !/^[\w.:[\]-]+$/.test(url.hostname))
      return { error: 'must be a URL such as smtp://user:password@mail.example.com:587' }
    const isPlain = url.protocol === 'smtp:' && url.search === '?tls=none'
    if (!['', '/'].includes(url.pathname) || url.hash !== '' || !(url.search === '' || isPlain))
      return { error: 'must have no path and no parameter but tls=none, which goes with smtp:// only' }
    return { value: text }
  },
}

/** Who mails are from: a name for people, and an address. */
export type Mailbox = { readonly name: string; readonly address: string }

/** `no-reply@example.com` or `Name <no-reply@example.com>`; the name without signs that mail headers read as something else. */
export const mailbox: Kind<Mailbox> = {
  form: 'address, or `Name <address>`',
  parse(text) {
    const [, name = '', bracketed] = /^([^<>"\\,;:@\p{C}]{1,100}) <([^<>]+)>$/u.exec(text) ?? []
    const address = bracketed ?? text
    if (parseEmail(address) !== null) return { value: { name: name.trim(), address } }
    return { error: 'must be an address such as no-reply@example.com, or Name <no-reply@example.com>' }
  },
}

/** A web origin (RFC 6454 §6.2), spelled exactly as a browser sends it. */
export const origin: Kind<string> = {
  form: 'origin such as `https://app.example.com`',
  parse(text) {
    const url = parseWebUrl(text)
    if (!url)
      return { error: 'must be an origin such as https://app.example.com; * and null are not possible' }
    return url.origin === text
      ? { value: text }
      : { error: `must be spelled like a browser does: ${url.origin}` }
  },
}

/**
 * An issuer identifier (RFC 8414 §2): https unless its host is loopback. Its path is made of characters that are never
 * escaped, so that there is one way to write it. Clients compare it letter by letter: it is not repaired but refused.
 */
export const issuer: Kind<string> = {
  form: 'URL without a slash at its end, `https` unless its host is loopback',
  parse(text) {
    const url = parseWebUrl(text)
    if (!url) return { error: 'must be a URL such as https://auth.example.com' }
    if (url.search !== '' || url.hash !== '' || /[?#]/.test(text))
      return { error: 'must have no query and no fragment' }
    if (url.username !== '' || url.password !== '') return { error: 'must hold no user name and no password' }
    if (!/^(?:\/[A-Za-z0-9][\w.~-]*)*\/?$/.test(url.pathname))
      return { error: 'may have a path of ASCII letters, digits, `-`, `.`, `_` and `~`, such as /auth' }
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
      return {
        error: `must start with https:// (plain http is for loopback hosts only), e.g. https://${url.host}`,
      }
    }
    const written = `${url.origin}${url.pathname.replace(/\/$/, '')}`
    return written === text ? { value: text } : { error: `must be written as ${written}` }
  },
}

/** Whether a URL's host is this machine: `localhost` and names under it (RFC 6761 §6.3), 127.0.0.0/8, ::1. */
export function isLoopback(hostname: string): boolean {
  if (/^127\.\d+\.\d+\.\d+$/.test(hostname)) return isIP(hostname) === 4
  return hostname === '[::1]' || hostname === 'localhost' || hostname.endsWith('.localhost')
}

/** A host, of which every port or only the named one may be called. */
export const allowedHost: Kind<AllowedHost> = {
  form: 'host or `host:port`',
  parse(text) {
    const [, host = '', digits] = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(?::(\d{1,5}))?$/.exec(text) ?? []
    const url = host === '' ? null : URL.parse(`http://${host}`)
    const port = digits === undefined ? null : Number(digits)
    if (url === null || (port !== null && (port < 1 || port > 65_535)))
      return { error: 'must be a host such as app.example.com, 127.0.0.1:8443 or [::1]:8443, without scheme' }
    return { value: { host: url.hostname, port } }
  },
}

/**
 * Whom to believe about `X-Forwarded-For`: nobody, the last so many proxies, or proxies at these addresses.
 */
export type TrustProxy = false | number | readonly string[]

/** `false`, a number of hops, or addresses and networks. */
export const trustProxy: Kind<TrustProxy> = {
  form: '`false`, number of proxies 1–10, or list of IP addresses and CIDR networks',
  parse(text) {
    if (text === 'false' || text === '0') return { value: false }
    if (/^\d+$/.test(text)) return integer(1, 10).parse(text)
    const networks = list(network).parse(text)
    if ('value' in networks) return networks
    return {
      error:
        'must be false, the number of proxies in front (1 to 10), or their addresses, e.g. 10.0.0.0/8,::1',
    }
  },
}

const network: Kind<string> = {
  form: 'IP address or CIDR network',
  parse(text) {
    const [address = '', prefix, more] = text.split('/')
    const version = isIP(address)
    const bits = prefix === undefined ? 1 : /^\d{1,3}$/.test(prefix) ? Number(prefix) : 0
    // A prefix of 0 would believe everybody.
    const isNetwork = version !== 0 && more === undefined && bits >= 1 && bits <= (version === 4 ? 32 : 128)
    return isNetwork ? { value: text } : { error: 'must be an IP address or a network' }
  },
}

function parseWebUrl(text: string): URL | null {
  if (!/^https?:\/\//i.test(text)) return null
  const url = URL.parse(text)
  // The parser lets a star through, and an origin with one looks like a pattern that we do not have.
  return url?.hostname.includes('*') ? null : url
}
