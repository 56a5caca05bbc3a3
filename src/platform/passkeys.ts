import type { Assertion, NewCredential } from '../domain/account/passkey.ts'
import { passkeyAlgorithms } from '../domain/account/passkeyOptions.ts'
import type { RelyingParty } from '../domain/account/relyingParty.ts'
import { equalHashes, hashSecret } from '../domain/token/secret.ts'

/** A credential as `PublicKeyCredential.toJSON()` writes it, byte strings in base64url; what else stands there is nothing to us. */
type CredentialJson<Response> = { readonly id: string; readonly rawId: string; readonly response: Response }

/** What `navigator.credentials.create()` gave (Web Authentication §5.1.1). */
export type CreatedCredential = CredentialJson<{
  readonly clientDataJSON: string
  readonly attestationObject: string
}>

/** What `navigator.credentials.get()` gave. */
export type AssertedCredential = CredentialJson<{
  readonly clientDataJSON: string
  readonly authenticatorData: string
  readonly signature: string
}>

/** The verification of what authenticators made. */
export type PasskeyVerifier = {
  /** @returns the new credential; null when anything is wrong with it (Web Authentication §7.1) */
  verifyCreation(credential: CreatedCredential, challengeHash: Buffer): Promise<NewCredential | null>
  /**
   * Counters are not looked at: the caller knows what they were.
   *
   * @param publicKey  of the passkey; null: there is none, and the same work comes to nothing
   * @returns what was signed; null when anything is wrong with it (Web Authentication §7.2)
   */
  verifyAssertion(
    credential: AssertedCredential,
    challengeHash: Buffer,
    publicKey: Buffer | null,
  ): Promise<Assertion | null>
}

/** A COSE_Key of ES256 whose private half nobody has kept. */
const decoyKey = Buffer.from(
  'pQECAyYgASFYIEj87DzQEVfbUk-w_L3E9UOKiADR-7HJxv8gq5NwP1NRIlggGgOJVD5lKtnPgJLhI5C0M2JmkYEJxjk6SYXhCOAjbn4',
  'base64url',
)

/** Bytes that no public key in use has (one of RS256 with 8192 bits has half as many). */
const longestKey = 2048

const loadLibrary = () => import('@simplewebauthn/server')
const loadHelpers = () => import('@simplewebauthn/server/helpers')

/** What is compared with what was signed. */
type Expectation = ReturnType<typeof expectationOf>

/**
 * Makes the verifier. The library is loaded on first use: it takes a quarter of a second, and no start should wait for it.
 *
 * It is stricter than the callers need it to be: type, challenge and origin are compared here once more, and user verification
 * is required, so that no caller can forget them.
 */
export function createPasskeyVerifier(party: RelyingParty): PasskeyVerifier {
  return {
    verifyCreation: (credential, challengeHash) =>
      verifyCreation(credential, expectationOf(party, challengeHash)),
    verifyAssertion: (credential, challengeHash, publicKey) =>
      verifyAssertion(credential, expectationOf(party, challengeHash), publicKey),
  }
}

function expectationOf({ id, origins }: RelyingParty, challengeHash: Buffer) {
  return {
    expectedChallenge: (text: string) => equalHashes(hashSecret(text), challengeHash),
    expectedOrigin: [...origins],
    expectedRPID: id,
    requireUserVerification: true,
  }
}

async function verifyCreation(
  { id, rawId, response: { clientDataJSON, attestationObject } }: CreatedCredential,
  expectation: Expectation,
): Promise<NewCredential | null> {
  const [{ verifyRegistrationResponse }, helpers] = await Promise.all([loadLibrary(), loadHelpers()])
  const verified = await orNull(() => {
    const response = { clientDataJSON, attestationObject: withoutStatement(attestationObject, helpers) }
    return verifyRegistrationResponse({
      response: { ...known(id, rawId), response },
      ...expectation,
      supportedAlgorithmIDs: [...passkeyAlgorithms],
    })
  })
  if (verified?.verified !== true) return null
  const { credential, aaguid, credentialDeviceType, credentialBackedUp } = verified.registrationInfo
  const publicKey = Buffer.from(credential.publicKey)
  if (credential.id !== id || publicKey.length > longestKey) return null
  return {
    credentialId: Buffer.from(id, 'base64url'),
    publicKey,
    counter: credential.counter,
    aaguid,
    synced: credentialDeviceType === 'multiDevice',
    backedUp: credentialBackedUp,
  }
}

async function verifyAssertion(
  { id, rawId, response }: AssertedCredential,
  expectation: Expectation,
  publicKey: Buffer | null,
): Promise<Assertion | null> {
  const { verifyAuthenticationResponse } = await loadLibrary()
  const { clientDataJSON, authenticatorData, signature } = response
  const verified = await orNull(() =>
    verifyAuthenticationResponse({
      response: { ...known(id, rawId), response: { clientDataJSON, authenticatorData, signature } },
      ...expectation,
      // The library would look at a counter before it looks at the signature, and believe what nobody signed.
      credential: { id, publicKey: new Uint8Array(publicKey ?? decoyKey), counter: 0 },
    }),
  )
  if (verified?.verified !== true || publicKey === null) return null
  const { newCounter, credentialDeviceType, credentialBackedUp } = verified.authenticationInfo
  return {
    counter: newCounter,
    synced: credentialDeviceType === 'multiDevice',
    backedUp: credentialBackedUp,
  }
}

/** Nothing is passed on but what was asked for: not the extensions, and not what a later library might make of them. */
function known(id: string, rawId: string) {
  return { id, rawId, type: 'public-key' as const, clientExtensionResults: {} }
}

/**
 * The attestation object without its statement. None was asked for, so none is judged, whatever came: certificates of strangers
 * are not parsed, and lists of revoked ones not fetched from where they say.
 */
function withoutStatement(
  attestationObject: string,
  { decodeAttestationObject, isoCBOR }: Awaited<ReturnType<typeof loadHelpers>>,
): string {
  const authData = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url'))).get(
    'authData',
  )
  const bare = new Map<string, unknown>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authData],
  ])
  return Buffer.from(isoCBOR.encode(bare as Parameters<typeof isoCBOR.encode>[0])).toString('base64url')
}

/** The library throws for whatever a stranger sends: all of it means no. */
async function orNull<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify()
  } catch {
    return null
  }
}
