import type { Operation } from '../../http/operation.ts'

/** Says that the process answers; never looks at the database. */
export const getLiveness: Operation<'getLiveness'> = async (call) => call.reply(200, { status: 'ok' })
