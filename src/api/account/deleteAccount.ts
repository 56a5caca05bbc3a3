import { formatTimestamp } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'
import { requestDeletion } from '../../steps/requestDeletion.ts'

/** Puts down that the account of who is signed in is to be deleted, or deletes it where there is no grace period. */
export const deleteAccount: Operation<'deleteAccount'> = async (call, context) =>
  call.reply(200, { deletion_at: formatTimestamp(await requestDeletion(call.principal, call, context)) })
