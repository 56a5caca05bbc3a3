import type { Operation } from '../../http/operation.ts'
import { submitScript } from '../../pages/submitScript.ts'

/** Hands out the script of the page that carries an answer to an app as a form. */
export const getSubmitScript: Operation<'getSubmitScript'> = async (call) => call.reply(200, submitScript)
