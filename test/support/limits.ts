import { expect } from 'vitest'
import { issueToken, type AppRegistrationResponse } from '../../client/index.ts'
import { header } from './answers.ts'
import type { TestService } from './service.ts'
import { credentialsOf } from './tokens.ts'
import type { Answer } from './wire.ts'

type SdkAnswer = Parameters<typeof header>[0]

/** Scopes with which an app can ask for a token of its own. */
export const appScopes = { scopes: ['openid', 'profile', 'email', 'read'] }

/** The three headers as numbers, NaN for one that is not there or is none. */
export function limitsOf(answer: SdkAnswer) {
  const [limit = Number.NaN, remaining = Number.NaN, reset = Number.NaN] = [
    'limit',
    'remaining',
    'reset',
  ].map((name) => {
    const value = header(answer, `x-ratelimit-${name}`)
    return value !== null && /^\d+$/.test(value) ? Number(value) : Number.NaN
  })
  return { limit, remaining, reset }
}

/** The same of an answer off the wire, as they stand there. */
export function rawLimitsOf({ headers }: Answer) {
  return ['limit', 'remaining', 'reset'].map((name) => headers[`x-ratelimit-${name}`])
}

/** A call that counts for the app and nobody else. */
export function ownToken(service: TestService, app: AppRegistrationResponse) {
  return issueToken({
    client: service.as(),
    body: { grant_type: 'client_credentials', ...credentialsOf(app) },
  })
}

/** Expects what who asks for the first time is told: the whole hour but one call, until an hour from now. */
export function expectFirstCall(service: TestService, answer: SdkAnswer): void {
  const now = service.clock.now().getTime() / 1000
  const { limit, remaining, reset } = limitsOf(answer)
  expect({ limit, remaining }).toEqual({ limit: 1000, remaining: 999 })
  expect(Math.abs(reset - (now + 3600))).toBeLessThan(3)
}
