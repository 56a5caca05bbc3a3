import type { Operation } from '../../http/operation.ts'
import { icon } from '../../pages/icon.ts'

/** Hands out the icon of the pages. */
export const getIcon: Operation<'getIcon'> = async (call) => call.reply(200, icon)
