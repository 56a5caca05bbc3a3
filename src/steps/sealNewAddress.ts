import type { Context } from '../context.ts'

const label = 'new address'

/** Seals the address that an account is to have, until whoever reads mail there confirms it: it may be anybody's. */
export function sealNewAddress(address: string, { sealing }: Pick<Context, 'sealing'>): Buffer {
  return sealing.seal(label, Buffer.from(address))
}

/** What was sealed. Throws when no secret of `LATCHKEY_SECRET` opens it. */
export function openNewAddress(sealed: Buffer, { sealing }: Pick<Context, 'sealing'>): string {
  return sealing.open(label, sealed).toString()
}
