import { notRegistered } from '../../domain/account/passkey.ts'
import { parseFormCredential } from '../../domain/account/passkeyForm.ts'
import { isDisplayName } from '../../domain/displayName.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { scriptPolicy } from '../../pages/contentSecurityPolicy.ts'
import { addPasskey } from '../../steps/addPasskey.ts'
import { beginPasskey } from '../../steps/beginPasskey.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'

/** Keeps the passkey that a browser has made, by form. What is wrong is said on the same page, with a new challenge. */
export const submitNewPasskey: Operation<'submitNewPasskey'> = async (call, context) => {
  const { challenge_id: challengeId, name = '', credential: text } = call.body
  const credential = parseFormCredential(text)
  const isNamed = isDisplayName(name)
  const added = !isNamed
    ? refuse('invalid_request', 'name cannot be taken like this')
    : credential === null
      ? notRegistered('field without a passkey')
      : await addPasskey({ challengeId, name, credential }, { ...call.principal, ...call }, context)
  if (!isRefusal(added))
    return call.reply(303, undefined, leaveNotice(call, 'passkey_added', '/account/passkeys', context))
  const begun = await beginPasskey(call.principal, call.now, context)
  const wrong = isNamed ? 'passkey' : 'name'
  const page = { begun: isRefusal(begun) ? null : begun, typed: name, wrong } as const
  const body = renderAccountPage('accountNewPasskey', page, frameAccount(call, context), call.view)
  return call.refuse(added, { body, headers: scriptPolicy })
}
