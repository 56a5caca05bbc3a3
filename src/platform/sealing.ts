import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Keys and encryption derived from `LATCHKEY_SECRET`. Each use has a label of its own and thereby keys of its
 * own.
 */
export type Sealing = {
  /**
   * Encrypts and authenticates with AES-256-GCM under the first secret.
   * Layout: version (1 byte), id of the secret (8), nonce (12), ciphertext, tag (16).
   *
   * @param label  what it is for; `open` needs the same one
   */
  seal(label: string, plaintext: Buffer): Buffer
  /**
   * What was sealed under this label with any secret of the list.
   *
   * @throws Error, in one line that says what to do, when no secret of the list opens it or it was changed
   */
  open(label: string, sealed: Buffer): Buffer
  /** Whether something was sealed with the first secret, and stays readable when the others go. */
  isCurrent(sealed: Buffer): boolean
  /** 32 bytes from the first secret, for making MACs. */
  deriveKey(label: string): Buffer
  /** The same from every secret of the list, in its order, for checking MACs. */
  deriveKeys(label: string): readonly Buffer[]
}

type Secret = { readonly id: Buffer; readonly text: string }

const version = 1
const idBytes = 8
const nonceBytes = 12
const tagBytes = 16
const headerBytes = 1 + idBytes
const overheadBytes = headerBytes + nonceBytes + tagBytes

/**
 * Makes the sealing from the list of `LATCHKEY_SECRET`.
 *
 * @param secrets  the first seals, all open: to change the secret, put the new one in front and keep the
 *   former behind it
 * @throws Error when the list is empty or holds an empty secret
 */
export function createSealing(secrets: readonly string[]): Sealing {
  const all = secrets.map((text): Secret => ({ text, id: derive(text, 'id', '').subarray(0, idBytes) }))
  const [first] = all
  if (!first || secrets.includes(''))
    throw new Error('LATCHKEY_SECRET is empty: sealing needs at least one secret')

  return {
    seal(label, plaintext) {
      const header = Buffer.concat([Buffer.of(version), first.id])
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', cipherKey(first.text, label), nonce).setAAD(header)
      return Buffer.concat([header, nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
    },
    open(label, sealed) {
      const secret = secretOf(all, sealed)
      try {
        return decrypt(cipherKey(secret.text, label), sealed)
      } catch {
        throw new Error(`a sealed value (${label}) was changed after it was sealed: restore it from a backup`)
      }
    },
    isCurrent: (sealed) => sealed.subarray(1, headerBytes).equals(first.id),
    deriveKey: (label) => derive(first.text, 'key', label),
    deriveKeys: (label) => all.map((secret) => derive(secret.text, 'key', label)),
  }
}

/** HKDF-SHA-256 (RFC 5869). The purpose keeps a sealing key apart from a handed out key of the same label. */
function derive(secret: string, purpose: 'id' | 'seal' | 'key', label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'latchkey', `${purpose}:${label}`, 32))
}

/** As a key object: a Buffer costs OpenSSL five times as much. */
function cipherKey(secret: string, label: string): KeyObject {
  return createSecretKey(derive(secret, 'seal', label))
}

function secretOf(secrets: readonly Secret[], sealed: Buffer): Secret {
  if (sealed.length < overheadBytes || sealed[0] !== version) {
    throw new Error(
      'a sealed value has a form this version does not know: was it written by a newer version?',
    )
  }
  const secret = secrets.find(({ id }) => sealed.subarray(1, headerBytes).equals(id))
  if (secret) return secret
  throw new Error(
    'a value was sealed with a LATCHKEY_SECRET that is not in the list: add the former secret after the present one, separated by a comma',
  )
}

function decrypt(key: KeyObject, sealed: Buffer): Buffer {
  const nonce = sealed.subarray(headerBytes, headerBytes + nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(sealed.subarray(0, headerBytes)).setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([
    decipher.update(sealed.subarray(headerBytes + nonceBytes, -tagBytes)),
    decipher.final(),
  ])
}

/**
 * The secret of a development installation: read from `secret` in the data directory, made there when it is
 * missing. Several processes that start at once agree on one; the file is readable by its owner only.
 *
 * @throws Error when the file holds no secret, or with the system's reason when it cannot be read or written
 */
export function developmentSecret(dataDirectory: string): string {
  const path = join(dataDirectory, 'secret')
  return readSecret(path) ?? makeSecret(dataDirectory, path)
}

function readSecret(path: string): string | null {
  try {
    const secret = readFileSync(path, 'utf8').trim()
    if (secret.length < 32)
      throw new Error(`${path} holds no secret of 32 characters: delete it to have a new one made`)
    return secret
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function makeSecret(dataDirectory: string, path: string): string {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o755 })
  const draft = join(dataDirectory, `.secret-${process.pid}-${randomBytes(6).toString('hex')}`)
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    // A link appears with its whole content and never replaces: the first process wins, the others read what
    // it wrote.
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  const secret = readSecret(path)
  if (secret === null) throw new Error(`${path} vanished while Latchkey was starting`)
  return secret
}
