import type { Command } from 'commander'
import { declare, declareGroup, wholeNumber } from '../declare.ts'

const id = '019c303f-9800-7baa-a189-d5905dc3fe02'

/** `latchkey users`: accounts. A user is named by e-mail address or id. */
export function declareUsers(program: Command): void {
  const users = declareGroup(program, 'users', 'accounts: list, show, add, suspend, remove', [
    ['latchkey users suspend alice@example.com', 'let her in no more, from this moment'],
  ])
  declareLooking(users)
  declareChanging(users)
}

function declareLooking(users: Command): void {
  declare(
    users,
    'ls',
    'list accounts, the newest first',
    [
      ['latchkey users ls', 'the hundred newest'],
      [`latchkey users ls --count 1000 --after ${id} --json`, 'those before that one, for a script'],
    ],
    async () => (await import('./look.ts')).listUsers,
  )
    .option('--count <number>', 'how many, 1–1000', wholeNumber(1, 1000), 100)
    .option('--after <id>', 'go on after this one')
    .option('--json', 'print JSON')
  declare(
    users,
    'show <user>',
    'show an account and what hangs on it',
    [['latchkey users show alice@example.com', 'her account, with the number of her sessions and apps']],
    async () => (await import('./look.ts')).showUser,
  ).option('--json', 'print JSON')
}

function declareChanging(users: Command): void {
  declare(
    users,
    'add [email]',
    'make an account; its password is asked for, or read from standard input',
    [
      ['latchkey users add alice@example.com', 'asks for the password, twice'],
      ['pass alice | latchkey users add alice@example.com --password-stdin', 'takes it from a program'],
    ],
    async () => (await import('./add.ts')).addUser,
  )
    .option('--verified', 'the address is known to be theirs')
    .option('--password-stdin', 'read the password from the first line of standard input')
    .option('--json', 'print JSON')
  declare(
    users,
    'suspend <user>',
    'let somebody in no more, and end their sessions; what they have stays',
    [['latchkey users suspend alice@example.com', 'until latchkey users unsuspend']],
    async () => (await import('./change.ts')).suspendUser,
  )
    .option('--yes', 'do not ask')
    .option('--json', 'print JSON')
  declare(
    users,
    'unsuspend <user>',
    'let somebody in again',
    [['latchkey users unsuspend alice@example.com', 'they sign in anew: sessions stay ended']],
    async () => (await import('./change.ts')).unsuspendUser,
  ).option('--json', 'print JSON')
  declare(
    users,
    'rm <user>',
    'delete an account at once, with everything that hangs on it: apps, tokens, sessions',
    [['latchkey users rm alice@example.com --yes', 'there is no way back']],
    async () => (await import('./change.ts')).removeUser,
  )
    .option('--yes', 'do not ask')
    .option('--json', 'print JSON')
}
