/*
 * An ECDSA signature is two numbers, r and s. OpenSSL writes them as DER, a SEQUENCE of two INTEGERs (RFC 3279 §2.2.3); JOSE
 * side by side, each as long as the curve (RFC 7518 §3.4). Node converts them as well, but for an options object in the place
 * of a key it first asks what the object is, which costs as much as the signature of P-256 itself.
 */

/** Bytes of r and of s on P-256. */
const numberBytes = 32
const [sequence, integer] = [0x30, 0x02]

/**
 * The signature of P-256 as OpenSSL reads it.
 *
 * @returns null unless it has the 64 bytes of one
 */
export function derOf(signature: Uint8Array): Buffer | null {
  if (signature.length !== 2 * numberBytes) return null
  const [r, s] = [integerOf(signature.subarray(0, numberBytes)), integerOf(signature.subarray(numberBytes))]
  return Buffer.concat([Buffer.of(sequence, r.length + s.length), r, s])
}

/** A DER INTEGER: no leading zero, but one before a first bit that would be a sign (X.690 §8.3). */
function integerOf(number: Uint8Array): Buffer {
  let start = 0
  while (start < numberBytes - 1 && number[start] === 0) start += 1
  const bytes = number.subarray(start)
  const sign = bytes[0]! >= 0x80 ? [0] : []
  return Buffer.from([integer, bytes.length + sign.length, ...sign, ...bytes])
}

/** The 64 bytes that JOSE wants, of a signature of P-256 that OpenSSL has made just now. */
export function joseOf(der: Buffer): Buffer {
  const signature = Buffer.alloc(2 * numberBytes)
  const end = copyInteger(der, 2, signature.subarray(0, numberBytes))
  copyInteger(der, end, signature.subarray(numberBytes))
  return signature
}

/** @returns where the INTEGER that begins at `from` ends */
function copyInteger(der: Buffer, from: number, to: Buffer): number {
  const end = from + 2 + der[from + 1]!
  const bytes = der.subarray(Math.max(from + 2, end - numberBytes), end)
  bytes.copy(to, numberBytes - bytes.length)
  return end
}
