import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { readSettings, type ReadFile } from './config/environment.ts'
import { isLoopback, type Mailbox, type TrustProxy } from './config/kinds.ts'
import type { Setting } from './config/setting.ts'
import { settings, type Values } from './config/settings.ts'
import { tracingOf } from './config/tracing.ts'
import type { Lifetimes } from './domain/lifetimes.ts'
import type { AllowedHost } from './domain/outbound.ts'
import type { TracingSettings } from './platform/tracing.ts'

/** The whole configuration: made once from the environment, frozen, handed to whoever needs a part of it. */
export type Config = {
  /** 0: any free port; `withPort` tells the configuration which one it became */
  readonly port: number
  readonly host: string
  /** the start of every URL we write: an origin without a slash at its end */
  readonly issuer: string
  /** whether the issuer's host is loopback: the only switch between development and production */
  readonly development: boolean
  /** absolute path */
  readonly dataDirectory: string
  /** absolute path of what the operator made of the pages; null: they are as delivered */
  readonly templateDirectory: string | null
  /** never empty in production; empty in development: take `developmentSecret(dataDirectory)` */
  readonly secrets: readonly string[]
  readonly profile: 'default' | 'strict'
  readonly registration: 'open' | 'verified' | 'closed'
  /** who may register a client at `/oauth2/register` */
  readonly clientRegistration: {
    readonly mode: 'off' | 'token' | 'open'
    /** initial access tokens */
    readonly tokens: readonly string[]
    /** clients of one address in an hour while registration is open; 0 = off */
    readonly mostInHour: number
    /** which clients have to use PKCE */
    readonly pkce: 'public' | 'always'
  }
  readonly outbound: {
    /** hosts that may be called although they are private, or without TLS */
    readonly allowedHosts: readonly AllowedHost[]
    /** absolute path of certificates that are trusted besides the system's; null: none */
    readonly certificates: string | null
  }
  readonly origins: readonly string[]
  /** calls for each application; 0 = off */
  readonly rateLimits: { readonly hour: number; readonly day: number }
  readonly trustProxy: TrustProxy
  /** absolute paths of certificate and key; null: plain HTTP, TLS ends in a proxy if anywhere */
  readonly tls: { readonly certificate: string; readonly key: string } | null
  /** null: no metrics */
  readonly metricsPort: number | null
  /** null: no traces */
  readonly tracing: TracingSettings | null
  /** null: the embedded PostgreSQL */
  readonly databaseUrl: string | null
  /** connections at most */
  readonly databasePool: number
  /** whether a pooler gives connections away after each transaction */
  readonly isDatabasePooled: boolean
  readonly redisUrl: string | null
  /** null: none; mails go to the development mailbox, or wait */
  readonly smtpUrl: string | null
  /** who mails are from */
  readonly mailFrom: Mailbox
  readonly logLevel: Values['LOG_LEVEL']
  /** between the signal to stop and the end of accepting */
  readonly drainSeconds: number
  /** what one argon2id hash costs */
  readonly passwords: { readonly memoryKib: number; readonly passes: number; readonly parallelism: number }
  readonly lifetimes: Lifetimes
}

const leastPasswordWork = 35_840
const leastSecretLength = 32
const leastDistinctCharacters = 8
const secretAdvice = 'make one with: openssl rand -base64 32'

/**
 * Reads the environment.
 *
 * @param readFile  reads the file that a `…_FILE` variable names; default: the disk
 * @returns the configuration, or every mistake at once, each a sentence that says what to do and shows no
 *   secret
 */
export function readConfig(
  environment: NodeJS.ProcessEnv,
  readFile: ReadFile = (path) => readFileSync(path, 'utf8'),
): { readonly config: Config } | { readonly errors: readonly string[] } {
  const errors: string[] = []
  const values = readSettings(environment, readFile, errors)
  const config = configOf(values)
  errors.push(...checkSafety(config, errors), ...checkUnsupported(values, config), ...checkLifetimes(config))
  return errors.length > 0 ? { errors } : { config }
}

/**
 * The configuration of a server that listens on this port. An issuer that was made up from port 0 names the
 * real one.
 */
export function withPort(config: Config, port: number): Config {
  const isTls = config.tls !== null
  const issuer = config.issuer === defaultIssuer(0, isTls) ? defaultIssuer(port, isTls) : config.issuer
  return Object.freeze({ ...config, port, issuer })
}

function defaultIssuer(port: number, isTls: boolean): string {
  return new URL(`${isTls ? 'https' : 'http'}://localhost:${port}`).origin
}

