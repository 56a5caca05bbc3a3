import type { Context } from '../../context.ts'
import { parseEmail, type Email } from '../../domain/account/email.ts'
import { keptLanguages } from '../../domain/account/mailOrder.ts'
import { checkNewPassword, normalisePassword } from '../../domain/account/password.ts'
import type { User } from '../../domain/account/user.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Call, Operation } from '../../http/operation.ts'
import { orderMail } from '../../steps/orderMail.ts'
import { sealRegistration } from '../../steps/sealRegistration.ts'
import { warnOfPassword } from '../../steps/warnOfPassword.ts'

/** Creates an account; where addresses are verified, puts it down until its address is confirmed. */
export const register: Operation<'register'> = async (call, context) => {
  const { registration, profile } = context.config
  if (registration === 'closed') return call.refuse(refuse('registration_closed', 'Registration is closed'))
  const email = parseEmail(call.body.email)
  if (email === null) return call.refuse(refuse('invalid_request', 'email must be a valid e-mail address'))
  const weak = checkNewPassword(call.body.password, profile, context.isCommonPassword)
  if (weak !== null) return call.refuse(weak)

  const passwordHash = await context.passwords.hash(normalisePassword(call.body.password))
  const user: User = {
    id: context.random.uuid(call.now),
    email: email.email,
    emailVerified: false,
    secondFactors: [],
    createdAt: call.now,
    updatedAt: call.now,
    suspendedAt: null,
    deletionRequestedAt: null,
  }
  const taken = await writeDown(call, user, email, passwordHash, context)
  if (taken)
    return call.refuse(refuse('account_exists', 'An account with this e-mail address exists already'))
  return call.reply(201, {
    id: user.id,
    email: user.email,
    created_at: formatTimestamp(user.createdAt),
    ...(await warnOfPassword(call.body.password, context)),
  })
}

/**
 * Where addresses are verified nothing is looked up: whether the address is taken shows in the mail only.
 *
 * @returns true when the address is taken and that may be told
 */
async function writeDown(
  { now, acceptLanguage }: Call<'register'>,
  user: User,
  { email, emailKey }: Email,
  passwordHash: string,
  context: Context,
): Promise<boolean> {
  if (context.config.registration !== 'verified')
    return (await context.store.users.create(user, emailKey, passwordHash)) === 'exists'
  const registration = { accountId: user.id, email, passwordHash, registeredAt: user.createdAt }
  const sealed = sealRegistration(registration, context).toString('base64')
  await orderMail(
    {
      mail: 'verifyRegistration',
      email,
      acceptLanguage: keptLanguages(acceptLanguage),
      accountId: user.id,
      registration: sealed,
    },
    now,
    context,
  )
  return false
}
