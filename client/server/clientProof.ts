import { signJwt, type SigningKey } from '../jwt/sign.ts'
import { nowSeconds } from '../jwt/jwt.ts'

/** How an app proves that it is the app: by its secret, or by its key. */
export type ClientProof =
  | {
      readonly clientSecret: string
      /**
       * How the secret is sent: in the `Authorization` header (RFC 6749 §2.3.1 recommends it; the default), or in the body, for
       * an app that is registered with `client_secret_post`
       */
      readonly authMethod?: 'client_secret_basic' | 'client_secret_post'
      readonly privateKey?: undefined
    }
  | {
      /** signs a client assertion for each request (`private_key_jwt`, RFC 7523): ES256, RS256, PS256 or EdDSA */
      readonly privateKey: SigningKey
      /** the `kid` under which the app has published the key; by default the one in the JWK, if it is one */
      readonly keyId?: string
      readonly clientSecret?: undefined
    }

/** What of a request proves it. */
export type ProvenRequest = {
  readonly headers?: { readonly authorization: string }
  readonly body: {
    readonly client_id?: string
    readonly client_secret?: string
    readonly client_assertion_type?: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
    readonly client_assertion?: string
  }
}

/** Seconds that an assertion works, once: it is made for the request that it goes with. */
const assertionSeconds = 60

/**
 * Makes what proves one request of an app.
 *
 * @param issuer  the service, which is the one audience of an assertion
 * @throws TypeError  a key for another algorithm; what WebCrypto throws: it may not sign
 */
export async function proveClient(
  issuer: string,
  clientId: string,
  proof: ClientProof,
): Promise<ProvenRequest> {
  if (proof.privateKey !== undefined) {
    const { privateKey, keyId = keyIdOf(privateKey) } = proof
    const header = { typ: 'client-authentication+jwt', kid: keyId }
    const now = nowSeconds()
    const claims = { iss: clientId, sub: clientId, aud: issuer, iat: now, exp: now + assertionSeconds }
    const assertion = await signJwt(privateKey, header, { ...claims, jti: crypto.randomUUID() })
    const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
    return { body: { client_assertion_type: type, client_assertion: assertion } }
  }
  const { clientSecret, authMethod = 'client_secret_basic' } = proof
  if (authMethod === 'client_secret_post')
    return { body: { client_id: clientId, client_secret: clientSecret } }
  const authorization = `Basic ${btoa(`${formEncode(clientId)}:${formEncode(clientSecret)}`)}`
  return { headers: { authorization }, body: {} }
}

/** As in a form, so that a colon in an id is none between id and secret (RFC 6749 §2.3.1). */
function formEncode(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1)
}

function keyIdOf(key: SigningKey): string | undefined {
  return 'kid' in key && typeof key.kid === 'string' ? key.kid : undefined
}
