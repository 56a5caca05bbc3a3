import {
  anyText,
  choice,
  integer,
  issuer,
  list,
  listenHost,
  origin,
  serverUrl,
  trustProxy,
  type Kind,
} from './kinds.ts'

/** One environment variable: the row from which its parsing and its line in the docs are made. */
export type Setting<T = unknown> = {
  readonly name: string
  readonly kind: Kind<T>
  /**
   * the text it has when it is not set; null: none, or one that depends on others and is put in words by
   * `otherwise`
   */
  readonly default: string | null
  /** what happens when it is not set, where `default` is null */
  readonly otherwise?: string
  readonly description: string
  /** never printed, and readable from the file that `<name>_FILE` names */
  readonly secret?: true
}

const seconds = (least: number, most: number) => integer(least, most)
const path = anyText('path')
const day = 86_400

/** Every setting there is, in the order of the docs. */
export const settings = [
  {
    name: 'PORT',
    kind: integer(0, 65_535),
    default: '8787',
    description: 'TCP port to listen on; 0 takes any free one.',
  },
  {
    name: 'HOST',
    kind: listenHost,
    default: null,
    otherwise: '`127.0.0.1` in development, `0.0.0.0` in production',
    description: 'Address to listen on.',
  },
  {
    name: 'LATCHKEY_ISSUER',
    kind: issuer,
    default: null,
    otherwise: '`http://localhost:<PORT>`',
    description:
      'The issuer identifier (RFC 8414 §2) and the start of every URL that Latchkey writes. A loopback host means development, any other host production.',
  },
  {
    name: 'LATCHKEY_DATA_DIR',
    kind: path,
    default: '.latchkey',
    description: 'Directory for the embedded database and the secret of development.',
  },
  {
    name: 'LATCHKEY_SECRET',
    kind: list(anyText('text of 32 characters or more in production')),
    default: null,
    otherwise: 'required in production; generated into the data directory in development',
    description:
      'Seals stored keys and derives others. The first item seals, all open: to change it, put the new one in front and keep the former behind it. Make one with `openssl rand -base64 32`.',
    secret: true,
  },
  {
    name: 'LATCHKEY_PROFILE',
    kind: choice('default', 'strict'),
    default: 'default',
    description:
      '`strict`: no `token` response type, no HS256, PKCE always, passwords of 15 characters or more.',
  },
  {
    name: 'LATCHKEY_REGISTRATION',
    kind: choice('open', 'verified', 'closed'),
    default: null,
    otherwise: '`open`',
    description:
      'Who may make an account: `open` everybody at once, `closed` nobody. `verified` (by mail) is not possible yet: this version sends no mail.',
  },
  {
    name: 'LATCHKEY_ORIGINS',
    kind: list(origin),
    default: null,
    otherwise: 'none',
    description:
      'Web origins whose scripts may call the API (CORS). Not used yet: this version answers no cross-origin call.',
  },
  {
    name: 'LATCHKEY_RATE_LIMIT_HOUR',
    kind: integer(0, 100_000_000),
    default: '1000',
    description: 'Calls an hour for each application; 0 = off. Not used yet: this version limits no calls.',
  },
  {
    name: 'LATCHKEY_RATE_LIMIT_DAY',
    kind: integer(0, 1_000_000_000),
    default: '10000',
    description: 'Calls a day for each application; 0 = off. Not used yet: this version limits no calls.',
  },
  {
    name: 'LATCHKEY_TRUST_PROXY',
    kind: trustProxy,
    default: 'false',
    description: 'Whose `X-Forwarded-For` to believe.',
  },
  {
    name: 'LATCHKEY_TLS_CERT',
    kind: path,
    default: null,
    otherwise: 'none',
    description: 'Certificate chain, PEM. Not possible yet and therefore refused: end TLS in a proxy.',
  },
  {
    name: 'LATCHKEY_TLS_KEY',
    kind: path,
    default: null,
    otherwise: 'none',
    description: 'Private key of the certificate, PEM. Not possible yet and therefore refused.',
  },
  {
    name: 'LATCHKEY_METRICS_PORT',
    kind: integer(1, 65_535),
    default: null,
    otherwise: 'off',
    description: 'Port for metrics, apart from `PORT`. Not used yet: this version has no metrics.',
  },
  {
    name: 'DATABASE_URL',
    kind: serverUrl('postgres', 'postgresql'),
    default: null,
    otherwise: 'the embedded PostgreSQL in the data directory',
    description: 'PostgreSQL 14 or newer.',
    secret: true,
  },
  {
    name: 'REDIS_URL',
    kind: serverUrl('redis', 'rediss'),
    default: null,
    otherwise: 'none',
    description: 'Redis for rate limits that several nodes share. Not used yet.',
    secret: true,
  },
  {
    name: 'SMTP_URL',
    kind: serverUrl('smtp', 'smtps'),
    default: null,
    otherwise: 'none',
    description:
      'Mail server. Not used yet: this version sends no mail. With it `LATCHKEY_REGISTRATION` has to be set, because its default will be `verified`.',
    secret: true,
  },
  {
    name: 'LOG_LEVEL',
    kind: choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    default: 'info',
    description: 'How much is written to the log.',
  },
  {
    name: 'LATCHKEY_DATABASE_POOL',
    kind: integer(1, 200),
    default: '10',
    description: 'Connections to the database at most.',
  },
  {
    name: 'LATCHKEY_PASSWORD_MEMORY_KIB',
    kind: integer(1024, 1_048_576),
    default: '19456',
    description:
      'Memory for hashing one password (argon2id `m`), KiB. In production memory × passes is 35840 or more.',
  },
  {
    name: 'LATCHKEY_PASSWORD_PASSES',
    kind: integer(1, 20),
    default: '2',
    description: 'Passes over that memory (argon2id `t`).',
  },
  {
    name: 'LATCHKEY_PASSWORD_PARALLELISM',
    kind: integer(1, 16),
    default: '1',
    description: 'Lanes of one hash (argon2id `p`).',
  },
  {
    name: 'LATCHKEY_ACCESS_TOKEN_SECONDS',
    kind: seconds(60, day),
    default: '3600',
    description: 'Seconds an access token works.',
  },
  {
    name: 'LATCHKEY_ID_TOKEN_SECONDS',
    kind: seconds(60, day),
    default: '3600',
    description: 'Seconds an ID token is valid.',
  },
  {
    name: 'LATCHKEY_CODE_SECONDS',
    kind: seconds(10, 600),
    default: '60',
    description: 'Seconds an authorization code may be redeemed (RFC 6749 §4.1.2: ten minutes at most).',
  },
  {
    name: 'LATCHKEY_SESSION_TOKEN_SECONDS',
    kind: seconds(60, day),
    default: '3600',
    description: 'Seconds a login or session token works.',
  },
  {
    name: 'LATCHKEY_SESSION_IDLE_SECONDS',
    kind: seconds(300, 365 * day),
    default: '604800',
    description: 'Seconds after its last use at which a session ends.',
  },
  {
    name: 'LATCHKEY_SESSION_ABSOLUTE_SECONDS',
    kind: seconds(300, 365 * day),
    default: '2592000',
    description: 'Seconds after sign-in at which a session ends whatever happens.',
  },
  {
    name: 'LATCHKEY_REFRESH_IDLE_SECONDS',
    kind: seconds(300, 365 * day),
    default: '2592000',
    description: 'Seconds an unused refresh token with `offline_access` works.',
  },
  {
    name: 'LATCHKEY_REFRESH_ABSOLUTE_SECONDS',
    kind: seconds(300, 5 * 365 * day),
    default: '31536000',
    description: 'Seconds after consent at which refreshing with `offline_access` ends whatever happens.',
  },
] as const satisfies readonly Setting[]

type Row = (typeof settings)[number]
type ValueOf<R> = R extends { readonly kind: Kind<infer T>; readonly default: infer D }
  ? D extends string
    ? T
    : T | null
  : never

/** The value of each setting by its name; null where it is not set and has no fixed default. */
export type Values = { readonly [R in Row as R['name']]: ValueOf<R> }
