import { equalHashes, hashSecret } from '../token/secret.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Client, ClientCredentials, ClientSecret } from './client.ts'
import { assertionType, readAssertion, subjectOf, type ClientAssertion } from './clientAssertion.ts'
import { valueOf } from './parameter.ts'

/** A client's id and secret as an `Authorization: Basic` header carries them. */
export type BasicCredentials = { readonly clientId: string; readonly clientSecret: string }

/** Everything a request brought to prove which client sent it (RFC 6749 §2.3.1). */
export type PresentedClient = {
  /** null: no Basic header; `malformed`: one that `parseBasic` could not read */
  readonly basic: BasicCredentials | null | 'malformed'
  readonly bodyClientId?: string | undefined
  readonly bodyClientSecret?: string | undefined
  /** undefined: none was sent; `malformed`: one that `parseAssertion` could not read */
  readonly assertion?: ClientAssertion | 'malformed' | undefined
}

/** A client that is proven. */
export type AuthenticatedClient = {
  readonly client: Client
  /** the one that matched; null for a client without secrets: a public one, or one that proves itself by its key */
  readonly secret: ClientSecret | null
  /** its text, which keys HS256 ID tokens (OpenID Connect Core §10.1); null for a client without secrets */
  readonly presentedSecret: string | null
}

/** A client that is not proven yet: its assertion has still to be checked. */
export type AssertingClient = { readonly client: Client; readonly assertion: ClientAssertion }

/**
 * Reads an `Authorization: Basic` header. Id and secret are form-encoded before they are joined (RFC 6749 §2.3.1), so the
 * first colon parts them, and only then percent-escapes and `+` are decoded.
 *
 * @param header  the whole value, scheme included
 * @returns null when scheme, base64, UTF-8, colon, a percent-escape or a character is wrong
 */
export function parseBasic(header: string): BasicCredentials | null {
  const token = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header)?.[1]
  if (token === undefined) return null
  const text = decodeBase64(token)
  const colon = text?.indexOf(':') ?? -1
  if (text === null || colon < 0) return null
  const clientId = formDecode(text.slice(0, colon))
  const clientSecret = formDecode(text.slice(colon + 1))
  return clientId === null || clientSecret === null ? null : { clientId, clientSecret }
}

/** Null unless it is base64 in its one right spelling (padding may be missing) of well-formed UTF-8. */
function decodeBase64(token: string): string | null {
  const bytes = Buffer.from(token, 'base64')
  const padded = bytes.toString('base64')
  if (token !== padded && token !== padded.replace(/=+$/, '')) return null
  const text = bytes.toString('utf8')
  return Buffer.from(text, 'utf8').equals(bytes) ? text : null
}

/** Null when an escape is wrong, or hides a character that no id or secret has (RFC 6749 Appendix A.1, A.2). */
function formDecode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '))
    return /^[\x20-\x7e]*$/.test(decoded) ? decoded : null
  } catch {
    return null
  }
}

/** Reads the two parameters of a client assertion (RFC 7521 §4.2), which only mean something together. */
export function parseAssertion(
  type: string | undefined,
  assertion: string | undefined,
): PresentedClient['assertion'] {
  if (valueOf(type) === undefined && valueOf(assertion) === undefined) return undefined
  return type === assertionType ? (readAssertion(assertion ?? '') ?? 'malformed') : 'malformed'
}

/** The `client_id` a request claims, for looking it up; undefined when it names none. Whether it is true is decided afterwards. */
export function claimedClientId(presented: PresentedClient): string | undefined {
  const { basic, assertion } = presented
  if (basic === 'malformed' || assertion === 'malformed') return undefined
  const subject = assertion === undefined ? undefined : subjectOf(assertion)
  return valueOf(basic?.clientId) ?? valueOf(subject) ?? valueOf(presented.bodyClientId)
}

/** What a secret is compared with when there is no client to have one: no text has this digest. */
const nobodysHash = Buffer.alloc(32)