function configOf(values: Values): Config {
  const tls = tlsOf(values)
  const issuer = values.LATCHKEY_ISSUER ?? defaultIssuer(values.PORT, tls !== null)
  const development = isLoopback(new URL(issuer).hostname)
  return Object.freeze({
    port: values.PORT,
    host: values.HOST ?? (development ? '127.0.0.1' : '0.0.0.0'),
    issuer,
    development,
    dataDirectory: resolve(values.LATCHKEY_DATA_DIR),
    templateDirectory: values.LATCHKEY_TEMPLATE_DIR === null ? null : resolve(values.LATCHKEY_TEMPLATE_DIR),
    secrets: Object.freeze([...(values.LATCHKEY_SECRET ?? [])]),
    profile: values.LATCHKEY_PROFILE,
    registration: values.LATCHKEY_REGISTRATION ?? (values.SMTP_URL === null ? 'open' : 'verified'),
    clientRegistration: clientRegistrationOf(values),
    outbound: outboundOf(values),
    origins: Object.freeze([...(values.LATCHKEY_ORIGINS ?? [])]),
    rateLimits: Object.freeze({ hour: values.LATCHKEY_RATE_LIMIT_HOUR, day: values.LATCHKEY_RATE_LIMIT_DAY }),
    trustProxy: Object.freeze(values.LATCHKEY_TRUST_PROXY),
    tls,
    metricsPort: values.LATCHKEY_METRICS_PORT,
    tracing: tracingOf(values),
    databaseUrl: values.DATABASE_URL,
    databasePool: values.LATCHKEY_DATABASE_POOL,
    isDatabasePooled: values.LATCHKEY_DATABASE_POOLER === 'transaction',
    redisUrl: values.REDIS_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: Object.freeze(values.LATCHKEY_MAIL_FROM ?? defaultSender(issuer)),
    logLevel: values.LOG_LEVEL,
    drainSeconds: values.LATCHKEY_DRAIN_SECONDS,
    passwords: Object.freeze({
      memoryKib: values.LATCHKEY_PASSWORD_MEMORY_KIB,
      passes: values.LATCHKEY_PASSWORD_PASSES,
      parallelism: values.LATCHKEY_PASSWORD_PARALLELISM,
    }),
    lifetimes: lifetimesOf(values),
  })
}

function tlsOf({ LATCHKEY_TLS_CERT: certificate, LATCHKEY_TLS_KEY: key }: Values): Config['tls'] {
  if (certificate === null || key === null) return null
  return Object.freeze({ certificate: resolve(certificate), key: resolve(key) })
}

function clientRegistrationOf(values: Values): Config['clientRegistration'] {
  return Object.freeze({
    mode: values.LATCHKEY_CLIENT_REGISTRATION,
    tokens: Object.freeze([...(values.LATCHKEY_CLIENT_REGISTRATION_TOKEN ?? [])]),
    mostInHour: values.LATCHKEY_CLIENT_REGISTRATION_HOUR,
    pkce: values.LATCHKEY_CLIENT_REGISTRATION_PKCE,
  })
}

function outboundOf({
  LATCHKEY_OUTBOUND_ALLOW: hosts,
  LATCHKEY_OUTBOUND_CA: file,
}: Values): Config['outbound'] {
  return Object.freeze({
    allowedHosts: Object.freeze([...(hosts ?? [])]),
    certificates: file === null ? null : resolve(file),
  })
}

/** No mailbox has an address at a number or at `localhost` of its own: there it is only a name. */
function defaultSender(issuer: string): Mailbox {
  const { hostname } = new URL(issuer)
  const host = isLoopback(hostname) || !/[a-z]/.test(hostname) ? 'localhost' : hostname
  return { name: 'Latchkey', address: `no-reply@${host}` }
}

function lifetimesOf(values: Values): Lifetimes {
  return Object.freeze({
    accessTokenSeconds: values.LATCHKEY_ACCESS_TOKEN_SECONDS,
    idTokenSeconds: values.LATCHKEY_ID_TOKEN_SECONDS,
    codeSeconds: values.LATCHKEY_CODE_SECONDS,
    sessionTokenSeconds: values.LATCHKEY_SESSION_TOKEN_SECONDS,
    sessionIdleSeconds: values.LATCHKEY_SESSION_IDLE_SECONDS,
    sessionAbsoluteSeconds: values.LATCHKEY_SESSION_ABSOLUTE_SECONDS,
    refreshIdleSeconds: values.LATCHKEY_REFRESH_IDLE_SECONDS,
    refreshAbsoluteSeconds: values.LATCHKEY_REFRESH_ABSOLUTE_SECONDS,
    resetLinkSeconds: values.LATCHKEY_RESET_LINK_SECONDS,
    authorizationTransactionSeconds: values.LATCHKEY_AUTHORIZATION_TRANSACTION_SECONDS,
    verificationLinkSeconds: values.LATCHKEY_VERIFICATION_LINK_SECONDS,
    deletionGraceSeconds: values.LATCHKEY_DELETION_GRACE_SECONDS,
    mfaTokenSeconds: values.LATCHKEY_MFA_TOKEN_SECONDS,
    emailCodeSeconds: values.LATCHKEY_EMAIL_CODE_SECONDS,
  })
}

