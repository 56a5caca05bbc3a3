import { minCharacters, passwordProblem } from '../../domain/account/password.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { scriptPolicy } from '../../pages/contentSecurityPolicy.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { replacePassword } from '../../steps/replacePassword.ts'
import { warnOfPassword } from '../../steps/warnOfPassword.ts'

/** Changes a password by form. */
export const submitPasswordChange: Operation<'submitPasswordChange'> = async (call, context) => {
  const { current_password: current = '', new_password: next = '', end_app_passwords: ends } = call.body
  const replacement = { current, next, endsAppPasswords: ends === 'true' }
  const refusal = await replacePassword(replacement, call.principal, call, context)
  if (refusal === null) {
    const { warnings } = await warnOfPassword(next, context)
    const name = warnings === undefined ? 'password_changed' : 'password_weak'
    return call.reply(303, undefined, leaveNotice(call, name, '/account/password', context))
  }
  if (refusal.code === 'rate_limit_exceeded')
    return call.refuse({ ...refusal, page: { message: 'too_many_attempts' } })
  const wrong = refusal.code === 'invalid_credentials' ? 'current' : passwordProblem(refusal)
  const page = { wrong, minCharacters: minCharacters[context.config.profile] } as const
  return call.refuse(refusal, {
    body: renderAccountPage('accountPassword', page, frameAccount(call, context), call.view),
    headers: scriptPolicy,
  })
}
