import type { Operation } from '../../http/operation.ts'
import { renderSitePage } from '../../pages/site.ts'

/** Shows every error code. */
export const getErrorDocs: Operation<'getErrorDocs'> = async (call, { config }) =>
  call.reply(200, renderSitePage('errors', config.issuer) ?? '')
