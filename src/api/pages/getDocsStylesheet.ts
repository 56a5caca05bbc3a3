import type { Operation } from '../../http/operation.ts'
import { docsStylesheet } from '../../pages/docsAssets.ts'

/** How the documentation looks. */
export const getDocsStylesheet: Operation<'getDocsStylesheet'> = async (call) =>
  call.reply(200, docsStylesheet())
