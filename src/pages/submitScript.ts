import { readFileSync } from 'node:fs'

/** The script of the page that carries an answer to an app as a form. */
export const submitScript = readFileSync(new URL('submit.js', import.meta.url), 'utf8')
