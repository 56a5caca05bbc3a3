import { Option, type Command } from 'commander'
import { declare, declareGroup } from '../declare.ts'

/** `latchkey keys`: what signs tokens. */
export function declareKeys(program: Command): void {
  const keys = declareGroup(program, 'keys', 'signing keys: list, rotate', [
    ['latchkey keys ls', 'which one signs, and since when'],
  ])
  declare(
    keys,
    'ls',
    'list the signing keys: next is published and does not sign yet, retiring only verifies',
    [['latchkey keys ls', 'nine keys at most: three for each algorithm']],
    async () => (await import('./keys.ts')).listKeys,
  ).option('--json', 'print JSON')
  declare(
    keys,
    'rotate',
    'let the next key sign from now on, and the present one verify for another week',
    [
      ['latchkey keys rotate', 'all algorithms; running services follow within a minute'],
      ['latchkey keys rotate --alg ES256', 'access tokens only'],
    ],
    async () => (await import('./keys.ts')).rotate,
  )
    .addOption(new Option('--alg <algorithm>', 'only this one').choices(['RS256', 'ES256', 'EdDSA']))
    .option('--json', 'print JSON')
}
