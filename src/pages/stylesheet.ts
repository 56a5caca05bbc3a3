import { readFileSync } from 'node:fs'

/** The one stylesheet of all pages. */
export const stylesheet = readFileSync(new URL('latchkey.css', import.meta.url), 'utf8')
