import type { Context } from '../context.ts'
import type { Registration } from '../domain/account/link.ts'

const label = 'registration'

/** Seals a registration until it is confirmed: it holds the address and a password hash of somebody who has no account. */
export function sealRegistration(registration: Registration, { sealing }: Pick<Context, 'sealing'>): Buffer {
  return sealing.seal(label, Buffer.from(JSON.stringify(registration)))
}

/** What was sealed. Throws when no secret of `LATCHKEY_SECRET` opens it. */
export function openRegistration(sealed: Buffer, { sealing }: Pick<Context, 'sealing'>): Registration {
  const { registeredAt, ...rest } = JSON.parse(sealing.open(label, sealed).toString()) as Registration
  return { ...rest, registeredAt: new Date(registeredAt) }
}
