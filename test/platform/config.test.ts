import { isAbsolute, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settings } from '#src/config/settings.ts'
import { configurationTable, readConfig, withPort, type Config } from '#src/config.ts'

const secret = 'q2Zt0mYk3nS9xVb7LwEr5TfGh8JpQcUa'
const production = { LATCHKEY_ISSUER: 'https://auth.example.com', LATCHKEY_SECRET: secret }

function configOf(environment: NodeJS.ProcessEnv): Config {
  const outcome = readConfig(environment)
  if ('errors' in outcome) throw new Error(outcome.errors.join('\n'))
  return outcome.config
}

function errorsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  const outcome = readConfig(environment)
  return 'errors' in outcome ? outcome.errors : []
}

describe('configuration', () => {
  it('of an empty environment is development with the printed defaults', () => {
    expect(configOf({})).toEqual({
      port: 8787,
      host: '127.0.0.1',
      drainSeconds: 0,
      issuer: 'http://localhost:8787',
      development: true,
      dataDirectory: resolve('.latchkey'),
      templateDirectory: null,
      secrets: [],
      profile: 'default',
      registration: 'open',
      clientRegistration: { mode: 'off', tokens: [], mostInHour: 100, pkce: 'public' },
      outbound: { allowedHosts: [], certificates: null },
      origins: [],
      rateLimits: { hour: 1000, day: 10_000 },
      trustProxy: false,
      tls: null,
      metricsPort: null,
      tracing: null,
      databaseUrl: null,
      databasePool: 10,
      isDatabasePooled: false,
      redisUrl: null,
      smtpUrl: null,
      mailFrom: { name: 'Latchkey', address: 'no-reply@localhost' },
      logLevel: 'info',
      passwords: { memoryKib: 19_456, passes: 2, parallelism: 1 },
      lifetimes: {
        accessTokenSeconds: 3600,
        idTokenSeconds: 3600,
        codeSeconds: 60,
        sessionTokenSeconds: 3600,
        sessionIdleSeconds: 604_800,
        sessionAbsoluteSeconds: 2_592_000,
        authorizationTransactionSeconds: 1800,
        refreshIdleSeconds: 2_592_000,
        refreshAbsoluteSeconds: 31_536_000,
        resetLinkSeconds: 1800,
        verificationLinkSeconds: 86_400,
        mfaTokenSeconds: 300,
        emailCodeSeconds: 600,
        deletionGraceSeconds: 2_592_000,
      },
    })
  })

  it('of a production issuer listens on all addresses', () => {
    expect(configOf(production)).toMatchObject({ development: false, host: '0.0.0.0', secrets: [secret] })
    expect(configOf({ ...production, HOST: '10.0.0.1' }).host).toBe('10.0.0.1')
  })

  it('reads every setting', () => {
    const config = configOf({
      ...production,
      PORT: '80',
      HOST: '::1',
      LATCHKEY_DATA_DIR: '/var/lib/latchkey',
      LATCHKEY_SECRET: ` ${secret} , ${secret}former `,
      LATCHKEY_PROFILE: 'strict',
      LATCHKEY_REGISTRATION: 'closed',
      LATCHKEY_ORIGINS: 'https://app.example.com, http://localhost:3000,',
      LATCHKEY_RATE_LIMIT_HOUR: '0',
      LATCHKEY_RATE_LIMIT_DAY: '5',
      LATCHKEY_TRUST_PROXY: '10.0.0.0/8, ::1',
      LATCHKEY_METRICS_PORT: '9090',
      DATABASE_URL: 'postgres://latchkey:pw@db.example.com/latchkey?sslmode=require',
      REDIS_URL: 'rediss://:pw@redis.example.com',
      SMTP_URL: 'smtp://mail.example.com:587',
      LOG_LEVEL: 'debug',
      LATCHKEY_CODE_SECONDS: '30',
    })
    expect(config).toMatchObject({
      port: 80,
      host: '::1',
      dataDirectory: '/var/lib/latchkey',
      secrets: [secret, `${secret}former`],
      profile: 'strict',
      registration: 'closed',
      origins: ['https://app.example.com', 'http://localhost:3000'],
      rateLimits: { hour: 0, day: 5 },
      trustProxy: ['10.0.0.0/8', '::1'],
      metricsPort: 9090,
      databaseUrl: 'postgres://latchkey:pw@db.example.com/latchkey?sslmode=require',
      redisUrl: 'rediss://:pw@redis.example.com',
      smtpUrl: 'smtp://mail.example.com:587',
      logLevel: 'debug',
      lifetimes: { codeSeconds: 30 },
    })
  })

  it('is frozen to the ground', () => {
    const config = configOf({
      ...production,
      LATCHKEY_ORIGINS: 'https://a.example',
      LATCHKEY_TRUST_PROXY: '::1',
    })
    const parts = [
      config,
      ...Object.values(config).filter((value) => typeof value === 'object' && value !== null),
    ]
    expect(parts.length).toBeGreaterThan(5)
    for (const part of parts) expect(Object.isFrozen(part)).toBe(true)
  })

  it('takes an empty or blank variable for one that is not set', () => {
    expect(configOf({ PORT: '', HOST: '  ', LATCHKEY_ISSUER: '', DATABASE_URL: '' })).toEqual(configOf({}))
  })

  it('leaves variables of others alone', () => {
    expect(errorsOf({ PATH: '/bin', PORT_FILE: 'x', NODE_ENV: 'production', MY_LATCHKEY_X: '1' })).toEqual([])
  })

  it('resolves the data directory', () => {
    expect(isAbsolute(configOf({ LATCHKEY_DATA_DIR: 'somewhere' }).dataDirectory)).toBe(true)
  })

  it('names the port the system chose, in the issuer too unless that was given', () => {
    const config = configOf({ PORT: '0' })
    expect(withPort(config, 4711)).toEqual({ ...config, port: 4711, issuer: 'http://localhost:4711' })
    expect(withPort(configOf({ ...production, PORT: '0' }), 4711).issuer).toBe('https://auth.example.com')
  })
})

