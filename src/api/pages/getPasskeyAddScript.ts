import type { Operation } from '../../http/operation.ts'
import { passkeyAddScript } from '../../pages/passkeyAddScript.ts'

/** Hands out the script of the page on which a passkey is added. */
export const getPasskeyAddScript: Operation<'getPasskeyAddScript'> = async (call) =>
  call.reply(200, passkeyAddScript)
