import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderSitePage } from '../../pages/site.ts'

/** Shows what one error code means. */
export const getErrorPage: Operation<'getErrorPage'> = async (call, { config }) => {
  const page = renderSitePage(`errors/${call.path.code}`, config.issuer)
  if (page === null) return call.refuse(refuse('not_found', 'The documentation has no such page'))
  return call.reply(200, page)
}
