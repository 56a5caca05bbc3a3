import { domainToASCII, domainToUnicode } from 'node:url'

/** An address that was understood. */
export type Email = {
  /** as its owner typed it, NFC: where mail goes and what people see */
  readonly email: string
  /** by which the account is found; unique */
  readonly emailKey: string
}

/**
 * Reads an e-mail address: a dot-atom (RFC 5321 §4.1.2, with the letters of RFC 6531 §3.3), `@` and a domain name. Quoted
 * local parts, comments, address literals and a dot at the end are refused: they are other spellings of what can be
 * written plainly, and two spellings are two accounts.
 *
 * The key ignores case everywhere and writes the domain in its ASCII form (RFC 5891). It merges nothing else: look-alike
 * letters, of one script or of several, `+tags` and dots in the local part stay different (no NFKC), since one person must not
 * reach another's account by a similar spelling. What nobody can see is refused, or two accounts would look the same.
 *
 * @returns null when it is none. Limits in octets: 64 for the local part, 253 for the domain, 254 together (RFC 5321 §4.5.3.1)
 */
export function parseEmail(text: string): Email | null {
  if (text.length > 1024 || !text.isWellFormed()) return null
  const email = text.normalize('NFC')
  const [local, domain, ...rest] = email.split('@')
  if (local === undefined || domain === undefined || rest.length > 0) return null
  const ascii = asciiDomain(domain)
  // Lower case can be longer, and has to be an address as well: people type it.
  const lowerLocal = local.toLowerCase().normalize('NFC')
  if (ascii === null || !isLocalPart(local) || !isLocalPart(lowerLocal)) return null
  const emailKey = `${lowerLocal}@${ascii}`
  // Both forms must fit, because mail servers get either.
  if ([email, `${local}@${ascii}`, emailKey].some((form) => Buffer.byteLength(form) > 254)) return null
  return { email, emailKey }
}

/**
 * Controls, format (zero width, direction), spaces, private and unassigned characters; and what is drawn as nothing although it
 * counts as a letter or a mark: fillers, variation selectors, the empty Braille pattern.
 */
const unseen = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Letters and signs of a dot-atom; no atom begins with a mark, which would be drawn on the dot or the @ before it. */
function isLocalPart(local: string): boolean {
  if (Buffer.byteLength(local) > 64 || unseen.test(local) || /(?:^|\.)\p{M}/u.test(local)) return false
  return local.split('.').every((atom) => /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+$/u.test(atom))
}

/**
 * The domain in ASCII, lower case; null when it is no host name (RFC 1123 §2.1, RFC 5890 §2.3). A domain that would become
 * another one on the way (full-width letters, invisible characters, `0x7f.1`) is refused, not repaired.
 */
function asciiDomain(domain: string): string | null {
  // The parser behind domainToASCII decodes percent signs and cuts at slashes: only host characters may reach it.
  if (!/^[A-Za-z0-9.\u0080-\u{10ffff}-]+$/u.test(domain)) return null
  const typed = domain.toLowerCase().normalize('NFC')
  const ascii = domainToASCII(domain)
  const unicode = domainToUnicode(ascii)
  if (ascii !== typed && unicode !== typed) return null
  // An xn-- label that decodes to nothing, or that nothing encodes to, is no domain anybody can have.
  if (/(?:^|\.)xn--/.test(unicode) || domainToASCII(unicode) !== ascii) return null
  return isHostName(ascii) ? ascii : null
}

function isHostName(ascii: string): boolean {
  const labels = ascii.split('.')
  if (ascii.length > 253 || (labels.length < 2 && ascii !== 'localhost')) return false
  // A last label of digits only is an IPv4 address, not a name (RFC 1123 §2.1).
  if (/^[0-9]+$/.test(labels.at(-1) ?? '')) return false
  return labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
}
