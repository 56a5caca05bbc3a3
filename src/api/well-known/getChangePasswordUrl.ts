import type { Operation } from '../../http/operation.ts'

/** Leads to the page on which a password is changed. */
export const getChangePasswordUrl: Operation<'getChangePasswordUrl'> = async (call, context) =>
  call.reply(303, undefined, { location: `${context.config.issuer}/account/password` })
