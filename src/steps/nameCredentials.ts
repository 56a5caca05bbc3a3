import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import { decoyCredentials } from '../domain/account/decoyCredentials.ts'
import type { NamedCredential } from '../domain/account/passkey.ts'
import { addressDigests } from './addressDigests.ts'

/** The passkeys of an address, as far as a stranger may see them. */
export type NamedAccount = {
  /** stands for the address */
  readonly addressDigest: Buffer
  readonly credentials: readonly NamedCredential[]
}

/**
 * Names the passkeys of an address. One without, with an account or not, has others in their place, which are always the same
 * and which nobody has: the answer takes the same steps and has the same shape.
 *
 * @param typed  as it was typed; what can be no address is one that nobody has
 */
export async function nameCredentials(
  typed: string,
  context: Pick<Context, 'store' | 'sealing'>,
): Promise<NamedAccount> {
  const emailKey = parseEmail(typed)?.emailKey ?? typed.toLowerCase()
  const found = await context.store.passkeys.findCredentials(emailKey)
  const decoys = decoyCredentials(context.sealing.deriveKey('passkey-decoys'), emailKey)
  const [addressDigest] = addressDigests(emailKey, context)
  return { addressDigest: addressDigest!, credentials: found.length > 0 ? found : decoys }
}
