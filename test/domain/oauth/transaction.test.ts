import { describe, expect, test } from 'vitest'
import {
  checkTransaction,
  pageUri,
  refuseFinished,
  startAgainUri,
  storedParameters,
  type AuthorizationTransaction,
} from '#src/domain/oauth/transaction.ts'
import { hashSecret } from '#src/domain/token/secret.ts'
import { at, issuer, now } from '../facts.ts'

const browserHash = hashSecret('this browser')
const parameters = { client_id: 'app_one', state: 'a b&c' }
const again = `${issuer}/oauth2/authorize?client_id=app_one&state=a+b%26c`

function makeTransaction(changes: Partial<AuthorizationTransaction> = {}): AuthorizationTransaction {
  return {
    hash: hashSecret('txn_1'),
    browserHash,
    parameters,
    createdAt: at(-60),
    expiresAt: at(60),
    consumedAt: null,
    ...changes,
  }
}

describe('an authorization under way', () => {
  test('goes on in the browser that started it', () => {
    expect(checkTransaction(makeTransaction(), browserHash, issuer, now)).toBeNull()
  })

  test.each<[string, AuthorizationTransaction | null, Buffer | null, string, string | undefined]>([
    ['that nobody started is unknown', null, browserHash, 'transaction_unknown', undefined],
    ['is unknown without the cookie', makeTransaction(), null, 'transaction_unknown', undefined],
    [
      'is unknown to another browser',
      makeTransaction(),
      hashSecret('other'),
      'transaction_unknown',
      undefined,
    ],
    [
      'is unknown to another browser when it is finished',
      makeTransaction({ consumedAt: at(-1) }),
      hashSecret('other'),
      'transaction_unknown',
      undefined,
    ],
    [
      'is unknown before a browser has gone on with it',
      makeTransaction({ browserHash: null }),
      browserHash,
      'transaction_unknown',
      undefined,
    ],
    [
      'that expires now has expired',
      makeTransaction({ expiresAt: now }),
      browserHash,
      'transaction_expired',
      again,
    ],
    [
      'that was answered is finished',
      makeTransaction({ consumedAt: at(-1) }),
      browserHash,
      'transaction_finished',
      again,
    ],
    [
      'that was answered is finished also when it has expired',
      makeTransaction({ consumedAt: at(-90), expiresAt: at(-1) }),
      browserHash,
      'transaction_finished',
      again,
    ],
  ])('%s', (_title, transaction, browser, message, startAgain) => {
    expect(checkTransaction(transaction, browser, issuer, now)).toMatchObject({
      code: 'invalid_request',
      page: startAgain === undefined ? { message } : { message, startAgainUri: startAgain },
    })
    if (startAgain === undefined)
      expect(checkTransaction(transaction, browser, issuer, now)?.page).not.toHaveProperty('startAgainUri')
  })

  test('names its pages by our own URL', () => {
    expect(pageUri('consent', 'txn_1', issuer)).toBe(`${issuer}/consent?transaction=txn_1`)
  })

  test('that is too long for a link has none', () => {
    expect(startAgainUri({ state: 'x'.repeat(8000) }, issuer)).toBeUndefined()
    expect(refuseFinished(makeTransaction(), issuer).page?.startAgainUri).toBe(again)
  })
})

describe('the parameters that are kept', () => {
  test('are those that mean something, as they came', () => {
    expect(storedParameters({ ...parameters, nonce: '', foo: 'bar', max_age: '0', prompt: 'login' })).toEqual(
      {
        ...parameters,
        max_age: '0',
        prompt: 'login',
      },
    )
  })

  test('are own texts and nothing else', () => {
    const given = Object.assign(Object.create({ state: 'inherited' }) as object, {
      scope: ['openid'],
      nonce: 5,
    })
    expect(storedParameters(given as Record<string, unknown>)).toEqual({})
    expect(storedParameters({ toString: 'x', __proto__: { state: 's' } })).toEqual({})
  })
})
