const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Tells whether PostgreSQL would take the text for a uuid: anything else names nothing and is not sent. */
export function isUuid(text: string | null): text is string {
  return text !== null && uuid.test(text)
}

/** Tells whether PostgreSQL can hold the text: NUL is the one character it refuses. */
export function isText(text: string): boolean {
  return !text.includes('\0')
}
