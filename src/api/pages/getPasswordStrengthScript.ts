import type { Operation } from '../../http/operation.ts'
import { passwordStrengthScript } from '../../pages/scripts.ts'

/** Hands out the script that estimates how strong a password is. */
export const getPasswordStrengthScript: Operation<'getPasswordStrengthScript'> = async (call) =>
  call.reply(200, passwordStrengthScript)
