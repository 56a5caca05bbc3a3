import { parseEmail } from '../../domain/account/email.ts'
import { checkPassword, normalisePassword } from '../../domain/account/password.ts'
import type { User } from '../../domain/account/user.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'

/** Creates an account. */
export const register: Operation<'register'> = async (call, context) => {
  const { registration, profile } = context.config
  if (registration === 'closed') return call.refuse(refuse('registration_closed', 'Registration is closed'))
  const email = parseEmail(call.body.email)
  if (email === null) return call.refuse(refuse('invalid_request', 'email must be a valid e-mail address'))
  const weak = checkPassword(call.body.password, profile, context.isCommonPassword)
  if (weak !== null)
    return call.refuse(
      refuse('invalid_request', `password ${weak.message}`, 'password policy', { errors: [weak] }),
    )

  const passwordHash = await context.passwords.hash(normalisePassword(call.body.password))
  const user: User = {
    id: context.random.uuid(call.now),
    email: email.email,
    emailVerified: false,
    createdAt: call.now,
    updatedAt: call.now,
    suspendedAt: null,
  }
  if ((await context.store.users.create(user, email.emailKey, passwordHash)) === 'exists')
    return call.refuse(refuse('account_exists', 'An account with this e-mail address exists already'))
  return call.reply(201, { id: user.id, email: user.email, created_at: formatTimestamp(user.createdAt) })
}
