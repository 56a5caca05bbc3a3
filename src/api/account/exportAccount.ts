import { noSuchAccount } from '../../domain/account/account.ts'
import { shownActivity } from '../../domain/account/activity.ts'
import { shownAppPassword } from '../../domain/account/appPassword.ts'
import { presentPasskey } from '../../domain/account/passkey.ts'
import { isSessionAlive } from '../../domain/account/session.ts'
import { sessionView } from '../../domain/account/sessionView.ts'
import { applicationOf } from '../../domain/oauth/application.ts'
import { shownConnection } from '../../domain/oauth/connectedApp.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'
import { tellAccount } from '../../steps/tellAccount.ts'

/** Entries of one list at most, and how many are read at a time. */
const most = 10_000
const portion = 1000

/** Gives the signed-in user everything that is kept about them. */
export const exportAccount: Operation<'exportAccount'> = async (call, context) => {
  const { store, config } = context
  const { user, session: current } = call.principal
  const account = await store.accounts.find(user.id)
  if (account === null) return call.refuse(noSuchAccount)
  const sessions = await store.sessions.listOpen(user.id, call.now)
  const alive = sessions.filter((each) => isSessionAlive(each, config.lifetimes.sessionIdleSeconds, call.now))
  const apps = await whole((after) => store.clients.listOwned(user.id, portion, after))
  const consents = await whole((after) => store.consents.list(user.id, portion, after, call.now))
  const activities = await whole((before) => store.activities.list(user.id, portion, before))
  const exported = {
    exported_at: formatTimestamp(call.now),
    account: await tellAccount(account, context),
    sessions: alive.map((each) => sessionView(each, current.id)),
    apps: apps.map((each) => applicationOf(each, config)),
    consents: consents.map(shownConnection),
    passkeys: (await store.passkeys.list(user.id)).map(presentPasskey),
    app_passwords: (await store.appPasswords.list(user.id)).map(shownAppPassword),
    activities: activities.map(shownActivity),
  }
  return call.reply(200, exported, {
    'content-disposition': 'attachment; filename="latchkey-account.json"',
  })
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
