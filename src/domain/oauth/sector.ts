import { checkFetchedUri, type OutboundRules } from '../outbound.ts'
import { refuse, type Refusal } from '../refusal.ts'
import type { Client } from './client.ts'

/** The members of a registration that decide within which sector subjects are the same. */
type SectorBody = {
  readonly subject_type?: Client['subjectType'] | undefined
  readonly sector_identifier_uri?: string | undefined
}

/**
 * Decides the sector of a client (OpenID Connect Core §8.1): the host of its `sector_identifier_uri`, or the one host of its
 * redirect URIs.
 *
 * @returns what is wrong, beginning with the name of the member
 */
export function decideSector(
  { subject_type: asked, sector_identifier_uri: uri }: SectorBody,
  redirectUris: readonly string[],
  rules: OutboundRules,
): Pick<Client, 'subjectType' | 'sectorIdentifier'> | string {
  const problem = uri === undefined ? null : checkFetchedUri(uri, rules)
  if (problem !== null) return `sector_identifier_uri ${problem}`
  const subjectType = asked ?? 'public'
  if (subjectType === 'public') return { subjectType, sectorIdentifier: null }
  if (uri !== undefined) return { subjectType, sectorIdentifier: new URL(uri).hostname }
  const [host, ...more] = new Set(redirectUris.map((each) => URL.parse(each)?.hostname ?? ''))
  return host === undefined || host === '' || more.length > 0
    ? 'sector_identifier_uri must be there where redirect_uris have several hosts, or none'
    : { subjectType, sectorIdentifier: host }
}

/**
 * Decides whether the document at a `sector_identifier_uri` takes a client in: it lists all its redirect URIs, so that
 * nobody joins a sector without its owner (OpenID Connect Registration §5).
 *
 * @param document  as it was fetched; undefined when it could not be
 */
export function checkSector(document: unknown, redirectUris: readonly string[]): Refusal | null {
  if (document === undefined) return wrong('sector_identifier_uri cannot be fetched')
  if (!Array.isArray(document)) return wrong('sector_identifier_uri must lead to a JSON list')
  const listed = new Set(document as unknown[])
  const areIn = redirectUris.every((uri) => listed.has(uri))
  return areIn ? null : wrong('sector_identifier_uri must lead to a list with every redirect URI')
}

function wrong(description: string): Refusal {
  return refuse('invalid_client_metadata', description)
}
