import type { CallOptions, Failure, Success } from './createClient.ts'

/** What every operation that lists takes. */
type ListOptions = CallOptions & {
  readonly query?: { readonly count?: number; readonly cursor?: string }
}

/**
 * Goes through a whole list, page by page as its items are asked for: `for await (const app of items(listApps, { client }))`.
 *
 * @param list  an operation that answers a list; `query.count` says how many items it fetches at once
 * @throws ApiError  where a page is refused; items of earlier pages were handed out by then
 */
export async function* items<Item, Given extends ListOptions>(
  list: (options: Given) => Promise<Success<readonly Item[]> | Failure<Error>>,
  options: Given,
): AsyncGenerator<Item, void, undefined> {
  let cursor = options.query?.cursor
  do {
    const { data, error, response } = await list({ ...options, query: { ...options.query, cursor } })
    if (error !== undefined) throw error
    yield* data
    cursor = cursorOf(response)
  } while (cursor !== undefined)
}

/** Where the next page begins: the `cursor` of `Link: <…>; rel="next"` (RFC 8288); undefined on the last page. */
function cursorOf({ headers }: Response): string | undefined {
  const [, target] = /<([^>]*)>\s*;\s*rel="?next"?/.exec(headers.get('link') ?? '') ?? []
  if (target === undefined) return undefined
  return new URL(target, 'http://relative').searchParams.get('cursor') ?? undefined
}