describe('mistakes', () => {
  it('are reported all at once, each in words', () => {
    expect(
      errorsOf({
        PORT: '99999',
        LATCHKEY_ISSUR: 'https://auth.example.com',
        LATCHKEY_SOMETHING_ELSE: '1',
        LATCHKEY_PROFILE: 'Strict',
        LOG_LEVEL: 'loud',
        LATCHKEY_CODE_SECONDS: '1e3',
        DATABASE_URL: 'mysql://root:hunter2@db/x',
      }),
    ).toEqual([
      'LATCHKEY_ISSUR is not a setting of Latchkey: did you mean LATCHKEY_ISSUER?',
      'LATCHKEY_SOMETHING_ELSE is not a setting of Latchkey: remove it',
      'PORT must be a whole number from 0 to 65535 (it is "99999")',
      'LATCHKEY_PROFILE must be one of default, strict (it is "Strict")',
      'DATABASE_URL must be a URL that starts with postgres:// or postgresql://',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent (it is "loud")',
      'LATCHKEY_CODE_SECONDS must be a whole number from 10 to 600 (it is "1e3")',
    ])
  })

  it('tell of a password that makes a URL none, and do not repeat it', () => {
    expect(errorsOf({ DATABASE_URL: 'postgresql://latchkey:hunter2/x@db/latchkey' })).toEqual([
      'DATABASE_URL is no URL: a password in it has to be percent-encoded (/ as %2F)',
    ])
    expect(errorsOf({ DATABASE_URL: 'postgresql://latchkey:hunter2%2Fx@db/latchkey' })).toEqual([])
  })

  it.each(['-1', '80.5', '0x50', '８０', 'http', '1 000', '99999999999999999999'])(
    'refuse the port %j',
    (port) => {
      expect(errorsOf({ PORT: port })).toHaveLength(1)
    },
  )

  it.each(['localhost:8787', 'http://localhost', 'a b', '-x', '1.2.3.4/8'])('refuse the host %j', (host) => {
    expect(errorsOf({ HOST: host })).toEqual([
      expect.stringContaining('HOST must be an IP address or a host name'),
    ])
  })

  it.each([
    '*',
    'null',
    'app.example.com',
    'https://app.example.com/',
    'https://*.example.com',
    'https://a.example/x',
  ])('refuse the origin %s', (origin) => {
    expect(errorsOf({ LATCHKEY_ORIGINS: `https://ok.example.com,${origin}` })).toEqual([
      expect.stringContaining('LATCHKEY_ORIGINS is a list separated by commas, in which each item must be'),
    ])
  })

  it.each([
    ['false', false],
    ['0', false],
    ['2', 2],
    ['10.1.2.3', ['10.1.2.3']],
    ['fd00::/8,10.0.0.0/8', ['fd00::/8', '10.0.0.0/8']],
  ])('trust proxies by %s', (value, expected) => {
    expect(configOf({ LATCHKEY_TRUST_PROXY: value }).trustProxy).toEqual(expected)
  })

  it.each([
    'true',
    '11',
    '-1',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '10.0.0.0/',
    'loopback',
    '*',
  ])('do not trust proxies by %s', (value) => {
    expect(errorsOf({ LATCHKEY_TRUST_PROXY: value })).toHaveLength(1)
  })

  it('are lifetimes that contradict each other', () => {
    expect(
      errorsOf({
        LATCHKEY_SESSION_TOKEN_SECONDS: '3600',
        LATCHKEY_SESSION_IDLE_SECONDS: '1200',
        LATCHKEY_SESSION_ABSOLUTE_SECONDS: '600',
        LATCHKEY_REFRESH_IDLE_SECONDS: '601',
        LATCHKEY_REFRESH_ABSOLUTE_SECONDS: '600',
      }),
    ).toHaveLength(3)
  })

  it('are settings that would be passed over in silence', () => {
    expect(errorsOf({ LATCHKEY_TLS_CERT: 'a.pem' })).toEqual([
      'LATCHKEY_TLS_CERT and LATCHKEY_TLS_KEY belong together: set both or none',
    ])
    const tls = { LATCHKEY_TLS_CERT: 'a.pem', LATCHKEY_TLS_KEY: 'b.pem' }
    expect(errorsOf({ ...tls, LATCHKEY_ISSUER: 'http://localhost:8787' })).toEqual([
      'LATCHKEY_ISSUER must start with https:// when LATCHKEY_TLS_CERT is set (it is http://localhost:8787)',
    ])
    expect(errorsOf(tls)).toEqual([])
    expect(errorsOf({ LATCHKEY_METRICS_PORT: '8787' })).toEqual([
      'LATCHKEY_METRICS_PORT must differ from PORT',
    ])
    expect(errorsOf({ LATCHKEY_DATABASE_POOLER: 'transaction' })).toEqual([
      'LATCHKEY_DATABASE_POOLER=transaction needs DATABASE_URL: the one of the pooler',
    ])
  })
})

describe('table of settings', () => {
  it('has one line for each setting, and says what a secret is', () => {
    const lines = configurationTable().trimEnd().split('\n')
    expect(lines).toHaveLength(settings.length + 2)
    for (const { name } of settings)
      expect(lines.filter((line) => line.startsWith(`| \`${name}\` `))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('_FILE')).length).toBe(6)
    for (const line of lines) expect(line.split('|')).toHaveLength(6)
  })

  it.each(settings.filter((row) => row.default !== null))(
    '$name has a default that its own kind accepts',
    (row) => {
      expect(row.kind.parse(row.default)).toHaveProperty('value')
    },
  )

  it.each(settings.filter((row) => row.default === null))('$name says what happens without it', (row) => {
    expect(row.otherwise).not.toBe('')
  })
})
