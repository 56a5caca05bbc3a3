import { describe, expect, test } from 'vitest'
import {
  isOperatorTokenAlive,
  operatorTokenClaims,
  readOperatorScope,
  type OperatorToken,
} from '#src/domain/oauth/operatorToken.ts'
import { at, issuer, now } from '../facts.ts'

const token: OperatorToken = {
  id: 'token-1',
  name: 'prometheus',
  scope: ['metrics', 'orders:read'],
  createdAt: at(-60),
  expiresAt: at(60),
  lastUsedAt: null,
}

describe('a token of the operator', () => {
  test.each([
    ['before its end', at(1), true],
    ['at its end', now, false],
    ['after its end', at(-1), false],
    ['without an end', null, true],
  ])('%s', (_, expiresAt, isAlive) => {
    expect(isOperatorTokenAlive({ ...token, expiresAt }, now)).toBe(isAlive)
  })

  test('says who issued it and for what, and speaks for nobody', () => {
    const claims = { iss: issuer, aud: issuer, jti: 'token-1', iat: at(-60).getTime() / 1000 }
    const scope = 'metrics orders:read'
    expect(operatorTokenClaims(token, issuer)).toEqual({ ...claims, exp: at(60).getTime() / 1000, scope })
    expect(operatorTokenClaims({ ...token, expiresAt: null }, issuer)).toEqual({ ...claims, scope })
  })

  test.each([
    ['metrics', ['metrics']],
    [' read,write  read ', ['read', 'write']],
    ['orders:read\torders:write', ['orders:read', 'orders:write']],
  ])('has the scope %j', (text, scope) => {
    expect(readOperatorScope(text)).toEqual({ scope })
  })

  test.each(['', ' , ', '"', 'a\\b', 'ä'])('is refused the scope %j, which is none', (text) => {
    expect(readOperatorScope(text)).toEqual({ error: expect.stringContaining('must be one word or more') })
  })

  test.each(['openid', 'profile', 'email', 'address', 'phone', 'offline_access'])(
    'is refused %s, which speaks about a person',
    (scope) => {
      expect(readOperatorScope(`metrics ${scope}`)).toEqual({ error: expect.stringContaining(scope) })
    },
  )
})
