import type { Operation } from '../../http/operation.ts'
import { renderErrorDocs } from '../../pages/errorDocs.ts'

/** Shows what every error code means. */
export const getErrorDocs: Operation<'getErrorDocs'> = async (call) => call.reply(200, renderErrorDocs())
