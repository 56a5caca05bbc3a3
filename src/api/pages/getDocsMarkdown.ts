import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { siteMarkdown } from '../../pages/site.ts'

/** A page of the documentation as it was written. */
export const getDocsMarkdown: Operation<'getDocsMarkdown'> = async (call, { config, violations }) => {
  const page = siteMarkdown(call.path.page, config.issuer, violations)
  if (page === null) return call.refuse(refuse('not_found', 'The documentation has no such page'))
  return call.reply(200, page)
}
