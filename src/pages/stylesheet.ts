import { readFileSync } from 'node:fs'

/** The one stylesheet of all pages, without what only its readers need: comments, indentation, empty lines. */
export const stylesheet = readFileSync(new URL('latchkey.css', import.meta.url), 'utf8')
  .replaceAll(/\/\*[^]*?\*\//g, '')
  .replaceAll(/\s*\n\s*/g, '\n')
  .trim()
