import { checkAuthorizationTarget } from '../../domain/oauth/authorizationRequest.ts'
import { storedParameters } from '../../domain/oauth/transaction.ts'
import { withWayBack } from '../../domain/oauth/wayBack.ts'
import type { Operation } from '../../http/operation.ts'
import { startTransaction } from '../../steps/startTransaction.ts'

/**
 * Stores an authorization request that came by form and leads to `startAuthorization`, which sees the cookies that the form
 * came without. What leads nowhere is refused here and not stored.
 */
export const submitAuthorization: Operation<'submitAuthorization'> = async (call, context) => {
  const { store, config } = context
  const parameters = storedParameters(call.body)
  const found = await store.clients.findByClientId(parameters.client_id ?? '', call.now)
  const client = found?.client ?? null
  const wrongTarget = checkAuthorizationTarget(parameters, client)
  if (wrongTarget !== null) return call.refuse(withWayBack(wrongTarget, client, parameters.redirect_uri))
  const id = await startTransaction(parameters, null, call.now, context)
  return call.reply(303, undefined, { location: `${config.issuer}/oauth2/authorize?transaction=${id}` })
}
