import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changePassword,
  completeMfa,
  confirmEmailChange,
  confirmTotp,
  createSession,
  enrolTotp,
  login,
  resendVerification,
  stepUp,
  verifyEmail,
} from '../../client/index.ts'
import { password, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { credentials, openSignIn } from '#test/support/authorization.ts'
import { actionOf, createBrowser, hiddenFields, type Page } from '#test/support/browser.ts'
import { freshAddress, mailedChange } from '#test/support/emailChange.ts'
import { beginSignIn, codeOf, enrolAuthenticator, wrongCodeOf } from '#test/support/factors.ts'
import { mailedTokens } from '#test/support/mailedTokens.ts'
import { startService, type TestService } from '#test/support/service.ts'

/** Ten are free; after these a quarter of a minute would have to pass. */
const tries = 14

let service: TestService
let appId: string
beforeAll(async () => {
  service = await startService({ LATCHKEY_RATE_LIMIT_HOUR: '0', LATCHKEY_RATE_LIMIT_DAY: '0' })
  appId = (await registerTestApp(service, await signUp(service))).app_id
})
afterAll(() => service.stop())

/** One guess at a path that looks at a secret; the status of its answer. */
type Guess = (secret: string) => Promise<number | undefined>
type Doors = Readonly<Record<string, (person: Person) => Guess | Promise<Guess>>>

/** A page whose form is sent again and again. */
function formGuess(page: Page, browser: ReturnType<typeof createBrowser>, field: string): Guess {
  const fields = hiddenFields(page)
  return async (secret) => (await browser.post(actionOf(page), { ...fields, [field]: secret })).status
}

/** The page that a mailed link leads to. */
async function linkGuess(path: string, token: string): Promise<Guess> {
  const browser = createBrowser(service)
  return formGuess(await browser.open(`${service.url}${path}?token=${token}`), browser, 'password')
}

async function verificationToken({ email }: Person): Promise<string> {
  await resendVerification({ client: service.as(), body: { email }, throwOnError: true })
  return (await mailedTokens(service, email))[0] ?? ''
}

const logIn = async ({ email }: Person, secret = password) =>
  status(await login({ client: service.as(), body: { email, password: secret } }))

const passwordDoors: Doors = {
  login: (person) => (secret) => logIn(person, secret),
  createSession: (person) => async (secret) =>
    status(await createSession({ client: service.as(), body: { username: person.email, password: secret } })),
  stepUp: (person) => async (secret) =>
    status(await stepUp({ client: service.as(person.token), body: { password: secret } })),
  changePassword: (person) => async (secret) => {
    const body = { current_password: secret, new_password: 'another-password' }
    return status(await changePassword({ client: service.as(person.token), body }))
  },
  confirmEmailChange: async (person) => {
    const token = await mailedChange(service, person, freshAddress())
    return async (secret) =>
      status(await confirmEmailChange({ client: service.as(), body: { token, password: secret } }))
  },
  verifyEmail: async (person) => {
    const token = await verificationToken(person)
    return async (secret) =>
      status(await verifyEmail({ client: service.as(), body: { token, password: secret } }))
  },
  'the sign-in page': async ({ email }) => {
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, appId)
    const fields = hiddenFields(page)
    return async (secret) =>
      (await browser.post(actionOf(page), { ...fields, login: email, password: secret })).status
  },
  'the page of a change of address': async (person) =>
    linkGuess('/change-email', await mailedChange(service, person, freshAddress())),
  'the page that confirms an address': async (person) =>
    linkGuess('/verify-email', await verificationToken(person)),
}

describe('wrong passwords', () => {
  it.each(Object.entries(passwordDoors))('at %s count at every other path', async (_, open) => {
    const person = await signUp(service)
    const guess = await open(person)
    for (let time = 1; time <= tries; time += 1) expect(await guess(`wrong-${time}`)).toBe(401)
    expect(await logIn(person)).toBe(401)
  })

  it.each(Object.entries(passwordDoors))('at login make %s deaf to the right one', async (_, open) => {
    const person = await signUp(service)
    const guess = await open(person)
    for (let time = 1; time <= tries; time += 1) expect(await logIn(person, `wrong-${time}`)).toBe(401)
    expect(await guess(password)).toBe(401)
    service.clock.advance(60)
    expect([200, 201, 303]).toContain(await guess(password))
  })
})

const codeDoors: Doors = {
  login:
    ({ email }) =>
    async (code) =>
      status(await login({ client: service.as(), body: { email, password, code } })),
  createSession:
    ({ email }) =>
    async (code) =>
      status(await createSession({ client: service.as(), body: { email, password, code } })),
  completeMfa: (person) => async (code) => {
    const { mfa_token } = await beginSignIn(service, person)
    return status(await completeMfa({ client: service.as(), body: { mfa_token, code } }))
  },
  stepUp:
    ({ token }) =>
    async (code) =>
      status(await stepUp({ client: service.as(token), body: { code } })),
  'the page of the second factor': (person) => async (code) => {
    const browser = createBrowser(service)
    const page = await browser.submit(await openSignIn(service, browser, appId), credentials(person))
    return formGuess(page, browser, 'code')(code)
  },
}

describe('wrong codes', () => {
  it.each(Object.entries(codeDoors))('at %s count at every other path', async (_, open) => {
    const person = await signUp(service)
    const app = await enrolAuthenticator(service, person)
    const guess = await open(person)
    const wrong = wrongCodeOf(service, app.secret)
    for (let time = 1; time <= tries; time += 1) expect(await guess(wrong)).toBe(401)
    service.clock.advance(1)
    const right = codeOf(service, app.secret, 30)
    for (const other of ['login', 'stepUp', 'completeMfa'])
      expect(await (await codeDoors[other]!(person))(right)).toBe(401)
  })

  it('before an authenticator app is in use count as well: nobody finds the first one by trying', async () => {
    const { token } = await signUp(service)
    const client = service.as(token)
    const { secret } = (await enrolTotp({ client, throwOnError: true })).data
    const confirm = (code: string) => confirmTotp({ client, body: { code } })
    const wrong = wrongCodeOf(service, secret)
    for (let time = 1; time <= tries; time += 1)
      expectRefused(await confirm(wrong), 401, 'invalid_credentials')
    expectRefused(await confirm(codeOf(service, secret)), 401, 'invalid_credentials')
    service.clock.advance(60)
    expect(status(await confirm(codeOf(service, secret)))).toBe(200)
  })
})

describe('who hammers', () => {
  it('at the link of a registration is told to stop, and uses it up as little as before', async () => {
    const person = await signUp(service)
    const token = await verificationToken(person)
    const guess = (secret: string) => verifyEmail({ client: service.as(), body: { token, password: secret } })
    const page = await linkGuess('/verify-email', token)
    for (let time = 1; time <= 100; time += 1) await guess(`wrong-${time}`)
    const refused = await guess('wrong')
    expectRefused(refused, 429, 'rate_limit_exceeded')
    expect(Number(refused.response?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await page('wrong')).toBe(429)
    service.clock.advance(3601)
    expect(status(await guess(password))).toBe(200)
  })
})
