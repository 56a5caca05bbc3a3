import type { Operation } from '../../http/operation.ts'

/** Hands out the stylesheet that the operator puts beside ours. */
export const getTheme: Operation<'getTheme'> = async (call, { look }) => call.reply(200, look.theme ?? '')
