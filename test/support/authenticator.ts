import {
  createHash,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from 'node:crypto'
import type {
  AssertedCredential,
  CreatedCredential,
  PasskeyCreationOptions,
  PasskeyRequestOptions,
} from '../../client/index.ts'
import { cbor, type Cbor } from './cbor.ts'

/** Where an authenticator, or the browser before it, says something else than it should. */
export type Lies = {
  readonly type?: string
  readonly challenge?: string
  readonly origin?: string
  readonly crossOrigin?: boolean
  readonly topOrigin?: string
  readonly rpId?: string
  readonly userPresent?: boolean
  readonly userVerified?: boolean
  readonly synced?: boolean
  readonly backedUp?: boolean
  readonly counter?: number
  readonly id?: Buffer
  readonly rawId?: string
  readonly userHandle?: string | null
  readonly transports?: string[]
  /** which key signs, in the place of the passkey's */
  readonly key?: KeyObject
  /** COSE number of the algorithm that a new key says it has */
  readonly algorithm?: number
  /** format and statement of the attestation */
  readonly attestation?: readonly [format: string, statement: Cbor]
  /** bytes behind the end of the authenticator data */
  readonly more?: Buffer
  /** client data as a whole */
  readonly clientData?: string
}

/** What kind of authenticator it is. */
export type Model = {
  /** the page that asks */
  readonly origin: string
  /** whether passkeys are copied to other devices; they are by default */
  readonly synced?: boolean
  /** whether it counts signatures; it does not by default */
  readonly counts?: boolean
  /** ES256 by default */
  readonly algorithm?: -8 | -7 | -257
}

/** A passkey that it has made. */
export type OwnPasskey = {
  readonly id: Buffer
  readonly rpId: string
  /** base64url */
  readonly userHandle: string
  readonly key: KeyObject
}

/** An authenticator without a device, and the browser before it: it makes passkeys and signs with them, and lies where it is told to. */
export type Authenticator = {
  readonly passkeys: readonly OwnPasskey[]
  /** `navigator.credentials.create()` */
  create(options: PasskeyCreationOptions, lies?: Lies): CreatedCredential
  /** `navigator.credentials.get()`, with the latest passkey unless another is given */
  get(options: PasskeyRequestOptions, lies?: Lies, passkey?: OwnPasskey): AssertedCredential
}

/** Makes one with nothing on it. */
export function createAuthenticator(model: Model): Authenticator {
  const { synced = true, counts = false, algorithm = -7 } = model
  const passkeys: OwnPasskey[] = []
  let signatures = 0

  const authenticatorData = (rpId: string, lies: Lies, attested: Buffer = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(lies.counter ?? (counts ? (signatures += 1) : 0))
    const isSynced = lies.synced ?? synced
    const flags =
      ((lies.userPresent ?? true) ? 0x01 : 0) |
      ((lies.userVerified ?? true) ? 0x04 : 0) |
      (isSynced ? 0x08 : 0) |
      ((lies.backedUp ?? isSynced) ? 0x10 : 0) |
      (attested.length > 0 ? 0x40 : 0)
    const more = lies.more ?? Buffer.alloc(0)
    return Buffer.concat([sha256(lies.rpId ?? rpId), Buffer.of(flags), counter, attested, more])
  }

  const clientData = (type: string, challenge: string, lies: Lies) => {
    const { origin } = model
    const said = { type, challenge, origin, crossOrigin: false, ...pick(lies) }
    return Buffer.from(lies.clientData ?? JSON.stringify(said))
  }

  const create: Authenticator['create'] = (options, lies = {}) => {
    const pair = newKeyPair(algorithm)
    const id = lies.id ?? randomBytes(20)
    const publicKey = cbor(coseKey(pair.publicKey, lies.algorithm ?? algorithm))
    const attested = Buffer.concat([
      Buffer.alloc(16),
      Buffer.of(id.length >> 8, id.length & 0xff),
      id,
      publicKey,
    ])
    const [format, statement] = lies.attestation ?? ['none', new Map<string, Cbor>()]
    const attestationObject = cbor(
      new Map<string, Cbor>([
        ['fmt', format],
        ['attStmt', statement],
        ['authData', authenticatorData(options.rp.id, lies, attested)],
      ]),
    )
    passkeys.push({ id, rpId: options.rp.id, userHandle: options.user.id, key: pair.privateKey })
    return {
      id: text(id),
      rawId: lies.rawId ?? text(id),
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(clientData('webauthn.create', options.challenge, lies)),
        attestationObject: text(attestationObject),
        transports: lies.transports ?? ['internal', 'hybrid'],
      },
    }
  }

  const get: Authenticator['get'] = (options, lies = {}, passkey = passkeys.at(-1)!) => {
    const data = authenticatorData(options.rpId, lies)
    const said = clientData('webauthn.get', options.challenge, lies)
    const id = lies.id ?? passkey.id
    return {
      id: text(id),
      rawId: lies.rawId ?? text(id),
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(said),
        authenticatorData: text(data),
        signature: text(signed(Buffer.concat([data, sha256(said)]), lies.key ?? passkey.key)),
        userHandle: lies.userHandle === undefined ? passkey.userHandle : lies.userHandle,
      },
    }
  }

  return { passkeys, create, get }
}

/** The lies that stand in client data. */
function pick({ type, challenge, origin, crossOrigin, topOrigin }: Lies): Lies {
  const told = Object.entries({ type, challenge, origin, crossOrigin, topOrigin })
  return Object.fromEntries(told.filter(([, value]) => value !== undefined))
}

function newKeyPair(algorithm: -8 | -7 | -257): KeyPairKeyObjectResult {
  if (algorithm === -8) return generateKeyPairSync('ed25519')
  if (algorithm === -7) return generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

/** COSE_Key (RFC 9053 §7.1, §7.2; RFC 8230 §4). */
function coseKey(key: KeyObject, algorithm: number): Cbor {
  const { x = '', y = '', n = '', e = '' } = key.export({ format: 'jwk' })
  const bytes = (member: string) => Buffer.from(member, 'base64url')
  const kinds: Readonly<Record<string, readonly (readonly [number, Cbor])[]>> = {
    ed25519: [
      [1, 1],
      [3, algorithm],
      [-1, 6],
      [-2, bytes(x)],
    ],
    ec: [
      [1, 2],
      [3, algorithm],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ],
    rsa: [
      [1, 3],
      [3, algorithm],
      [-1, bytes(n)],
      [-2, bytes(e)],
    ],
  }
  return new Map(kinds[key.asymmetricKeyType ?? ''])
}

function signed(data: Buffer, key: KeyObject): Buffer {
  return sign(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', data, key)
}

function sha256(data: Buffer | string): Buffer {
  return createHash('sha256').update(data).digest()
}

function text(bytes: Buffer): string {
  return bytes.toString('base64url')
}
