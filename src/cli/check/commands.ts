import type { Command } from 'commander'
import { declare } from '../declare.ts'

/** `latchkey check`: a deployment, ours or another's, held against the contract. */
export function declareCheck(program: Command): void {
  declare(
    program,
    'check <url>',
    'hold a deployment against the contract: what is printed, every operation, who is refused',
    [
      ['latchkey check http://localhost:8787', 'with an account that it registers, and deletes at its end'],
      [
        'latchkey check https://api.auth.example.com --json',
        'for a script; the exit status is 1 when something is wrong',
      ],
      [
        'pass check | latchkey check https://api.auth.example.com --email check@example.com --password-stdin',
        'where nobody may register: an account that may be lost',
      ],
    ],
    async () => (await import('./check.ts')).checkDeployment,
  )
    .option('--email <email>', 'the account to check with, instead of a new one; it may be lost')
    .option('--password-stdin', 'read its password from the first line of standard input')
    .option('--json', 'print JSON')
}
