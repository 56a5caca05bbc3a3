import type { Command } from 'commander'
import { declare, declareGroup, wholeNumber } from '../declare.ts'

const id = '019c303f-9800-7baa-a189-d5905dc3fe02'
const mostSeconds = 315_360_000

/** `latchkey auth`: app passwords of users, and tokens for programs that have no user. */
export function declareAuth(program: Command): void {
  const auth = declareGroup(
    program,
    'auth',
    'app passwords of users and access tokens of programs: add, list, show, remove, reset',
    [
      ['latchkey auth add alice@example.com -n backup -s read', 'make an app password; it is shown once'],
      ['latchkey auth ls alice@example.com', 'find it, and its id'],
      [`latchkey auth rm ${id}`, 'revoke it'],
    ],
  )
  declareMaking(auth)
  declareLooking(auth)
  declare(
    auth,
    'rm <id>',
    'revoke an app password or a token, with the sessions made from it',
    [[`latchkey auth rm ${id} --yes`, 'it opens nothing any more, from this moment']],
    async () => (await import('./change.ts')).removeCredential,
  )
    .option('--yes', 'do not ask')
    .option('--json', 'print JSON')
}

function declareMaking(auth: Command): void {
  declare(
    auth,
    'add [username]',
    'make an app password of a user (username = e-mail address); without a user, a client access token',
    [
      ['latchkey auth add alice@example.com -n backup -s read', 'an app password that reads, for a year'],
      [
        'latchkey auth add -n prometheus -s metrics -e -1',
        'a token that opens /metrics, for as long as it is not removed',
      ],
    ],
    async () => (await import('./add.ts')).addCredential,
  )
    .option('-n, --name <name>', 'what it is for, to know it again')
    .option('-s, --scopes <scopes>', 'separated by spaces or commas; of an app password: read, write or both')
    .option(
      '-e, --expires-in <seconds>',
      'how long it works, 60–315360000; -1: until it is removed (default: a year)',
      expiry,
    )
    .option('--json', 'print JSON')
  declare(
    auth,
    'reset <id>',
    'put a new secret in the place of the former, which is dead at once; name, scopes and length stay',
    [[`latchkey auth reset ${id} --yes`, 'the new secret is shown once']],
    async () => (await import('./change.ts')).resetCredential,
  )
    .option('--yes', 'do not ask')
    .option('--json', 'print JSON')
}

function declareLooking(auth: Command): void {
  declare(
    auth,
    'ls [username]',
    'list app passwords, the newest first, and client tokens; of a user, their app passwords only',
    [
      ['latchkey auth ls', 'everybody’s, and the tokens without a user'],
      ['latchkey auth ls alice@example.com --json', 'hers, for a script'],
    ],
    async () => (await import('./look.ts')).listCredentials,
  )
    .option('--count <number>', 'how many app passwords, 1–1000', wholeNumber(1, 1000), 100)
    .option('--after <id>', 'go on after this app password')
    .option('--json', 'print JSON')
  declare(
    auth,
    'show <id>',
    'show an app password or a token; never its secret, which is not stored',
    [[`latchkey auth show ${id}`, 'whose it is, what it opens, when it was last used']],
    async () => (await import('./look.ts')).showCredential,
  ).option('--json', 'print JSON')
}

function expiry(text: string): number {
  return text === '-1' ? -1 : wholeNumber(60, mostSeconds)(text)
}
