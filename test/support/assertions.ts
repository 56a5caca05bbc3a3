import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose'
import { assertionType } from '#src/domain/oauth/clientAssertion.ts'
import type { ClientJwk } from '../../client/index.ts'
import type { MovableClock } from './clock.ts'

/** A key of a client: what signs, and what is published. */
export type ClientSigner = {
  readonly alg: string
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicJwk: ClientJwk
  readonly privateJwk: JWK
}

/** Makes a key for an algorithm. */
export async function createSigner(alg = 'ES256', kid: string = randomUUID()): Promise<ClientSigner> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } as ClientJwk
  return { alg, kid, privateKey, publicJwk, privateJwk: { ...(await exportJWK(privateKey)), kid } }
}

/** What an assertion says beyond, or other than, what it should: undefined leaves a member out. */
export type Twist = {
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
}

/** Signs an assertion of a client for a server, good for a minute, with an id of its own. */
export function signAssertion(
  signer: ClientSigner,
  clientId: string,
  audience: string,
  clock: MovableClock,
  { header = {}, claims = {} }: Twist = {},
): Promise<string> {
  const now = Math.floor(clock.now().getTime() / 1000)
  const said = {
    iss: clientId,
    sub: clientId,
    aud: audience,
    jti: randomUUID(),
    iat: now,
    exp: now + 60,
    ...claims,
  }
  const headers = { alg: signer.alg, kid: signer.kid, ...header }
  return new SignJWT(present(said)).setProtectedHeader(present(headers) as never).sign(signer.privateKey)
}

/** The members of a request that carry an assertion. */
export function assertionMembers(assertion: string): {
  client_assertion_type: string
  client_assertion: string
} {
  return { client_assertion_type: assertionType, client_assertion: assertion }
}

function present(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}
