import type { Operation } from '../../http/operation.ts'

/** The public keys that signatures are verified with. */
export const getJwks: Operation<'getJwks'> = async (call, context) => call.reply(200, context.keys.jwks())
