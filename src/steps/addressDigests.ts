import type { Context } from '../context.ts'
import { digestAddress } from '../domain/account/link.ts'

/** What may stand for an address in the database: the first is how it is written today, the others how it was under former secrets. */
export function addressDigests(emailKey: string, { sealing }: Pick<Context, 'sealing'>): readonly Buffer[] {
  return sealing.deriveKeys('address').map((key) => digestAddress(key, emailKey))
}
