import type { Context } from '../context.ts'
import { ceremonySeconds, challengeBytes, type PasskeyChallenge } from '../domain/account/passkeyChallenge.ts'
import { after } from '../domain/moment.ts'
import { hashSecret } from '../domain/token/secret.ts'

/** A challenge that waits to be signed, with the only copy of its text. */
export type BegunCeremony = {
  readonly id: string
  /** base64url, as client data will have it */
  readonly challenge: string
}

/**
 * Begins a ceremony: makes a challenge and stores its hash.
 *
 * @param about  what the challenge is good for, and for whom
 * @param seconds  for which it may be answered
 */
export async function beginCeremony(
  about: Pick<PasskeyChallenge, 'purpose' | 'sessionId' | 'addressDigest'>,
  now: Date,
  { store, random }: Pick<Context, 'store' | 'random'>,
  seconds = ceremonySeconds,
): Promise<BegunCeremony> {
  const id = random.uuid(now)
  const challenge = random.bytes(challengeBytes).toString('base64url')
  const expiresAt = after(now, seconds)
  await store.passkeys.addChallenge({ ...about, id, hash: hashSecret(challenge), createdAt: now, expiresAt })
  return { id, challenge }
}