/** What only production insists on. A secret that could not even be read is not called missing as well. */
function checkSafety(config: Config, earlier: readonly string[]): readonly string[] {
  if (config.development) return []
  const errors = [
    ...config.secrets.flatMap((secret, index) => weakSecret('LATCHKEY_SECRET', secret, index)),
    ...config.clientRegistration.tokens.flatMap((token, index) =>
      weakSecret('LATCHKEY_CLIENT_REGISTRATION_TOKEN', token, index),
    ),
  ]
  if (config.secrets.length === 0 && !earlier.some((mistake) => mistake.startsWith('LATCHKEY_SECRET'))) {
    errors.push(`LATCHKEY_SECRET is required in production: ${secretAdvice}`)
  }
  const { memoryKib, passes } = config.passwords
  if (memoryKib * passes < leastPasswordWork) {
    errors.push(
      `LATCHKEY_PASSWORD_MEMORY_KIB × LATCHKEY_PASSWORD_PASSES must be ${leastPasswordWork} or more in production (it is ${memoryKib * passes})`,
    )
  }
  return errors
}

function weakSecret(name: string, secret: string, index: number): string[] {
  const which = `${name}: item ${index + 1}`
  if (secret.length < leastSecretLength)
    return [`${which} has fewer than ${leastSecretLength} characters: ${secretAdvice}`]
  if (new Set(secret).size < leastDistinctCharacters)
    return [`${which} repeats a few characters: ${secretAdvice}`]
  return []
}

/** What is planned, does not work yet, and would be unsafe to pass over in silence. */
function checkUnsupported(values: Values, config: Config): readonly string[] {
  const errors: string[] = []
  const { LATCHKEY_TLS_CERT: certificate, LATCHKEY_TLS_KEY: key } = values
  if ((certificate === null) !== (key === null)) {
    errors.push('LATCHKEY_TLS_CERT and LATCHKEY_TLS_KEY belong together: set both or none')
  }
  if (config.tls !== null && config.issuer.startsWith('http:')) {
    errors.push(
      `LATCHKEY_ISSUER must start with https:// when LATCHKEY_TLS_CERT is set (it is ${config.issuer})`,
    )
  }
  if (config.registration === 'verified' && config.smtpUrl === null && !config.development) {
    errors.push('LATCHKEY_REGISTRATION=verified needs mail: set SMTP_URL')
  }
  const { mode, tokens } = config.clientRegistration
  if (mode === 'token' && tokens.length === 0) {
    errors.push(
      'LATCHKEY_CLIENT_REGISTRATION=token needs LATCHKEY_CLIENT_REGISTRATION_TOKEN: set it, or choose open or off',
    )
  }
  if (config.metricsPort !== null && config.metricsPort === config.port) {
    errors.push('LATCHKEY_METRICS_PORT must differ from PORT')
  }
  if (config.isDatabasePooled && config.databaseUrl === null) {
    errors.push('LATCHKEY_DATABASE_POOLER=transaction needs DATABASE_URL: the one of the pooler')
  }
  return errors
}

function checkLifetimes({ lifetimes }: Config): readonly string[] {
  const errors: string[] = []
  if (lifetimes.sessionTokenSeconds > lifetimes.sessionAbsoluteSeconds) {
    errors.push('LATCHKEY_SESSION_TOKEN_SECONDS must not exceed LATCHKEY_SESSION_ABSOLUTE_SECONDS')
  }
  if (lifetimes.sessionIdleSeconds > lifetimes.sessionAbsoluteSeconds) {
    errors.push('LATCHKEY_SESSION_IDLE_SECONDS must not exceed LATCHKEY_SESSION_ABSOLUTE_SECONDS')
  }
  if (lifetimes.refreshIdleSeconds > lifetimes.refreshAbsoluteSeconds) {
    errors.push('LATCHKEY_REFRESH_IDLE_SECONDS must not exceed LATCHKEY_REFRESH_ABSOLUTE_SECONDS')
  }
  return errors
}

/** All settings as a Markdown table, for docs/configuration.md. */
export function configurationTable(): string {
  const rows: readonly Setting[] = settings
  const lines = rows.map((row) => {
    const name = row.secret ? `\`${row.name}\` (or \`${row.name}_FILE\`)` : `\`${row.name}\``
    const otherwise = row.default === null ? (row.otherwise ?? '') : `\`${row.default}\``
    return `| ${name} | ${row.kind.form} | ${otherwise} | ${row.description} |`
  })
  return ['| Setting | Form | When not set | Meaning |', '|---|---|---|---|', ...lines, ''].join('\n')
}
