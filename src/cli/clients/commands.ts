import { Option, type Command } from 'commander'
import { collect, declare, declareGroup, wholeNumber } from '../declare.ts'
import { limitOrDefault } from './limit.ts'

const app = 'app_Zm9vYmFyYmF6cXV4MTIzNA'

/** `latchkey clients`: apps of everybody. A client is named by its `app_…` or internal id. */
export function declareClients(program: Command): void {
  const clients = declareGroup(program, 'clients', 'apps: list, show, add, change, remove', [
    [`latchkey clients mod ${app} --first-party`, 'its users are asked for consent no more'],
  ])
  declareLooking(clients)
  declareAdding(clients)
  declareModifying(clients)
  declare(
    clients,
    'rm <client>',
    'delete an app with its secrets, codes, tokens and consents',
    [[`latchkey clients rm ${app} --yes`, 'there is no way back']],
    async () => (await import('./remove.ts')).removeClient,
  )
    .option('--yes', 'do not ask')
    .option('--json', 'print JSON')
}

function declareLooking(clients: Command): void {
  declare(
    clients,
    'ls',
    'list apps, the newest first',
    [
      ['latchkey clients ls', 'the hundred newest'],
      ['latchkey clients ls --count 1000 --json', 'more of them, for a script'],
    ],
    async () => (await import('./look.ts')).listClients,
  )
    .option('--count <number>', 'how many, 1–1000', wholeNumber(1, 1000), 100)
    .option('--after <id>', 'go on after this one (internal id)')
    .option('--json', 'print JSON')
  declare(
    clients,
    'show <client>',
    'show an app, also what only the operator sees of it',
    [[`latchkey clients show ${app}`, 'its owner, limits and resources among the rest']],
    async () => (await import('./look.ts')).showClient,
  ).option('--json', 'print JSON')
}

function declareAdding(clients: Command): void {
  const add = declare(
    clients,
    'add',
    'register an app of the operator’s, or of a user; its secret is shown once',
    [
      [
        'latchkey clients add -n Console --redirect-uri https://console.example.com/callback -s "openid email" --first-party',
        'the house’s own app, which needs no consent',
      ],
      [
        'latchkey clients add -n "Orders API" --resource https://orders.example.com',
        'a resource server that may introspect tokens made for it',
      ],
    ],
    async () => (await import('./add.ts')).addClient,
  )
  withSettings(add).option('--owner <user>', 'the user whose app it is, by e-mail address or id')
  withOperatorSettings(add).option('--json', 'print JSON')
}

function declareModifying(clients: Command): void {
  const mod = declare(
    clients,
    'mod <client>',
    'change an app; what is not named stays, and a list that is named replaces the former',
    [
      [`latchkey clients mod ${app} --per-hour 5000 --per-day 50000`, 'let it call more often'],
      [`latchkey clients mod ${app} --per-hour default`, 'back to LATCHKEY_RATE_LIMIT_HOUR'],
      [`latchkey clients mod ${app} --no-first-party`, 'its users are asked for consent again'],
    ],
    async () => (await import('./modify.ts')).modifyClient,
  )
  withOperatorSettings(withSettings(mod))
    .option('--no-first-party', 'needs consent like any other')
    .option('--no-resources', 'may introspect no tokens but its own')
    .option('--json', 'print JSON')
}

/** What an owner may set as well. The rules are those of `registerApp` and `updateApp`. */
function withSettings(command: Command): Command {
  return command
    .option('-n, --name <name>', 'what people read on the consent page')
    .option('--description <text>', 'a line about it')
    .option('--redirect-uri <uri>', 'may be repeated', collect)
    .option('--post-logout-redirect-uri <uri>', 'may be repeated', collect)
    .option('-s, --scopes <scopes>', 'separated by spaces or commas')
    .addOption(
      new Option('--auth-method <method>', 'none: a public app, without a secret').choices([
        'client_secret_basic',
        'client_secret_post',
        'none',
      ]),
    )
    .addOption(new Option('--token-format <format>', 'of access tokens').choices(['jwt', 'opaque']))
    .addOption(
      new Option('--id-token-alg <algorithm>', 'that signs its ID tokens').choices([
        'RS256',
        'ES256',
        'EdDSA',
        'HS256',
      ]),
    )
    .option('--pkce', 'ask for PKCE')
    .option('--no-pkce', 'let a confidential app do without PKCE')
}

/** What only the operator may set. */
function withOperatorSettings(command: Command): Command {
  return command
    .option('--first-party', 'the house’s own: needs no consent')
    .option('--per-hour <calls>', 'calls an hour, 0 for no limit, or "default"', limitOrDefault(100_000_000))
    .option('--per-day <calls>', 'calls a day, 0 for no limit, or "default"', limitOrDefault(1_000_000_000))
    .option(
      '--resource <uri>',
      'a resource server (RFC 8707) whose tokens it may introspect; may be repeated',
      collect,
    )
}
