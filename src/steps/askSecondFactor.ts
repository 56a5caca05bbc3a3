import type { Context } from '../context.ts'
import { askedFactor, mfaMethods, requireMfa } from '../domain/account/mfa.ts'
import type { User } from '../domain/account/user.ts'
import { after } from '../domain/moment.ts'
import type { Refusal } from '../domain/refusal.ts'
import { formatSecret, hashSecret } from '../domain/token/secret.ts'
import { mailCode, type CodeRequest } from './mailCode.ts'

/**
 * Asks for the second factor of somebody whose password was right: keeps that for a few minutes, and mails a code where codes
 * come by mail. Another sign-in gets its own; the one before works on.
 *
 * @param user  as it was read with the password
 * @param request.challengeToken  what the sign-in goes on with; left out: an `mfa_token` is made
 * @returns `mfa_required`
 */
export async function askSecondFactor(
  user: User,
  { now, acceptLanguage, challengeToken }: CodeRequest & { readonly challengeToken?: string },
  context: Pick<Context, 'store' | 'sealing' | 'random' | 'config' | 'jobs'>,
): Promise<Refusal> {
  const { store, random, config } = context
  const token = challengeToken ?? formatSecret('mfaToken', random.bytes(32))
  const [{ recoveryCodes }, passkeys] = await Promise.all([
    store.factors.summary(user.id),
    store.passkeys.count(user.id),
  ])
  await store.mfaChallenges.open({
    hash: hashSecret(token),
    userId: user.id,
    userAsOf: user.updatedAt,
    createdAt: now,
    expiresAt: after(now, config.lifetimes.mfaTokenSeconds),
    tries: 0,
    consumedAt: null,
  })
  if (askedFactor(user) === 'email') await mailCode(user, { now, acceptLanguage }, context)
  return requireMfa(token, mfaMethods(user, { recoveryCodes, passkeys }))
}
