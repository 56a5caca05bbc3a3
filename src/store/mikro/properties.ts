import { p } from '@mikro-orm/core'

/** A moment, to the millisecond, which is all that JavaScript knows: it is read back equal to what was written. */
export const moment = () => p.datetime().columnType('timestamptz(3)')

/** A list of strings, `text[]`. */
export const texts = <T extends string = string>() => p.array().columnType('text[]').$type<readonly T[]>()

/** Bytes: the SHA-256 of something secret, or something sealed. */
export const bytes = () => p.blob().columnType('bytea').$type<Buffer>()
