import { writeLanguage } from '../../domain/browser/cookie.ts'
import { returnUri } from '../../domain/browser/returnPath.ts'
import type { Operation } from '../../http/operation.ts'

/** Remembers which language somebody chose, and leads back to the page where they did. */
export const submitLanguage: Operation<'submitLanguage'> = async (call, { config: { issuer } }) => {
  const location = returnUri(call.query.return_to, issuer) ?? `${issuer}/signout`
  return call.reply(303, undefined, { location, 'set-cookie': [writeLanguage(call.body.language, issuer)] })
}
