import { randomBytes } from 'node:crypto'

/** Where randomness comes from: the only door to it outside this folder. */
export type Random = {
  /** Bytes nobody can guess, for secrets, codes and `jti`s. */
  bytes(length: number): Buffer
  /**
   * A UUIDv7 (RFC 9562 §5.7): the moment in milliseconds, then 74 bits of which 62 are random. Ids of one
   * `Random` only ever grow, also within a millisecond and when the clock steps back. An id is a name, never
   * a secret.
   *
   * @throws RangeError for a moment that does not fit 48 bits of milliseconds since 1970
   */
  uuid(now: Date): string
}

const lastMillisecond = 2 ** 48 - 1
const lastCount = 0xfff

const pooledBytes = 8192

/** The first digit after the version's group: the variant's two bits and two random ones (RFC 9562 §4.1). */
const variants = ['8', '9', 'a', 'b']

/**
 * Draws from a pool that is filled by the system: asking for sixteen bytes costs as much as asking for some thousands. Each
 * byte is handed out once, as a copy, and wiped from the pool.
 */
function createDraw(): (length: number) => Buffer {
  let pool = Buffer.alloc(0)
  let at = 0
  return (length) => {
    if (length > 256) return randomBytes(length)
    if (at + length > pool.length) {
      pool = randomBytes(pooledBytes)
      at = 0
    }
    const drawn = Buffer.from(pool.subarray(at, at + length))
    pool.fill(0, at, at + length)
    at += length
    return drawn
  }
}

/**
 * Makes a source of randomness with its own sequence of ids.
 *
 * The 12 bits after the version are a counter (RFC 9562 §6.2 method 1). It starts each millisecond at a
 * random value below half of its range, so that it rarely runs over; where it does, the id borrows the next
 * millisecond.
 */
export function createRandom(): Random {
  const draw = createDraw()
  let millisecond = -1
  /** the first 48 bits of an id, as it spells them */
  let moment = ''
  let count = 0
  let digits = ''
  let at = 0

  /** Sixteen random hexadecimal digits: of a text made of many, because a name is no secret that would have to be wiped. */
  function drawDigits(): string {
    if (at === digits.length) {
      digits = randomBytes(pooledBytes / 2).toString('hex')
      at = 0
    }
    return digits.slice(at, (at += 16))
  }

  function enter(now: number): void {
    millisecond = now
    const hex = now.toString(16).padStart(12, '0')
    moment = `${hex.slice(0, 8)}-${hex.slice(8)}`
  }

  function advance(now: number): void {
    if (now > millisecond) {
      enter(now)
      count = draw(2).readUInt16BE() & 0x7ff
    } else if (count < lastCount) {
      count += 1
    } else {
      enter(millisecond + 1)
      count = 0
    }
  }

  return {
    bytes: draw,
    uuid(now) {
      const time = now.getTime()
      // An invalid Date is NaN and fails the first comparison.
      if (!(time >= 0) || time > lastMillisecond) throw new RangeError('a UUIDv7 needs a moment from 1970 on')
      advance(time)
      const drawn = drawDigits()
      const variant = variants[drawn.charCodeAt(0) & 3]!
      return `${moment}-${(0x7000 | count).toString(16)}-${variant}${drawn.slice(1, 4)}-${drawn.slice(4)}`
    },
  }
}

/** The process's source of randomness. */
export const systemRandom: Random = createRandom()
