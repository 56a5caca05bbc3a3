/** What the authenticator of the tests has to write. */
export type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>

/** Writes a value as CBOR (RFC 8949 §3). */
export function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') {
    const text = Buffer.from(value)
    return Buffer.concat([head(3, text.length), text])
  }
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const members = [...value].flatMap(([key, member]) => [cbor(key), cbor(member)])
  return Buffer.concat([head(5, value.size), ...members])
}

function head(major: number, count: number): Buffer {
  const type = major << 5
  if (count < 24) return Buffer.of(type | count)
  if (count < 256) return Buffer.of(type | 24, count)
  return Buffer.of(type | 25, count >> 8, count & 0xff)
}
