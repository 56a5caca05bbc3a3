import type { Operation } from '../../http/operation.ts'
import { docsScript } from '../../pages/docsAssets.ts'

/** The script that hands the contract to Scalar. */
export const getDocsScript: Operation<'getDocsScript'> = async (call) => call.reply(200, docsScript())
