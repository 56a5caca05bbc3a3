import type { Operation } from '../../http/operation.ts'
import { stylesheet } from '../../pages/stylesheet.ts'

/** Hands out the stylesheet of the pages. */
export const getStylesheet: Operation<'getStylesheet'> = async (call) => call.reply(200, stylesheet)
