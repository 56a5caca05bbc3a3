import { kindOfSecret, secretPrefixes, type SecretKind } from './token/secret.ts'

/** JWTs we make, by the `typ` of their header. */
const jwtKinds: Readonly<Record<string, string>> = {
  'at+jwt': 'an access token (JWT)',
  'session+jwt': 'a session token (JWT)',
  JWT: 'a JWT such as an ID token',
}

/** How long a text is, in words. */
export function charactersOf(text: string): string {
  return text.length === 1 ? '1 character' : `${text.length} characters`
}

/** Says by its form what a text is, without a character of what it hides: for pages of development. */
export function describeForm(text: string): string {
  const size = charactersOf(text)
  const trimmed = text.trim()
  const space = trimmed === text ? '' : ', with white space around it'
  const kind = kindOfSecret(trimmed)
  if (kind !== null) return `${wordsOf(kind)}, ${size}${space}`
  const jwt = jwtKind(trimmed)
  if (jwt !== null) return `${jwt}, ${size}${space}`
  const prefix = Object.values(secretPrefixes).find((each) => trimmed.startsWith(each))
  if (prefix === secretPrefixes.appId) return `an app_id (${prefix}…), ${size}${space}`
  if (prefix !== undefined) return `begins like ${prefix}…, but its checksum is wrong, ${size}${space}`
  if (text.includes('@')) return `an e-mail address or the like${space}`
  return `text, ${size}${space}`
}

/** True when a text is, or could be, something that must not be shown. */
export function looksSecret(text: string): boolean {
  const isPrefixed = Object.values(secretPrefixes).some(
    (prefix) => prefix !== secretPrefixes.appId && text.includes(prefix) && text.length > prefix.length + 8,
  )
  return isPrefixed || text.includes('@') || /eyJ[\w-]{8,}\./.test(text)
}

function wordsOf(kind: SecretKind): string {
  const words = kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words} (${secretPrefixes[kind]}…)`
}

/** Null when it is no JWT. */
function jwtKind(text: string): string | null {
  if (!/^eyJ[\w-]{8,2000}(?:\.[\w-]*){2,4}$/.test(text)) return null
  try {
    const header = JSON.parse(Buffer.from(text.split('.')[0]!, 'base64url').toString()) as { typ?: unknown }
    return jwtKinds[String(header.typ)] ?? 'a JWT of another kind'
  } catch {
    return null
  }
}
