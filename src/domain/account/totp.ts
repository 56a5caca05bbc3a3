import { createHmac, timingSafeEqual } from 'node:crypto'
import { refuse, type Refusal } from '../refusal.ts'
import { formatBase32 } from '../token/base32.ts'

/** A TOTP secret of an account, as it is stored. */
export type TotpFactor = {
  readonly userId: string
  /** the secret, sealed */
  readonly sealedSecret: Buffer
  /** when it was made */
  readonly createdAt: Date
  /** null until a code has shown that its owner has it; before that it proves nobody */
  readonly confirmedAt: Date | null
  /** the latest time step whose code was accepted; null: none was */
  readonly lastStep: number | null
}

/** Bytes of a secret: as long as the output of its hash function (RFC 4226 §4 R6). */
export const totpSecretBytes = 20

/** What stands in the sealing for a TOTP secret. */
export const totpLabel = 'totp'

/** Seconds for which a secret waits for its first code: who began and went away begins again. */
export const enrolmentSeconds = 900

const digits = 6
const stepSeconds = 30
/** Steps that a clock may be wrong by, in either direction (RFC 6238 §5.2). */
const tolerance = 1

/** A one-time password by counter: HMAC-SHA-1, truncated, six digits (RFC 4226 §5.3). */
export function hotp(secret: Buffer, counter: number): string {
  const moving = Buffer.alloc(8)
  moving.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac('sha1', secret).update(moving).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0x0f
  const truncated = mac.readUInt32BE(offset) & 0x7fffffff
  return String(truncated % 10 ** digits).padStart(digits, '0')
}

/** The time step of a moment (RFC 6238 §4.2): 30 seconds each since 1970. */
export function totpStep(moment: Date): number {
  return Math.floor(moment.getTime() / 1000 / stepSeconds)
}

/**
 * Finds the time step that a code belongs to: the present one, the one before or the one after. All are computed whatever fits.
 *
 * @returns the latest step that fits, so that what is accepted for it once is accepted for no other; null: it is wrong
 */
export function findTotpStep(secret: Buffer, code: string, now: Date): number | null {
  const present = totpStep(now)
  const given = Buffer.from(code)
  const candidates = Array.from({ length: 2 * tolerance + 1 }, (_, at) => present - tolerance + at)
  const fitting = candidates.map((step) => isEqual(given, Buffer.from(hotp(secret, step))))
  return candidates.findLast((_step, at) => fitting[at]) ?? null
}

/**
 * Decides whether a code fits a factor of an account: its step is near, and later than every step accepted before
 * (RFC 6238 §5.2). It counts only for whoever then consumes the step.
 *
 * @param secret  as the factor has it, opened
 */
export function decideTotp(secret: Buffer, lastStep: number | null, code: string, now: Date): number | null {
  const step = findTotpStep(secret, code, now)
  return step === null || (lastStep !== null && step <= lastStep) ? null : step
}

/**
 * What an authenticator app is given: the secret as text, and as the URI that a QR code carries.
 *
 * @param account  the address of the account, which the app shows
 */
export function describeTotp(
  secret: Buffer,
  account: string,
  issuer: string,
): { readonly secret: string; readonly otpauthUri: string } {
  const text = formatBase32(secret)
  // A colon parts issuer and account in the label, so the issuer goes without its port.
  const { hostname } = new URL(issuer)
  const label = `${encodeURIComponent(hostname)}:${encodeURIComponent(account)}`
  const parameters = `secret=${text}&issuer=${encodeURIComponent(hostname)}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`
  return { secret: text, otpauthUri: `otpauth://totp/${label}?${parameters}` }
}

/** Decides whether a secret still waits for its first code; `not_found` when none does. */
export function checkPending(factor: TotpFactor | null, now: Date): Refusal | null {
  if (factor === null || factor.confirmedAt !== null) return noPendingTotp
  return now.getTime() - factor.createdAt.getTime() < enrolmentSeconds * 1000 ? null : noPendingTotp
}

/** The answer where no secret waits. */
export const noPendingTotp = refuse(
  'not_found',
  'No authenticator app is being enrolled',
  'no pending TOTP secret',
)

function isEqual(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
