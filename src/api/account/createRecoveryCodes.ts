import { makeRecoveryCodes } from '../../domain/account/recoveryCode.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { noteActivity } from '../../steps/noteActivity.ts'

/** Gives recovery codes that replace all others. */
export const createRecoveryCodes: Operation<'createRecoveryCodes'> = async (call, context) => {
  const { session, user } = call.principal
  const { codes, hashes } = makeRecoveryCodes(user.id, (length) => context.random.bytes(length))
  if (!(await context.store.factors.replaceRecoveryCodes(user.id, hashes, call.now)))
    return call.refuse(
      refuse('conflict', 'This account has no second factor that recovery codes could stand in for'),
    )
  const happening = { kind: 'recovery_codes_created', userId: user.id, sessionId: session.id } as const
  await noteActivity(happening, call, context)
  return call.reply(201, { recovery_codes: codes })
}
