import { logoutParameters } from '../../domain/oidc/logout.ts'
import type { Operation } from '../../http/operation.ts'

/** Leads a logout request that came by form to `endSession`, which sees the cookies that the form came without. */
export const postEndSession: Operation<'postEndSession'> = async (call, context) => {
  const given = Object.entries(logoutParameters(call.body)).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(given)
  return call.reply(303, undefined, { location: `${context.config.issuer}/oauth2/logout?${query}` })
}
