import { graceDays } from '../../domain/account/deletion.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Asks whether an account is to be deleted. */
export const showAccountDeletion: Operation<'showAccountDeletion'> = async (call, context) => {
  const frame = frameAccount(call, context)
  const page = { graceDays: graceDays(context.config.lifetimes), typed: '', wrong: false }
  return call.reply(200, renderAccountPage('accountDeletion', page, frame, call.view), frame.headers)
}
