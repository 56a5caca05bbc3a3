import type { Context } from '../context.ts'
import { noSuchAccount } from '../domain/account/account.ts'
import { shownActivity } from '../domain/account/activity.ts'
import { shownAppPassword } from '../domain/account/appPassword.ts'
import { presentPasskey } from '../domain/account/passkey.ts'
import type { Session } from '../domain/account/session.ts'
import { sessionView } from '../domain/account/sessionView.ts'
import { applicationOf } from '../domain/oauth/application.ts'
import { shownConnection } from '../domain/oauth/connectedApp.ts'
import { formatTimestamp } from '../domain/timestamp.ts'
import { listLiveSessions } from './listLiveSessions.ts'
import { tellAccount } from './tellAccount.ts'

/** Entries of one list at most, and how many are read at a time. */
const most = 10_000
const portion = 1000

/**
 * Gathers everything that is kept about whoever is signed in.
 *
 * @returns the document; `invalid_token` when the account went away just now
 */
export async function gatherExport(
  { id: currentId, userId }: Pick<Session, 'id' | 'userId'>,
  now: Date,
  context: Pick<Context, 'store' | 'config'>,
) {
  const { store, config } = context
  const account = await store.accounts.find(userId)
  if (account === null) return noSuchAccount
  const sessions = await listLiveSessions(userId, now, context)
  const apps = await whole((after) => store.clients.listOwned(userId, portion, after))
  const consents = await whole((after) => store.consents.list(userId, portion, after, now))
  const activities = await whole((before) => store.activities.list(userId, portion, before))
  return {
    exported_at: formatTimestamp(now),
    account: await tellAccount(account, context),
    sessions: sessions.map((each) => sessionView(each, currentId)),
    apps: apps.map((each) => applicationOf(each, config)),
    consents: consents.map(shownConnection),
    passkeys: (await store.passkeys.list(userId)).map(presentPasskey),
    app_passwords: (await store.appPasswords.list(userId)).map(shownAppPassword),
    activities: activities.map(shownActivity),
  }
}

/** A list as a whole, read in portions: no statement takes long. */
async function whole<Item extends { readonly id: string }>(
  read: (after: string | null) => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  const items: Item[] = []
  for (let after: string | null = null; items.length < most; after = items.at(-1)!.id) {
    const page = await read(after)
    items.push(...page)
    if (page.length < portion) break
  }
  return items
}
