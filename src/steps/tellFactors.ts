import type { Context } from '../context.ts'
import type { User } from '../domain/account/user.ts'

/** What an account asks for after the password, and how many recovery codes are left. */
export async function tellFactors(user: User, { store }: Pick<Context, 'store'>) {
  const { recoveryCodes } = await store.factors.summary(user.id)
  return {
    totp: user.secondFactors.includes('totp'),
    mailed: user.secondFactors.includes('email'),
    isVerified: user.emailVerified,
    recoveryCodes,
  }
}
