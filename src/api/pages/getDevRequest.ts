import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderFlightPage } from '../../pages/flightPage.ts'

/** Shows the story of a request that was refused; what is kept has nothing secret in it. */
export const getDevRequest: Operation<'getDevRequest'> = async (call, context) => {
  const flight = context.flights?.find(call.path.requestId) ?? null
  return flight === null
    ? call.refuse(
        refuse('not_found', 'None of the last refused requests has this id', 'no record of that request'),
      )
    : call.reply(200, renderFlightPage(flight))
}
