import { encodeCursor } from './cursor.ts'

/** One page of a list, with the `Link` that leads on; undefined on the last page (RFC 8288 §3). */
export type Page<Item> = { readonly items: readonly Item[]; readonly link: string | undefined }

/**
 * Cuts a page out of what was read for it.
 *
 * @param found  the items from the page's start on; one more than `count` is enough to know that the list goes on
 * @param url    the list's URL, without query
 */
export function pageOf<Item extends { readonly id: string }>(
  found: readonly Item[],
  count: number,
  url: string,
): Page<Item> {
  const items = found.slice(0, count)
  const last = items.at(-1)
  if (found.length <= count || last === undefined) return { items, link: undefined }
  return { items, link: `<${url}?count=${count}&cursor=${encodeCursor(last.id)}>; rel="next"` }
}

/**
 * The same for people: where the list goes on is a link on the page.
 *
 * @param path  of the page, without query
 * @returns `next` null on the last page
 */
export function sheetOf<Item extends { readonly id: string }>(
  found: readonly Item[],
  count: number,
  path: string,
): { readonly items: readonly Item[]; readonly next: string | null } {
  const items = found.slice(0, count)
  const last = items.at(-1)
  const goesOn = found.length > count && last !== undefined
  return { items, next: goesOn ? `${path}?cursor=${encodeCursor(last.id)}` : null }
}
