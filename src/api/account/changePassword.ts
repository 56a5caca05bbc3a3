import { keptLanguages, type MailOrder } from '../../domain/account/mailOrder.ts'
import { checkNewPassword, normalisePassword } from '../../domain/account/password.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { activityOf } from '../../steps/noteActivity.ts'
import { deliverMailKind } from '../../steps/orderMail.ts'
import { provePassword } from '../../steps/provePassword.ts'
import { tellLogouts } from '../../steps/tellLogout.ts'
import { warnOfPassword } from '../../steps/warnOfPassword.ts'

/** Puts another password in the place of the present one, for whoever knows that. */
export const changePassword: Operation<'changePassword'> = async (call, context) => {
  const {
    current_password: current,
    new_password: next,
    end_app_passwords: endsAppPasswords = false,
  } = call.body
  const { user, session } = call.principal
  const weak = checkNewPassword(next, context.config.profile, context.isCommonPassword, 'new_password')
  if (weak !== null) return call.refuse(weak)
  const { address, now } = call
  const proven = await provePassword({ email: user.email, password: current, address, now }, context)
  if (isRefusal(proven) && proven.code !== 'invalid_credentials') return call.refuse(proven)
  if (isRefusal(proven) || proven.id !== user.id)
    return call.refuse(
      refuse('invalid_credentials', 'The current password is wrong', 'current password wrong'),
    )

  const order: MailOrder = {
    mail: 'passwordReplaced',
    email: proven.email,
    acceptLanguage: keptLanguages(call.acceptLanguage),
  }
  const change = {
    userId: user.id,
    userAsOf: proven.updatedAt,
    passwordHash: await context.passwords.hash(normalisePassword(next)),
    sessionId: session.id,
    endsAppPasswords,
  }
  await context.store.accounts.changePassword(
    change,
    context.jobs.make(deliverMailKind, order, now),
    activityOf({ kind: 'password_changed', userId: user.id, sessionId: session.id }, call, context),
    now,
  )
  context.jobs.wake()
  await tellLogouts(user.id, now, context)
  return call.reply(200, {
    message: 'Password changed',
    ...(await warnOfPassword(next, context, 'new_password')),
  })
}
