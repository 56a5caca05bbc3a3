import { describe, expectTypeOf, test } from 'vitest'
import {
  createClient,
  type getAvatar,
  items,
  listApps,
  login,
  type ApiError,
  type Application,
  type ErrorResponse,
  type LoginResult,
  type MfaRequired,
  type OperationError,
} from '../../client/index.ts'

/** What is proven here is proven by the compiler, in `make check`: nothing of it runs against a server. */
const client = createClient({ baseUrl: 'http://localhost:1' })
const body = { email: 'user@example.com', password: 'password123' }
type Answer = Awaited<ReturnType<typeof login>>

describe('the type of a result', () => {
  test('is told apart by its error', () => {
    const look = (answer: Answer) => {
      if (answer.error === undefined) return expectTypeOf(answer.data).toEqualTypeOf<LoginResult>()
      expectTypeOf(answer.data).toEqualTypeOf<undefined>()
      expectTypeOf(answer.error).toExtend<ApiError>()
    }
    expectTypeOf(look).toBeFunction()
  })

  test('has data for sure where errors are thrown', () => {
    const call = () => login({ client, body, throwOnError: true })
    expectTypeOf<Awaited<ReturnType<typeof call>>['data']>().toEqualTypeOf<LoginResult>()
  })
})

describe('the type of an error', () => {
  test('is a union of its operation, which the status narrows', () => {
    const look = (error: OperationError<typeof login>) => {
      expectTypeOf(error).not.toBeAny()
      expectTypeOf(error.status).toEqualTypeOf<
        0 | 400 | 401 | 403 | 406 | 408 | 413 | 415 | 429 | 431 | 500 | 503
      >()
      if (error.status === 403) expectTypeOf(error.mfa_token).toEqualTypeOf<MfaRequired['mfa_token']>()
      if (error.status === 429) expectTypeOf(error.retryAfter).toEqualTypeOf<number | null>()
      if (error.status === 400) expectTypeOf(error.errors).toEqualTypeOf<ErrorResponse['errors']>()
      if (error.status === 0)
        expectTypeOf(error.error).toEqualTypeOf<'no_answer' | 'timed_out' | 'aborted' | 'unexpected_answer'>()
      // @ts-expect-error: not every error has one
      expectTypeOf(error.mfa_token)
    }
    expectTypeOf(look).toBeFunction()
  })

  test('knows the 304 of what may be kept', () => {
    expectTypeOf<
      Extract<OperationError<typeof getAvatar>, { status: 304 }>['error']
    >().toEqualTypeOf<'not_modified'>()
    expectTypeOf<Extract<OperationError<typeof login>, { status: 304 }>>().toBeNever()
  })
})

describe('the type of a call', () => {
  test('takes what the contract takes and nothing else', () => {
    const calls = [
      // @ts-expect-error: the body is missing
      () => login({ client }),
      // @ts-expect-error: a member that does not exist
      () => login({ client, body: { ...body, passwort: 'x' } }),
      // @ts-expect-error: nobody to hand it to
      () => login({ body }),
      // @ts-expect-error: a query that the operation does not have
      () => listApps({ client, query: { offset: 1 } }),
    ]
    expectTypeOf(calls).toBeArray()
    expectTypeOf(items(listApps, { client })).toEqualTypeOf<AsyncGenerator<Application, void, undefined>>()
  })
})
