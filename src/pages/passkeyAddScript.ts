import { readFileSync } from 'node:fs'

/** The script of the page on which a passkey is added. */
export const passkeyAddScript = readFileSync(new URL('passkey-add.js', import.meta.url), 'utf8')
