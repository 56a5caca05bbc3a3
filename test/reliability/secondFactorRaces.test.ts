import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  completeMfa,
  confirmPasswordReset,
  login,
  requestPasswordReset,
  resendVerification,
  updateAccount,
  verifyEmail,
} from '../../client/index.ts'
import { signUp, type Person } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import { beginSignIn, codeOf, enrolAuthenticator } from '#test/support/factors.ts'
import { codesTo } from '#test/support/mailedCodes.ts'
import { startMailbox, tokenIn, type Mailbox } from '#test/support/mailbox.ts'
import {
  databaseUrl,
  endPrograms,
  stageOf,
  startServiceProcess,
  type ServiceProcess,
} from '#test/support/process.ts'

/** Races of each kind; each has an account of its own, since losers count as guesses. */
const races = 12
const racersPerProcess = 4

let database: TestDatabase
let mailbox: Mailbox
let services: readonly ServiceProcess[]

beforeAll(async () => {
  database = await createDatabase()
  mailbox = await startMailbox()
  const environment = {
    DATABASE_URL: databaseUrl(database.connection),
    LATCHKEY_SECRET: 'the secret of a test',
    LATCHKEY_ISSUER: 'http://localhost',
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
    LATCHKEY_REGISTRATION: 'open',
    LATCHKEY_PASSWORD_MEMORY_KIB: '1024',
    LATCHKEY_PASSWORD_PASSES: '1',
    SMTP_URL: mailbox.url,
  }
  services = await Promise.all([startServiceProcess(environment), startServiceProcess(environment)])
})

afterAll(async () => {
  await endPrograms()
  await mailbox.stop()
  await database.drop()
})

/** The services are processes of their own: their clock is everybody's. */
const stage = () => ({ ...stageOf(services[0]!), clock: { now: () => new Date(), advance: () => {} } })

/** Lets eight ask for the same thing, four at each process, alternately, and counts the winners. */
async function race(ask: (service: ServiceProcess, racer: number) => Promise<{ response?: Response }>) {
  const racers = Array.from({ length: racersPerProcess }, () => services).flat()
  const answers = await Promise.all(racers.map(ask))
  for (const answer of answers) expect([200, 400, 401]).toContain(status(answer))
  return answers.filter((answer) => status(answer) === 200).length
}

async function repeatedly(work: () => Promise<number>): Promise<void> {
  const winners: number[] = []
  for (let done = 0; done < races; done += 1) winners.push(await work())
  expect(winners).toEqual(Array.from({ length: races }, () => 1))
}

const logIn =
  ({ email, password }: Person, code: string) =>
  (service: ServiceProcess) =>
    login({ client: service.as(), body: { email, password, code } })

describe('eight racers at two processes', () => {
  it(
    'use a time step once',
    () =>
      repeatedly(async () => {
        const person = await signUp(stage())
        const { secret } = await enrolAuthenticator(stage(), person)
        // The next step counts from now on until it has passed.
        return race(logIn(person, codeOf(stage(), secret, 30)))
      }),
    60_000,
  )

  it(
    'use a recovery code once',
    () =>
      repeatedly(async () => {
        const person = await signUp(stage())
        const { recoveryCodes } = await enrolAuthenticator(stage(), person)
        return race(logIn(person, recoveryCodes[0]!))
      }),
    60_000,
  )

  it(
    'use a mailed code once',
    () =>
      repeatedly(async () => {
        const person = await signUp(stage())
        await runAsAdmin(database.connection, 'update users set email_verified = true where id = $1', [
          person.id,
        ])
        const client = services[0]!.as(person.token)
        await updateAccount({ client, body: { second_factor_email: true }, throwOnError: true })
        await beginSignIn(stage(), person)
        const [code = ''] = await codesTo(mailbox, person.email, 1)
        return race(logIn(person, code))
      }),
    60_000,
  )

  it(
    'complete a sign-in once, each with a right code of its own',
    () =>
      repeatedly(async () => {
        const person = await signUp(stage())
        const { recoveryCodes } = await enrolAuthenticator(stage(), person)
        const { mfa_token } = await beginSignIn(stage(), person)
        return race((service, racer) =>
          completeMfa({ client: service.as(), body: { mfa_token, code: recoveryCodes[racer]! } }),
        )
      }),
    60_000,
  )

  it(
    'use a link out of a mail once, to set a password and to confirm an address',
    () =>
      repeatedly(async () => {
        const { email, password } = await signUp(stage())
        const client = services[0]!.as()
        await requestPasswordReset({ client, body: { email }, throwOnError: true })
        await resendVerification({ client, body: { email }, throwOnError: true })
        const [reset, verification] = (await mailbox.mailsTo(email, 2)).map(tokenIn).toSorted()
        const confirmed = await race((service) =>
          verifyEmail({ client: service.as(), body: { token: verification!, password } }),
        )
        const changed = await race((service, racer) =>
          confirmPasswordReset({
            client: service.as(),
            body: { token: reset!, password: `a new one ${racer}` },
          }),
        )
        return confirmed === changed ? changed : -1
      }),
    60_000,
  )
})
