import bowser from 'bowser'

const longest = 64

/**
 * Names a device for its owner by what it called itself: `Firefox on Linux`, or the program's own word, such as `curl`. It
 * is a help for the memory and proves nothing: a `User-Agent` says what it likes.
 *
 * @param userAgent  null: it said nothing
 * @returns 1–64 characters of printable ASCII
 */
export function deviceLabel(userAgent: string | null): string {
  const text = userAgent?.replaceAll(/[^\x20-\x7e]/g, '').trim() ?? ''
  if (text === '') return 'Unknown device'
  const { browser, os } = bowser.parse(text)
  const program = browser.name || firstProduct(text)
  return (os.name ? `${program} on ${os.name}` : program).slice(0, longest).trim()
}

/** The first product (RFC 9110 §10.1.5), without its version. */
function firstProduct(text: string): string {
  return /^[^\s/;()]+/.exec(text)?.[0] ?? 'Unknown device'
}
