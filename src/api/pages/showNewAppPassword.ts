import { lifetimeChoices } from '../../domain/lifetimeChoice.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Shows the page on which an app password is made. */
export const showNewAppPassword: Operation<'showNewAppPassword'> = async (call, context) => {
  const frame = frameAccount(call, context)
  const typed = { name: '', read: true, write: false, lifetime: '365' } as const
  const page = { typed, wrong: null, lifetimes: lifetimeChoices }
  return call.reply(200, renderAccountPage('accountNewAppPassword', page, frame, call.view), frame.headers)
}
