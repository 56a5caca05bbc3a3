import { appPasswordScopes } from '../../domain/account/appPassword.ts'
import { isDisplayName } from '../../domain/displayName.ts'
import { lifetimeChoices, secondsOf } from '../../domain/lifetimeChoice.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { makeAppPassword } from '../../steps/makeAppPassword.ts'

/** Makes an app password by form; the next page shows its text. */
export const submitNewAppPassword: Operation<'submitNewAppPassword'> = async (call, context) => {
  const { name = '', read, write, lifetime = '365' } = call.body
  const scopes = appPasswordScopes.filter((scope) => (scope === 'read' ? read : write) === 'true')
  const invalid = isDisplayName(name) ? (scopes.length === 0 ? 'scopes' : null) : 'name'
  const order = { name, scopes, ttlSeconds: secondsOf(lifetime) }
  const made =
    invalid === null
      ? await makeAppPassword(order, call.principal.session, call, context)
      : refuse('invalid_request', `${invalid} cannot be taken like this`)
  if (!isRefusal(made)) {
    const path = '/account/app-passwords'
    return call.reply(303, undefined, leaveNotice(call, 'app_password_created', path, context, made.text))
  }
  const typed = { name, read: read === 'true', write: write === 'true', lifetime }
  const page = { typed, wrong: invalid ?? 'full', lifetimes: lifetimeChoices } as const
  return call.refuse(made, {
    body: renderAccountPage('accountNewAppPassword', page, frameAccount(call, context), call.view),
  })
}
