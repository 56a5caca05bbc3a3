import type { Operation } from '../../http/operation.ts'
import { referencePolicy, renderReference } from '../../pages/reference.ts'

/** Shows the reference that is made from the contract. */
export const getReference: Operation<'getReference'> = async (call) =>
  call.reply(200, renderReference(), { 'content-security-policy': referencePolicy })
