import { isDisplayName } from '../../domain/displayName.ts'
import { secondsOf } from '../../domain/lifetimeChoice.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { developerAppPage } from '../../pages/developerAppPage.ts'
import { addAppSecret } from '../../steps/addAppSecret.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { tellUsage } from '../../steps/tellUsage.ts'

/** Adds a secret to one of somebody's apps by form; the next page shows its text. */
export const submitAppSecret: Operation<'submitAppSecret'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const { name = '', lifetime = 'none' } = call.body
  const isNamed = isDisplayName(name)
  const added = isNamed
    ? await addAppSecret(client, { name, ttlSeconds: secondsOf(lifetime) }, call.now, context)
    : refuse('invalid_request', 'name cannot be taken like this')
  if (!isRefusal(added)) {
    const path = `/account/apps/${client.clientId}`
    return call.reply(303, undefined, leaveNotice(call, 'secret_added', path, context, added.text))
  }
  const wrong = { wrongSecret: isNamed ? 'full' : 'name', typed: { name, lifetime } } as const
  const facts = await tellUsage(client, call.now, context)
  const page = developerAppPage(client, facts, { config: context.config, now: call.now }, wrong)
  return call.refuse(added, {
    body: renderAccountPage('developerApp', page, frameAccount(call, context), call.view),
  })
}
