import type { Operation } from '../../http/operation.ts'
import { passwordScript } from '../../pages/scripts.ts'

/** Hands out the script of password fields. */
export const getPasswordScript: Operation<'getPasswordScript'> = async (call) =>
  call.reply(200, passwordScript)
