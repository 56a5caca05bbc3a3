import { parseEmail } from '../../domain/account/email.ts'
import { decideLogin } from '../../domain/account/login.ts'
import { normalisePassword } from '../../domain/account/password.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { startSession } from '../../steps/startSession.ts'

/** Opens a session with e-mail address and password. */
export const login: Operation<'login'> = async (call, context) => {
  const email = parseEmail(call.body.email)
  const password = normalisePassword(call.body.password)
  const found = email === null ? null : await context.store.users.findByEmail(email.emailKey)
  // An unknown address costs the same hash as a known one.
  const matches =
    found === null
      ? await context.passwords.verifyDecoy(password)
      : await context.passwords.verify(found.passwordHash, password)
  const user = decideLogin(found?.user ?? null, matches)
  if (isRefusal(user)) return call.refuse(user)
  if (found !== null && context.passwords.needsRehash(found.passwordHash))
    await context.store.users.rehash(user.id, found.passwordHash, await context.passwords.hash(password))

  const { token, expiresInSeconds } = await startSession(user, ['pwd'], call.now, context)
  const { id, email: address, createdAt } = user
  return call.reply(200, {
    user: { id, email: address, created_at: formatTimestamp(createdAt) },
    token,
    expires_in: expiresInSeconds,
  })
}
