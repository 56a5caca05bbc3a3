import type { Context } from '../context.ts'
import type { Client } from '../domain/oauth/client.ts'

/**
 * Names whoever registered an app, to the people whom it asks for access.
 *
 * It is the name of their profile, which they may leave empty and which nobody has verified: who shows it says so. Never the
 * address of their account: anybody may begin an authorization, and could collect addresses. Nobody is named for an app that the
 * operator vouches for: the house answers for it, and not who once registered it.
 *
 * @returns null: there is no name, or nobody owns the app because the operator made it or it registered itself
 */
export async function nameOwner(
  { firstParty, ownerId }: Pick<Client, 'firstParty' | 'ownerId'>,
  { store }: Pick<Context, 'store'>,
): Promise<string | null> {
  if (firstParty || ownerId === null) return null
  const owner = await store.accounts.find(ownerId)
  return owner?.profile.name ?? null
}
