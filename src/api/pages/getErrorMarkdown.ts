import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { siteMarkdown } from '../../pages/site.ts'

/** What one error code means, as Markdown. */
export const getErrorMarkdown: Operation<'getErrorMarkdown'> = async (call, { config }) => {
  const page = siteMarkdown(`errors/${call.path.code}`, config.issuer)
  if (page === null) return call.refuse(refuse('not_found', 'The documentation has no such page'))
  return call.reply(200, page)
}
