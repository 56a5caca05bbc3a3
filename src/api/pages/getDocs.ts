import type { Operation } from '../../http/operation.ts'
import { renderSitePage } from '../../pages/site.ts'

/** Shows where the documentation begins. */
export const getDocs: Operation<'getDocs'> = async (call, { config }) =>
  call.reply(200, renderSitePage('index', config.issuer) ?? '')
