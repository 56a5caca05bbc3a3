import type { Context } from '../context.ts'
import { makeRecoveryCodes } from '../domain/account/recoveryCode.ts'
import type { Device, Session } from '../domain/account/session.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { noteActivity } from './noteActivity.ts'

/**
 * Gives an account recovery codes that replace all others.
 *
 * @returns the only copy of the codes; `conflict` for an account without a second factor
 */
export async function replaceRecoveryCodes(
  { id: sessionId, userId }: Pick<Session, 'id' | 'userId'>,
  request: Device & { readonly now: Date },
  context: Pick<Context, 'store' | 'random'>,
): Promise<readonly string[] | Refusal> {
  const { codes, hashes } = makeRecoveryCodes(userId, (length) => context.random.bytes(length))
  if (!(await context.store.factors.replaceRecoveryCodes(userId, hashes, request.now)))
    return refuse('conflict', 'This account has no second factor that recovery codes could stand in for')
  await noteActivity({ kind: 'recovery_codes_created', userId, sessionId }, request, context)
  return codes
}
