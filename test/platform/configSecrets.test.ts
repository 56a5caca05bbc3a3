import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig, type Config } from '#src/config.ts'

const secret = 'q2Zt0mYk3nS9xVb7LwEr5TfGh8JpQcUa'
const production = { LATCHKEY_ISSUER: 'https://auth.example.com', LATCHKEY_SECRET: secret }

function configOf(environment: NodeJS.ProcessEnv): Config {
  const outcome = readConfig(environment)
  if ('errors' in outcome) throw new Error(outcome.errors.join('\n'))
  return outcome.config
}

function errorsOf(environment: NodeJS.ProcessEnv, readFile?: (path: string) => string): readonly string[] {
  const outcome = readConfig(environment, readFile)
  return 'errors' in outcome ? outcome.errors : []
}

describe('secret settings', () => {
  it.each([undefined, '', ' , ,'])('are required in production (%j)', (value) => {
    expect(errorsOf({ ...production, LATCHKEY_SECRET: value })).toEqual([
      'LATCHKEY_SECRET is required in production: make one with: openssl rand -base64 32',
    ])
    expect(configOf({ LATCHKEY_SECRET: value }).secrets).toEqual([])
  })

  it('are long and varied in production, every one of the list', () => {
    const errors = errorsOf({ ...production, LATCHKEY_SECRET: `${secret},hunter2,${'ab'.repeat(20)}` })
    expect(errors).toEqual([
      'LATCHKEY_SECRET: item 2 has fewer than 32 characters: make one with: openssl rand -base64 32',
      'LATCHKEY_SECRET: item 3 repeats a few characters: make one with: openssl rand -base64 32',
    ])
    expect(configOf({ LATCHKEY_SECRET: 'short' }).secrets).toEqual(['short'])
  })

  it('are different from each other', () => {
    expect(errorsOf({ ...production, LATCHKEY_SECRET: `${secret},${secret}` })).toEqual([
      'LATCHKEY_SECRET must not name anything twice',
    ])
  })

  it('come from files too', () => {
    const directory = mkdtempSync(join(tmpdir(), 'latchkey-config-'))
    try {
      writeFileSync(join(directory, 'secret'), `${secret}\n`)
      writeFileSync(join(directory, 'database'), 'postgres://db.example.com/x\r\n')
      const config = configOf({
        LATCHKEY_ISSUER: 'https://auth.example.com',
        LATCHKEY_SECRET_FILE: join(directory, 'secret'),
        DATABASE_URL_FILE: join(directory, 'database'),
      })
      expect(config).toMatchObject({ secrets: [secret], databaseUrl: 'postgres://db.example.com/x' })
    } finally {
      rmSync(directory, { recursive: true })
    }
  })

  it('come from one place only, and from a file that can be read', () => {
    const files: Record<string, string> = { '/empty': ' \n', '/good': secret }
    const readFile = (path: string) => {
      const content = files[path]
      if (content === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
      return content
    }
    const issuer = { LATCHKEY_ISSUER: 'https://auth.example.com' }
    expect(errorsOf({ ...production, LATCHKEY_SECRET_FILE: '/good' }, readFile)).toEqual([
      'LATCHKEY_SECRET and LATCHKEY_SECRET_FILE are both set: keep one of them',
    ])
    expect(errorsOf({ ...issuer, LATCHKEY_SECRET_FILE: '/gone' }, readFile)).toEqual([
      'LATCHKEY_SECRET_FILE names a file that cannot be read: /gone (ENOENT)',
    ])
    expect(errorsOf({ ...issuer, LATCHKEY_SECRET_FILE: '/empty' }, readFile)).toEqual([
      'LATCHKEY_SECRET_FILE names an empty file: /empty',
    ])
    expect(errorsOf({ LATCHKEY_PROFILE_FILE: '/good' }, readFile)).toEqual([
      'LATCHKEY_PROFILE_FILE is not a setting of Latchkey: did you mean LATCHKEY_PROFILE?',
    ])
  })

  it('never appear in a mistake', () => {
    const hidden = { DATABASE_URL: 'x://hunter2', REDIS_URL: 'x://hunter2', SMTP_URL: 'x://hunter2' }
    const errors = errorsOf({ ...production, ...hidden, LATCHKEY_SECRET: 'hunter2' })
    expect(errors).toHaveLength(4)
    expect(errors.join()).not.toContain('hunter2')
  })

  it('hash passwords with enough work in production', () => {
    const cheap = { LATCHKEY_PASSWORD_MEMORY_KIB: '7168', LATCHKEY_PASSWORD_PASSES: '4' }
    expect(errorsOf({ ...production, ...cheap })).toEqual([expect.stringContaining('must be 35840 or more')])
    expect(errorsOf({ ...production, ...cheap, LATCHKEY_PASSWORD_PASSES: '5' })).toEqual([])
    expect(errorsOf(cheap)).toEqual([])
  })
})
