import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderSitePage } from '../../pages/site.ts'

/** Shows a page of the documentation. */
export const getDocsPage: Operation<'getDocsPage'> = async (call, { config, violations }) => {
  const page = renderSitePage(call.path.page, config.issuer, violations)
  if (page === null) return call.refuse(refuse('not_found', 'The documentation has no such page'))
  return call.reply(200, page)
}