/**
 * Decides which client sent a request. First the shape of the request, which says nothing about clients; then, always, the
 * comparison with every secret; only then the refusals. So a wrong secret, an unknown client and a method the client is
 * not registered for cost the same and read the same (RFC 6749 §2.3, §5.2).
 *
 * @param credentials  what is stored for `claimedClientId`, null when there is no such client
 * @returns the client, or the one that has still to be proven by its assertion; `invalid_request` when two methods or two ids were used; else `invalid_client`
 */
export function decideClientAuthentication(
  presented: PresentedClient,
  credentials: ClientCredentials | null,
  now: Date,
): AuthenticatedClient | AssertingClient | Refusal {
  const shape = checkShape(presented)
  if (shape !== null) return shape
  const basic = presented.basic === 'malformed' ? null : presented.basic
  const presentedSecret = basic?.clientSecret ?? valueOf(presented.bodyClientSecret) ?? null
  const secret = findSecret(presentedSecret ?? '', credentials?.secrets ?? [], now)
  if (presented.basic === 'malformed') return invalidClient('Basic header malformed')
  if (presented.assertion === 'malformed') return invalidClient('assertion malformed')
  const clientId = claimedClientId(presented)
  if (clientId === undefined) return invalidClient('no client_id')
  if (credentials === null || credentials.client.clientId !== clientId) return invalidClient('unknown client')
  const { client } = credentials
  const method = methodOf(presented, presentedSecret)
  if (!isMethodAllowed(client, method))
    return invalidClient(`method ${method} is not registered for this client`)
  if (presented.assertion !== undefined) return decideAsserting(client, presented.assertion, presented)
  if (method === 'none') return { client, secret: null, presentedSecret: null }
  return secret === null ? invalidClient('wrong or expired secret') : { client, secret, presentedSecret }
}

/** An id beside the assertion has to be the same (RFC 7521 §4.2). */
function decideAsserting(
  client: Client,
  assertion: ClientAssertion,
  { bodyClientId }: PresentedClient,
): AssertingClient | Refusal {
  const isSame = [undefined, client.clientId].includes(valueOf(bodyClientId))
  return isSame ? { client, assertion } : invalidClient('client_id differs from the one in the assertion')
}

function checkShape(presented: PresentedClient): Refusal | null {
  const { basic } = presented
  const methods = [basic ?? undefined, valueOf(presented.bodyClientSecret), presented.assertion]
  if (methods.filter((each) => each !== undefined).length > 1)
    return refuse(
      'invalid_request',
      'The client must use one authentication method only (RFC 6749 section 2.3)',
    )
  const bodyClientId = valueOf(presented.bodyClientId)
  if (basic === null || basic === 'malformed' || bodyClientId === undefined) return null
  if (basic.clientId === bodyClientId) return null
  return refuse('invalid_request', 'client_id differs from the one in the Authorization header')
}

function methodOf({ basic, assertion }: PresentedClient, secret: string | null) {
  if (assertion !== undefined) return 'private_key_jwt'
  if (basic !== null) return 'client_secret_basic'
  return secret === null ? 'none' : 'client_secret_post'
}

function isMethodAllowed(client: Client, method: ReturnType<typeof methodOf>): boolean {
  return client.tokenEndpointAuthMethod === null
    ? method === 'client_secret_basic' || method === 'client_secret_post'
    : client.tokenEndpointAuthMethod === method
}

/** Compares with every secret, matched or not, so that the time tells neither which one nor whether there was any. */
function findSecret(presented: string, secrets: readonly ClientSecret[], now: Date): ClientSecret | null {
  const hash = hashSecret(presented)
  let found: ClientSecret | null = null
  equalHashes(hash, nobodysHash)
  for (const secret of secrets) {
    const isAlive = secret.expiresAt === null || secret.expiresAt.getTime() > now.getTime()
    if (equalHashes(hash, secret.hash) && isAlive) found = secret
  }
  return found
}

/** The one answer to everybody who did not prove an app. */
export function invalidClient(reason: string): Refusal {
  return refuse('invalid_client', 'Client authentication failed', reason)
}
