import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto'

/**
 * Tokens that were made by somebody else, or changed on the way: name and text of each. None of them may open anything.
 *
 * @param publicKeys  what `/.well-known/jwks.json` shows: all that a forger has
 */
export function forgeTokens(
  accessToken: string,
  sessionToken: string,
  publicKeys: readonly { readonly alg?: unknown; readonly kid?: unknown }[],
): readonly (readonly [name: string, token: string])[] {
  const es256 = publicKeys.find(({ alg }) => alg === 'ES256')!
  const publicKey = createPublicKey({ key: es256 as JsonWebKey, format: 'jwk' })
  const pem = publicKey.export({ type: 'spki', format: 'pem' })
  const [header = '', payload = '', signature = ''] = accessToken.split('.')
  const kinds = [
    ['access token', 'at+jwt', accessToken],
    ['session token', 'session+jwt', sessionToken],
  ] as const
  return [
    ...kinds.flatMap(([name, typ, token]): (readonly [string, string])[] => [
      [`an HS256 ${name} keyed by our public key`, signed({ alg: 'HS256', typ, kid: es256.kid }, token, pem)],
      [`an HS256 ${name} keyed by nothing`, signed({ alg: 'HS256', typ }, token, '')],
      [`an unsigned ${name}`, `${encode({ alg: 'none', typ })}.${token.split('.')[1]}.`],
      [`a ${name} with another jti`, withClaims(token, { jti: 'other' })],
      [`a ${name} with padding`, `${token}=`],
    ]),
    ['an access token with more scope', withClaims(accessToken, { scope: 'openid admin' })],
    ['an access token without its signature', `${header}.${payload}.`],
    [
      'an access token under another type',
      `${encode({ alg: 'ES256', typ: 'JWT', kid: es256.kid })}.${payload}.${signature}`,
    ],
  ]
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** The claims of `token` under another header, signed by HMAC-SHA-256 with a key of the forger's choice. */
function signed(header: object, token: string, key: string | Buffer): string {
  const input = `${encode(header)}.${token.split('.')[1]}`
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`
}

function withClaims(token: string, claims: object): string {
  const [header, payload = '', signature] = token.split('.')
  const own = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
  return `${header}.${encode({ ...own, ...claims })}.${signature}`
}
