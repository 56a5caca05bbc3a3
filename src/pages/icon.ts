import { readFileSync } from 'node:fs'

/** The icon of the pages, SVG. */
export const icon = readFileSync(new URL('icon.svg', import.meta.url), 'utf8')
