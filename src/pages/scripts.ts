import { readFileSync } from 'node:fs'

/** The script that asks the browser for a passkey. */
export const passkeyScript = read('passkey.js')

/** The script that lets people see the password they type, and says how strong a new one is. */
export const passwordScript = read('password.js')

/** What it asks: `passwordStrength` of the SDK, as `make generate` compiles it. */
export const passwordStrengthScript = read('../../generated/passwordStrength.js')

/** A script without what only its readers need: lines that are comments. */
function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
    .replaceAll(/^\s*(?:\/\/|\/\*\*|\*)[^\n]*\n/gm, '')
    .replaceAll(/^\s+/gm, '')
}
