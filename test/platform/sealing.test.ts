import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSealing, developmentSecret } from '#src/platform/sealing.ts'

const present = 'the present secret, which is long enough'
const former = 'the former secret, which is long enough'
const plaintext = Buffer.from('private key')

describe('sealing', () => {
  it('opens what it sealed', () => {
    const sealing = createSealing([present])
    expect(sealing.open('signing-key', sealing.seal('signing-key', plaintext))).toEqual(plaintext)
    expect(sealing.open('signing-key', sealing.seal('signing-key', Buffer.alloc(0)))).toEqual(Buffer.alloc(0))
  })

  it('never seals alike twice and shows nothing of the text', () => {
    const sealing = createSealing([present])
    const [first, second] = [sealing.seal('a', plaintext), sealing.seal('a', plaintext)]
    expect(first.equals(second)).toBe(false)
    expect(first.includes(plaintext)).toBe(false)
  })

  it('opens what a former secret of the list sealed, and seals with the first', () => {
    const old = createSealing([former]).seal('a', plaintext)
    const both = createSealing([present, former])
    expect(both.open('a', old)).toEqual(plaintext)
    expect(createSealing([present]).open('a', both.seal('a', plaintext))).toEqual(plaintext)
  })

  it('says what to do when the secret is gone', () => {
    const sealed = createSealing([former]).seal('a', plaintext)
    expect(() => createSealing([present]).open('a', sealed)).toThrow(
      /^a value was sealed with a LATCHKEY_SECRET that is not in the list: add the former secret/,
    )
  })

  it('opens nothing under another label', () => {
    const sealing = createSealing([present])
    expect(() => sealing.open('b', sealing.seal('a', plaintext))).toThrow('was changed')
  })

  it('notices a change of any byte', () => {
    const sealing = createSealing([present])
    const sealed = sealing.seal('a', plaintext)
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index)
      expect(() => sealing.open('a', changed)).toThrow(/^a (sealed )?value /)
    }
  })

  it('notices a cut or lengthened value', () => {
    const sealing = createSealing([present])
    const sealed = sealing.seal('a', plaintext)
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => sealing.open('a', sealed.subarray(0, length))).toThrow(/^a sealed value /)
    }
    expect(() => sealing.open('a', Buffer.concat([sealed, Buffer.of(0)]))).toThrow('was changed')
  })

  it('derives a key for each label and secret, other than the one it seals with', () => {
    const sealing = createSealing([present, former])
    const keys = [...sealing.deriveKeys('a'), ...sealing.deriveKeys('b')].map((key) => key.toString('hex'))
    expect(new Set(keys).size).toBe(4)
    expect(keys.every((key) => key.length === 64)).toBe(true)
    expect(sealing.deriveKey('a')).toEqual(sealing.deriveKeys('a')[0])
    expect(createSealing([former]).deriveKey('a')).toEqual(sealing.deriveKeys('a')[1])
  })

  it('keeps to its derivation, so that an update opens what is stored', () => {
    const key = createSealing([present]).deriveKey('session-token').toString('hex')
    expect(key).toBe('3a83d302764c2ba99c395ce4d1653efaf8623692aa75d4e4b7120e60a2bd2809')
  })

  it.each([[[]], [['']], [[present, '']]])('refuses the secrets %j', (secrets) => {
    expect(() => createSealing(secrets)).toThrow('LATCHKEY_SECRET is empty')
  })
})

describe('development secret', () => {
  let directory = ''
  beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'latchkey-secret-'))))
  afterEach(() => rmSync(directory, { recursive: true }))

  it('is made once, in a file that only its owner reads', () => {
    const data = join(directory, 'not', 'there yet')
    const secret = developmentSecret(data)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(developmentSecret(data)).toBe(secret)
    expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600)
    expect(readdirSync(data)).toEqual(['secret'])
  })

  it('is one secret for all processes that start at once', async () => {
    const module = new URL('../../src/platform/sealing.ts', import.meta.url).href
    const script = `const { developmentSecret } = await import(${JSON.stringify(module)}); console.log(developmentSecret(process.argv[1]))`
    const start = () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, directory])
    const answers = await Promise.all(Array.from({ length: 6 }, start))
    expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1)
    expect(answers[0]?.stdout.trim()).toBe(readFileSync(join(directory, 'secret'), 'utf8').trim())
    expect(readdirSync(directory)).toEqual(['secret'])
  })

  it('says what to do about a file that holds no secret, and leaves it alone', () => {
    const file = join(directory, 'secret')
    writeFileSync(file, 'short\n')
    chmodSync(file, 0o600)
    expect(() => developmentSecret(directory)).toThrow(/secret holds no secret of 32 characters: delete it/)
    expect(readFileSync(file, 'utf8')).toBe('short\n')
  })
})
