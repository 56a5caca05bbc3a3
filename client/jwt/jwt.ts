import { fromBase64url } from './base64url.ts'

/** A signed JWT, taken apart (RFC 7519, RFC 7515 §7.1). Nothing of it is proven yet. */
export type Jwt = {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  /** what was signed */
  readonly signed: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
}

/** Takes a compact JWT apart; null when it is none, or asks for an extension (`crit`, RFC 7515 §4.1.11): none is known here. */
export function parseJwt(token: string): Jwt | null {
  const parts = token.split('.')
  const [header, claims] = [readObject(parts[0]), readObject(parts[1])]
  const signature = fromBase64url(parts[2] ?? '')
  if (parts.length !== 3 || header === null || claims === null || signature === null) return null
  if ('crit' in header) return null
  return { header, claims, signed: new TextEncoder().encode(`${parts[0]}.${parts[1]}`), signature }
}

function readObject(part: string | undefined): Record<string, unknown> | null {
  const bytes = fromBase64url(part ?? '')
  if (bytes === null) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

/** The values of `aud`: one or a list (RFC 7519 §4.1.3). */
export function audiencesOf({ aud }: Jwt['claims']): readonly unknown[] {
  return Array.isArray(aud) ? (aud as unknown[]) : [aud]
}

/** Seconds since 1970. */
export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000)
}
