import { formatBase32 } from '../token/base32.ts'
import { hashSecret } from '../token/secret.ts'

/** Codes that an account is given at once. */
export const recoveryCodeCount = 10

/** Random bytes of a code: 80 bits, which nobody guesses, also who has the hashes. */
export const recoveryCodeBytes = 10

/** A recovery code as its owner keeps it: `ABCD-EFGH-IJKL-MNOP`, base32 (RFC 4648 §6), in which 0, 1, 8 and 9 do not occur. */
export function formatRecoveryCode(bytes: Buffer): string {
  return (formatBase32(bytes).match(/.{4}/g) ?? []).join('-')
}

/**
 * Makes all codes of an account anew.
 *
 * @param bytes  random ones
 * @returns the codes for their owner, and what is stored of them
 */
export function makeRecoveryCodes(
  userId: string,
  bytes: (length: number) => Buffer,
): { readonly codes: string[]; readonly hashes: readonly Buffer[] } {
  const codes = Array.from({ length: recoveryCodeCount }, () => formatRecoveryCode(bytes(recoveryCodeBytes)))
  return { codes, hashes: codes.map((code) => hashRecoveryCode(userId, code)) }
}

/** Reads a code as it was typed: upper or lower case, with or without hyphens and spaces; null when it is none. */
export function parseRecoveryCode(text: string): string | null {
  const plain = text.replaceAll(/[\s-]/g, '')
  // Before the case is changed: some letters of other alphabets become ours.
  if (!/^[A-Za-z2-7]{16}$/.test(plain)) return null
  return (plain.toUpperCase().match(/.{4}/g) ?? []).join('-')
}

/**
 * What is stored of a code. The account is part of it: equal codes of two accounts, were there any, would not show.
 *
 * @param code  in the form that `formatRecoveryCode` gives it
 */
export function hashRecoveryCode(userId: string, code: string): Buffer {
  return hashSecret(`recovery ${userId} ${code}`)
}
