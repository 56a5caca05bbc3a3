import { decideUpload } from '../../domain/image/image.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { developerAppPage } from '../../pages/developerAppPage.ts'
import { imageWords } from '../../pages/imageWords.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { keepLogo } from '../../steps/keepLogo.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { tellUsage } from '../../steps/tellUsage.ts'

/** Makes an image that was chosen in a form the logo of one of somebody's apps. */
export const submitAppLogo: Operation<'submitAppLogo'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const file = decideUpload(call.body.image)
  const kept = isRefusal(file) ? file : await keepLogo(client, file, call.now, context)
  const path = `/account/apps/${client.clientId}`
  if (!isRefusal(kept)) return call.reply(303, undefined, leaveNotice(call, 'logo_saved', path, context))
  const facts = await tellUsage(client, call.now, context)
  const place = { config: context.config, now: call.now }
  const page = developerAppPage(client, facts, place, { wrongImage: imageWords(kept) })
  return call.refuse(kept, {
    body: renderAccountPage('developerApp', page, frameAccount(call, context), call.view),
  })
}
