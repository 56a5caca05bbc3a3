import { createSecretKey } from 'node:crypto'
import { decodeProtectedHeader, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { systemRandom } from '#src/platform/random.ts'
import { createSealing } from '#src/platform/sealing.ts'
import { createSessionTokens } from '#src/platform/sessionTokens.ts'

const sealing = createSealing(['a secret of the tests, long enough for all'])
const tokens = createSessionTokens({ issuer: 'http://localhost:8787', sealing, random: systemRandom })
const session = { id: '019c2f6a-0000-7000-8000-000000000001', userId: '019c2f6a-0000-7000-8000-000000000002' }
const now = new Date('2026-02-06T00:00:00.900Z')
const expiresAt = new Date('2026-02-06T01:00:00.900Z')

describe('session token', () => {
  it('is a JWT of its own type with the claims of its session', async () => {
    const token = tokens.make(session, now, expiresAt)
    const key = createSecretKey(sealing.deriveKey('session-token'))
    const { payload } = await jwtVerify(token, key, {
      typ: 'session+jwt',
      algorithms: ['HS256'],
      currentDate: now,
    })
    expect(payload).toEqual({
      iss: 'http://localhost:8787',
      sub: session.userId,
      sid: session.id,
      jti: expect.stringMatching(/^[\w-]{22}$/),
      iat: 1770336000,
      exp: 1770339600,
    })
  })

  it('names no key that is published', () => {
    expect(decodeProtectedHeader(tokens.make(session, now, expiresAt))).toEqual({
      alg: 'HS256',
      typ: 'session+jwt',
    })
  })

  it('is never the same twice, also within one second', () => {
    const made = Array.from({ length: 1000 }, () => tokens.make(session, now, expiresAt))
    expect(new Set(made).size).toBe(1000)
  })
})
