import type { Context } from '../context.ts'
import type { User } from '../domain/account/user.ts'
import { knownUser, needsProfile, type KnownUser } from '../domain/oidc/claims.ts'

/** Reads what is known about a user, as far as one of these claims needs it: mostly nothing is read. */
export async function knowUser(
  user: User,
  names: readonly string[],
  { store, config }: Pick<Context, 'store' | 'config'>,
): Promise<KnownUser> {
  if (!needsProfile(names)) return { user, profile: {}, picture: null }
  const [account, avatar] = await Promise.all([
    store.accounts.find(user.id),
    names.includes('picture') ? store.images.avatarOf(user.id) : null,
  ])
  return knownUser(user, { profile: account?.profile ?? {}, pictureId: avatar?.pictureId ?? null }, config)
}
