const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Characters of a checksum: 62^6 is the first power of 62 above 2^32. */
export const checksumLength = 6

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 of bytes or an ASCII text, as in ITU-T V.42 and gzip (RFC 1952 §8). Finds accidents; proves nothing about origin. */
export function crc32(data: string | Buffer): number {
  let crc = 0xffffffff
  for (const byte of typeof data === 'string' ? Buffer.from(data, 'latin1') : data)
    crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}

/** The CRC-32 of a text in six base62 digits, most significant first, padded with `0`. */
export function checksum(text: string): string {
  let rest = crc32(text)
  let result = ''
  while (result.length < checksumLength) {
    result = digits.charAt(rest % 62) + result
    rest = Math.floor(rest / 62)
  }
  return result
}
