import type { Operation } from '../../http/operation.ts'
import { passkeyScript } from '../../pages/scripts.ts'

/** Hands out the script that asks for a passkey. */
export const getPasskeyScript: Operation<'getPasskeyScript'> = async (call) => call.reply(200, passkeyScript)
