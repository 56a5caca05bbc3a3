import { logoUri } from '../domain/image/image.ts'
import type { Client } from '../domain/oauth/client.ts'

/** What a page shows of the app it speaks about (RFC 7591 §2). Null: there is none. */
export type AppFace = {
  readonly name: string
  /** the image that its owner uploaded; else where the app registered one */
  readonly logo: string | null
  readonly policyUri: string | null
  readonly tosUri: string | null
}

/** What a page shows of the app that waits for somebody; null: none does. */
export function destinationOf(waiting: Waiting | null, issuer: string) {
  if (waiting === null) return null
  return { face: faceOf(waiting.client, issuer), redirectUri: waiting.request.redirectUri }
}

type Waiting = {
  readonly client: Parameters<typeof faceOf>[0]
  readonly request: { readonly redirectUri: string }
}

/** The face of a client. What it registered are https URLs, checked when they came in. */
export function faceOf(
  client: Pick<Client, 'name' | 'clientId' | 'logoTag' | 'logoUri' | 'policyUri' | 'tosUri'>,
  issuer: string,
): AppFace {
  const { name, clientId, logoTag, policyUri, tosUri } = client
  const logo = logoTag === null ? client.logoUri : logoUri(issuer, clientId, logoTag)
  return { name, logo, policyUri, tosUri }
}
