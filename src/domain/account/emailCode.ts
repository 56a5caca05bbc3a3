import { createHmac } from 'node:crypto'

/** A code that was mailed to the address of an account: the only one of that account that works. */
export type EmailCode = {
  readonly userId: string
  /** `digestEmailCode` */
  readonly hash: Buffer
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** Times that a mailed code may be tried; after that it is dead, also the right one. */
export const emailCodeTries = 5

/** What the key is derived for that codes are stored under. */
export const emailCodeLabel = 'email-code'

/** Random bytes from which a code is made. */
export const emailCodeBytes = 8

const digits = 8

/** Eight digits out of random bytes. 64 bits into 10^8 leave a bias of 10^-11, which helps nobody. */
export function formatEmailCode(bytes: Buffer): string {
  return String(bytes.readBigUInt64BE() % 10n ** BigInt(digits)).padStart(digits, '0')
}

/**
 * What is stored of a code. Eight digits are tried out in no time by whoever has the database: the key is not in it.
 *
 * @param key  derived from `LATCHKEY_SECRET`
 */
export function digestEmailCode(key: Buffer, userId: string, code: string): Buffer {
  return createHmac('sha256', key).update(`${userId}\n${code}`).digest()
}
