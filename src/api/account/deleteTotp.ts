import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { recordFactor } from '../../steps/recordFactor.ts'

/** Removes an authenticator app from the account. Whoever does it has just shown a second factor (`x-step-up`). */
export const deleteTotp: Operation<'deleteTotp'> = async (call, context) => {
  const { user } = call.principal
  const record = recordFactor('removed', call.principal, call, context)
  if (!(await context.store.factors.removeTotp(user.id, record, call.now)))
    return call.refuse(refuse('not_found', 'No authenticator app is in use'))
  context.jobs.wake()
  return call.reply(204)
}
