import { TOTP } from 'otpauth'
import { confirmTotp, enrolTotp, login, type LoginResult } from '../../client/index.ts'
import { expectRefused } from './answers.ts'
import type { Person } from './actors.ts'
import type { TestService } from './service.ts'

/** An authenticator app that somebody has enrolled: a generator that is none of ours. */
export type Authenticator = {
  /** base32 */
  readonly secret: string
  /** given at the enrolment */
  readonly recoveryCodes: readonly string[]
  /** what the app shows now */
  code(): string
  /** what it shows half a minute later, which it is then: a code that was never shown before */
  nextCode(): string
}

/** What an app with this secret shows so many seconds from now. */
export function codeOf(service: Pick<TestService, 'clock'>, secret: string, seconds = 0): string {
  const timestamp = service.clock.now().getTime() + seconds * 1000
  return new TOTP({ secret }).generate({ timestamp })
}

/** A code that no app with this secret shows anywhere near now. */
export function wrongCodeOf(service: Pick<TestService, 'clock'>, secret: string): string {
  const near = new Set([-60, -30, 0, 30, 60].map((seconds) => codeOf(service, secret, seconds)))
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.has(code))!
}

/** Enrols an authenticator app for somebody whose sign-in is fresh, and takes it into use. */
export async function enrolAuthenticator(
  service: Pick<TestService, 'as' | 'clock'>,
  { token }: Pick<Person, 'token'>,
): Promise<Authenticator> {
  const client = service.as(token)
  const { data: enrolment } = await enrolTotp({ client, throwOnError: true })
  const { secret } = enrolment
  const confirmed = await confirmTotp({
    client,
    body: { code: codeOf(service, secret) },
    throwOnError: true,
  })
  return {
    secret,
    recoveryCodes: confirmed.data.recovery_codes,
    code: () => codeOf(service, secret),
    nextCode: () => {
      service.clock.advance(30)
      return codeOf(service, secret)
    },
  }
}

/** What a right password is answered where there is a second factor. */
export type Challenge = { readonly mfa_token: string; readonly methods: readonly string[] }

/** Shows a right password to an account with a second factor. */
export async function beginSignIn(
  service: Pick<TestService, 'as'>,
  { email, password }: Pick<Person, 'email' | 'password'>,
): Promise<Challenge> {
  const answer = await login({ client: service.as(), body: { email, password } })
  return expectRefused(answer, 403, 'mfa_required') as unknown as Challenge
}

/** Signs in with password and code in one go. */
export async function signInWithCode(
  service: Pick<TestService, 'as'>,
  { email, password }: Pick<Person, 'email' | 'password'>,
  code: string,
): Promise<LoginResult> {
  const { data } = await login({
    client: service.as(),
    body: { email, password, code },
    throwOnError: true,
  })
  return data
}
