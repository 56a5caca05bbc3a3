import { createHmac } from 'node:crypto'
import type { NamedCredential } from './passkey.ts'

/** What the widespread authenticators make, the usual ones more than once: bytes of an id, and how they are reached. */
const usualCredentials = [
  { length: 16, transports: ['hybrid', 'internal'] },
  { length: 16, transports: ['hybrid', 'internal'] },
  { length: 20, transports: ['hybrid', 'internal'] },
  { length: 20, transports: ['hybrid', 'internal'] },
  { length: 20, transports: ['hybrid', 'internal'] },
  { length: 32, transports: ['internal'] },
  { length: 32, transports: ['internal'] },
  { length: 48, transports: ['nfc', 'usb'] },
] as const

/** How many passkeys accounts have: most have one. */
const usualCounts = [1, 1, 1, 1, 1, 2, 2, 3] as const

/**
 * Credentials for an address whose account has none, or that has no account: whoever asks with an address sees passkeys in
 * any case, and always the same ones (Web Authentication §14.6.2).
 *
 * @param key  derived from `LATCHKEY_SECRET`
 */
export function decoyCredentials(key: Buffer, emailKey: string): readonly NamedCredential[] {
  const draw = (purpose: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, emailKey]))
      .digest()
  const [many = 0, ...kinds] = draw('kinds')
  const count = usualCounts[many % usualCounts.length]!
  return kinds.slice(0, count).map((kind, index) => {
    const { length, transports } = usualCredentials[kind % usualCredentials.length]!
    // Longer than one digest.
    const bytes = Buffer.concat([draw(`id ${index}`), draw(`more ${index}`)])
    return { credentialId: bytes.subarray(0, length), transports }
  })
}
