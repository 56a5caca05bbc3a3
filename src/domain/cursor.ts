import { refuse, type Refusal } from './refusal.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Where the next page of a list starts, opaque to the client: base64url of the last item's id. */
export function encodeCursor(lastId: string): string {
  return Buffer.from(lastId).toString('base64url')
}

/**
 * Reads a cursor that a client sends back.
 *
 * @returns the id after which the page starts, null for the first page, or a refusal when we never made such a cursor
 */
export function decodeCursor(cursor: string | undefined): string | null | Refusal {
  if (cursor === undefined) return null
  const id = Buffer.from(cursor, 'base64url').toString()
  if (uuid.test(id) && encodeCursor(id) === cursor) return id
  const errors = [{ path: 'query/cursor', message: 'must be the cursor of a Link header of this list' }]
  return refuse(
    'invalid_request',
    'query cursor must be the cursor of a Link header of this list',
    'foreign cursor',
    { errors },
  )
}
