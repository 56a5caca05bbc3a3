import type { Refusal } from '../refusal.ts'
import type { Client } from './client.ts'
import { webOriginsOf } from './webOrigin.ts'

/**
 * Where an error page may lead somebody back to the app: a place that the app itself registered, and never one that only the
 * request names, so that no link to us becomes a link to anywhere (RFC 9700 §4.11.2).
 *
 * That is its home page (`client_uri`, RFC 7591 §2); else the start page of the site of its redirect URI. The redirect URI itself
 * is no place to go without an answer; with a private-use scheme it is no site, and where only its loopback port differs from what
 * was registered (RFC 8252 §7.3) a program may have listened there for a moment.
 *
 * @param redirectUri  of the request; undefined: it has none
 * @returns null: there is no such place
 */
export function wayBack(
  { clientUri, redirectUris }: Pick<Client, 'clientUri' | 'redirectUris'>,
  redirectUri: string | undefined,
): string | null {
  if (clientUri !== null) return clientUri
  if (redirectUri === undefined || !redirectUris.includes(redirectUri)) return null
  const [origin] = webOriginsOf([redirectUri])
  return origin === undefined ? null : `${origin}/`
}

/** The same refusal with the way back on its page, where there is one. @param client  null: unknown */
export function withWayBack(
  refusal: Refusal,
  client: Client | null,
  redirectUri: string | undefined,
): Refusal {
  const backUri = client === null ? null : wayBack(client, redirectUri)
  return backUri === null ? refusal : { ...refusal, page: { ...refusal.page, backUri } }
}
