import type { Context } from '../context.ts'
import { shownAccount, type Account, type ShownAccount } from '../domain/account/account.ts'
import { pictureUri } from '../domain/image/image.ts'

/** Gathers what the owner of an account sees of it. */
export async function tellAccount(
  account: Account,
  { store, config }: Pick<Context, 'store' | 'config'>,
): Promise<ShownAccount> {
  const { id } = account.user
  const [factors, passkeys, avatar] = await Promise.all([
    store.factors.summary(id),
    store.passkeys.count(id),
    store.images.avatarOf(id),
  ])
  const picture = avatar === null ? null : pictureUri(config.issuer, avatar.pictureId)
  const standing = { recoveryCodes: factors.recoveryCodes, passkeys, picture }
  return shownAccount(account, standing, config.lifetimes.deletionGraceSeconds)
}
