import { checkReadiness } from '../../domain/readiness.ts'
import type { Operation } from '../../http/operation.ts'

/** Says whether requests can be served: database, clock, keys, and no signal to stop. */
export const getReadiness: Operation<'getReadiness'> = async (call, { store, keys, clock, isStopping }) => {
  const [databaseTime, isMigrated] = await Promise.all([store.databaseTime(), store.isMigrated()])
  const facts = { databaseTime, isMigrated, canSign: keys.canSign(), isStopping: isStopping() }
  const refusal = checkReadiness(facts, clock.now())
  if (refusal !== null) return call.refuse(refusal)
  return call.reply(200, { status: 'ready', checks: { database: 'ok', clock: 'ok', keys: 'ok' } })
}
