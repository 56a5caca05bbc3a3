import { clientSettings } from './clientSettings.ts'
import { databaseSettings } from './databaseSettings.ts'
import {
  anyText,
  choice,
  integer,
  issuer,
  list,
  listenHost,
  mailbox,
  origin,
  serverUrl,
  smtpUrl,
  trustProxy,
  type Kind,
} from './kinds.ts'
import type { Setting } from './setting.ts'
import { telemetrySettings } from './telemetrySettings.ts'

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
      'The issuer identifier (RFC 8414 §2) and the start of every URL that Latchkey writes. With a path, everything answers below it. A loopback host means development, any other host production.',
  },
  {
    name: 'LATCHKEY_DATA_DIR',
    kind: path,
    default: '.latchkey',
    description: 'Directory for the embedded database and the secret of development.',
  },
  {
    name: 'LATCHKEY_TEMPLATE_DIR',
    kind: path,
    default: null,
    otherwise: 'none: pages and mails as they are delivered',
    description:
      'Directory with templates, words and a stylesheet of your own for pages and mails: docs/look.md. Read at the start.',
  },
  {
    name: 'LATCHKEY_SECRET',
    kind: list(anyText('text of 32 characters or more in production')),
    default: null,
    otherwise: 'required in production; generated into the data directory in development',
    description:
      'Seals stored keys and derives others. The first item seals, all open: to change it, put the new one in front and keep the former behind it, for as long as authenticator apps are in use that were enrolled under it. Make one with `openssl rand -base64 32`.',
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
    otherwise: '`verified` with `SMTP_URL`, `open` without',
    description:
      'Who may make an account: `open` everybody at once, `verified` whoever confirms by mail that the address is theirs, `closed` nobody.',
  },
  ...clientSettings,
  {
    name: 'LATCHKEY_ORIGINS',
    kind: list(origin),
    default: null,
    otherwise: 'none',
    description:
      'Web origins whose scripts may call the API (CORS), besides those of redirect URIs at the token, revocation and userinfo endpoints, and in development those of this machine under `/api/v1` and at `authorize`.',
  },
  {
    name: 'LATCHKEY_RATE_LIMIT_HOUR',
    kind: integer(0, 100_000_000),
    default: '1000',
    description:
      'Calls an hour for each application, for each user who is signed in without one, and for each address that shows neither; 0 = off.',
  },
  {
    name: 'LATCHKEY_RATE_LIMIT_DAY',
    kind: integer(0, 1_000_000_000),
    default: '10000',
    description: 'The same for a day; 0 = off.',
  },
  {
    name: 'LATCHKEY_TRUST_PROXY',
    kind: trustProxy,
    default: 'false',
    description:
      'Whose `X-Forwarded-For` to believe. A number is for a port that only these proxies can reach; addresses are checked.',
  },
  {
    name: 'LATCHKEY_TLS_CERT',
    kind: path,
    default: null,
    otherwise: 'none',
    description: 'File with the certificate chain, PEM, to speak TLS without a proxy. Read again on SIGHUP.',
  },
  {
    name: 'LATCHKEY_TLS_KEY',
    kind: path,
    default: null,
    otherwise: 'none',
    description: 'File with the private key of the certificate, PEM.',
  },
  ...telemetrySettings,
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
    description:
      'Redis in which several nodes count calls together; without it, or while it is away, each node counts by itself.',
    secret: true,
  },
  {
    name: 'SMTP_URL',
    kind: smtpUrl,
    default: null,
    otherwise: 'in development mails lie at `/dev/mail`; in production none is sent',
    description:
      'Mail server, `smtp://user:password@host:587` or `smtps://user:password@host:465`. `smtp` has to offer STARTTLS unless the host is this machine or the URL ends in `?tls=none`.',
    secret: true,
  },
  {
    name: 'LATCHKEY_MAIL_FROM',
    kind: mailbox,
    default: null,
    otherwise: "`Latchkey <no-reply@…>` at the issuer's host",
    description: 'Who mails are from.',
  },
  {
    name: 'LOG_LEVEL',
    kind: choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    default: 'info',
    description: 'How much is written to the log.',
  },
  {
    name: 'LATCHKEY_DRAIN_SECONDS',
    kind: seconds(0, 300),
    default: '0',
    description:
      'Seconds for which, after SIGTERM or SIGINT, requests are still accepted while `/readyz` says 503 already, so that a load balancer turns away first.',
  },
  ...databaseSettings,
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
    name: 'LATCHKEY_AUTHORIZATION_TRANSACTION_SECONDS',
    kind: seconds(60, day),
    default: '1800',
    description: 'Seconds somebody may take in the browser from the start of an authorization to its end.',
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
  {
    name: 'LATCHKEY_RESET_LINK_SECONDS',
    kind: seconds(300, day),
    default: '1800',
    description: 'Seconds a mailed link works that lets a forgotten password be replaced.',
  },
  {
    name: 'LATCHKEY_VERIFICATION_LINK_SECONDS',
    kind: seconds(600, 30 * day),
    default: '86400',
    description: 'Seconds a mailed link works that confirms an address.',
  },
  {
    name: 'LATCHKEY_DELETION_GRACE_SECONDS',
    kind: seconds(0, 365 * day),
    default: '2592000',
    description:
      'Seconds between the wish to delete an account and its deletion, in which a sign-in takes the wish back; 0 deletes at once.',
  },
  {
    name: 'LATCHKEY_MFA_TOKEN_SECONDS',
    kind: seconds(60, 3600),
    default: '300',
    description: 'Seconds somebody may take from the password to the second factor.',
  },
  {
    name: 'LATCHKEY_EMAIL_CODE_SECONDS',
    kind: seconds(60, 3600),
    default: '600',
    description: 'Seconds a mailed code works as a second factor.',
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
