import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { settings } from '#src/config/settings.ts'
import { commandLineIn, jsonOf } from '#test/support/commandLine.ts'

// Each step starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
const secret = 'n1kWm3yYv0cXQ7dQ4mZr8tPz5uLbG2ae'

afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Printed = { readonly name: string; readonly value: string | null; readonly source: string }

describe('latchkey config print', () => {
  it('prints every setting with its value and where it comes from', async () => {
    const latchkey = commandLineIn({ PORT: '9000', LATCHKEY_PROFILE: 'strict' })
    const printed = (await jsonOf(latchkey(['config', 'print', '--json']))) as readonly Printed[]
    expect(printed.map(({ name }) => name)).toEqual(settings.map(({ name }) => name))
    const of = (name: string) => printed.find((setting) => setting.name === name)
    expect(of('PORT')).toEqual({ name: 'PORT', value: '9000', source: 'environment' })
    expect(of('LATCHKEY_ISSUER')).toMatchObject({ value: 'http://localhost:9000', source: 'default' })
    expect(of('LATCHKEY_CODE_SECONDS')).toMatchObject({ value: '60', source: 'default' })
    expect(of('REDIS_URL')).toMatchObject({ value: null, source: 'default' })
    const { out } = await latchkey(['config', 'print'])
    expect(out).toMatch(/^SETTING +VALUE +FROM\nPORT +9000 +environment\n/)
    expect(out).toMatch(/\nREDIS_URL +- +default\n/)
  })

  it('masks every secret, wherever it comes from', async () => {
    const file = join(folder, 'secret')
    writeFileSync(file, secret)
    const environment = {
      LATCHKEY_ISSUER: 'https://auth.example.com',
      LATCHKEY_SECRET_FILE: file,
      DATABASE_URL: 'postgresql://latchkey:hunter2@db.example.com:5432/latchkey?password=hunter2',
      REDIS_URL: 'redis://:hunter2@cache.example.com',
      SMTP_URL: 'smtps://mailer:hunter2@mail.example.com',
    }
    const latchkey = commandLineIn(environment)
    const printed = (await jsonOf(latchkey(['config', 'print', '--json']))) as readonly Printed[]
    const of = (name: string) => printed.find((setting) => setting.name === name)
    expect(of('LATCHKEY_SECRET')).toEqual({ name: 'LATCHKEY_SECRET', value: '********', source: 'file' })
    expect(of('DATABASE_URL')?.value).toBe('postgresql://********@db.example.com:5432/latchkey?********')
    expect(of('REDIS_URL')?.value).toBe('redis://********@cache.example.com')
    expect(of('SMTP_URL')?.value).toBe('smtps://********@mail.example.com')
    const inPlace = commandLineIn({
      ...environment,
      LATCHKEY_SECRET_FILE: '',
      LATCHKEY_SECRET: `${secret},a://${secret}`,
    })
    for (const line of [latchkey, inPlace])
      for (const words of [
        ['config', 'print'],
        ['config', 'print', '--json'],
        ['config', 'check'],
      ]) {
        const { out, err } = await line(words)
        for (const hidden of [secret, 'hunter2', 'mailer']) expect(out + err).not.toContain(hidden)
      }
  })
})

describe('latchkey config check', () => {
  it('says that the settings are in order', async () => {
    const latchkey = commandLineIn({})
    expect(await latchkey(['config', 'check'])).toEqual({
      status: 0,
      out: 'The settings are in order: development at http://localhost:8787.\n',
      err: '',
    })
    expect(await jsonOf(latchkey(['config', 'check', '--json']))).toEqual({ valid: true, errors: [] })
  })

  it('names every mistake at once', async () => {
    const latchkey = commandLineIn({ PORT: 'eighty', LATCHKEY_ISUER: 'x', LATCHKEY_PROFILE: 'lax' })
    const { status, out, err } = await latchkey(['config', 'check'])
    expect({ status, out }).toEqual({ status: 1, out: '' })
    for (const name of ['PORT', 'LATCHKEY_ISUER', 'LATCHKEY_PROFILE'])
      expect(err).toMatch(new RegExp(`^latchkey: ${name} `, 'm'))
    const forScripts = await latchkey(['config', 'check', '--json'])
    expect(forScripts).toMatchObject({ status: 1, err: '' })
    expect(JSON.parse(forScripts.out)).toMatchObject({ valid: false, errors: { length: 3 } })
    expect(await latchkey(['users', 'ls'])).toMatchObject({ status: 1, out: '', err })
  })

  it('names what is wrong with the pages of an operator, and nothing starts with it', async () => {
    const place = mkdtempSync(join(folder, 'look-'))
    writeFileSync(join(place, 'themes.css'), '')
    const latchkey = commandLineIn({ LATCHKEY_TEMPLATE_DIR: place, LATCHKEY_PROFILE: 'lax' })
    const { status, out, err } = await latchkey(['config', 'check'])
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toMatch(/^latchkey: LATCHKEY_PROFILE /m)
    expect(err).toMatch(/^latchkey: LATCHKEY_TEMPLATE_DIR: themes\.css is nothing that is read/m)
    expect(await latchkey(['serve'])).toEqual({ status: 1, out: '', err })
  })
})
