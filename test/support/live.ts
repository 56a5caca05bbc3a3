import { requestPasswordReset, type AppRegistrationResponse } from '../../client/index.ts'
import type { OperationEntry, OperationId } from '#src/http/operation.ts'
import { orderMail } from '#src/steps/orderMail.ts'
import { sealRegistration } from '#src/steps/sealRegistration.ts'
import { password, signUp } from './actors.ts'
import { openConsent, openSignIn, parametersOf } from './authorization.ts'
import { createBrowser, hiddenFields, type Page, type TestBrowser } from './browser.ts'
import { mailedTokens } from './mailedTokens.ts'
import type { TestService } from './service.ts'
import { send } from './wire.ts'

/** What an operation needs to be there before, made for one request because that request may use it up. */
export type Live = {
  /** by the name of the parameter or member */
  readonly values: Readonly<Record<string, string>>
  /** the cookies and the origin of the browser that has it on a page; empty for other operations */
  readonly headers: Readonly<Record<string, string>>
}

/** What it is about: an app. Whoever acts on its pages is somebody new. */
export type LiveOwner = { readonly app: AppRegistrationResponse }

type Maker = (service: TestService, owner: LiveOwner) => Promise<Live>

const makers: Partial<Record<OperationId, Maker>> = {
  startAuthorization: requestToStart,
  submitAuthorization: requestToStart,
  showSignIn: signInPage,
  submitSignIn: signInPage,
  showConsent: consentPage,
  submitConsent: consentPage,
  showPasswordReset: resetPage,
  submitPasswordReset: resetPage,
  confirmPasswordReset: resetPage,
  showEmailVerification: verificationPage,
  submitEmailVerification: verificationPage,
  verifyEmail: verificationPage,
  getDevRequest: refusedRequest,
}

/** Makes what an operation needs; nothing for one that needs nothing. */
export async function createLive(service: TestService, owner: LiveOwner, id: OperationId): Promise<Live> {
  return (await makers[id]?.(service, owner)) ?? { values: {}, headers: {} }
}

/** Whether anything has to be made for an operation. */
export function needsLive({ id }: OperationEntry): boolean {
  return makers[id] !== undefined
}

async function requestToStart(service: TestService, { app }: LiveOwner): Promise<Live> {
  const values = {
    response_type: 'code',
    client_id: app.app_id,
    redirect_uri: app.application.redirect_uris[0]!,
    scope: 'openid',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }
  return { values, headers: headersOf(service, createBrowser(service)) }
}

/** Signs in somebody new: whoever is guessed at too often has to wait. */
async function signInPage(service: TestService, { app }: LiveOwner): Promise<Live> {
  const person = await signUp(service)
  const browser = createBrowser(service)
  const page = await openSignIn(service, browser, app.app_id, { scope: 'openid' })
  return liveOn(service, browser, page, { login: person.email, password: person.password })
}

async function consentPage(service: TestService, { app }: LiveOwner): Promise<Live> {
  const person = await signUp(service)
  const browser = createBrowser(service)
  const page = await openConsent(service, browser, app.app_id, person, { scope: 'openid' })
  return liveOn(service, browser, page, { decision: 'approve' })
}

async function resetPage(service: TestService): Promise<Live> {
  const person = await signUp(service)
  const body = { email: person.email }
  await requestPasswordReset({ client: service.as(), body, throwOnError: true })
  return mailedPage(service, person.email, '/reset-password', 'the next password of this account')
}

/** The page of a registration that waits for its confirmation, as there are where addresses are verified. */
async function verificationPage(service: TestService): Promise<Live> {
  const { context } = service.running
  const now = service.clock.now()
  const accountId = context.random.uuid(now)
  const email = `waits-${accountId}@example.com`
  const passwordHash = await context.passwords.hash(password)
  const waiting = { accountId, email, passwordHash, registeredAt: now }
  const registration = sealRegistration(waiting, context).toString('base64')
  const order = { mail: 'verifyRegistration', email, acceptLanguage: null, accountId, registration } as const
  await orderMail(order, now, context)
  return mailedPage(service, email, '/verify-email', password)
}

async function mailedPage(service: TestService, email: string, path: string, typed: string): Promise<Live> {
  const [token = 'no token was mailed'] = await mailedTokens(service, email)
  const browser = createBrowser(service)
  const page = await browser.open(`${service.url}${path}?token=${token}`)
  return liveOn(service, browser, page, { token, password: typed })
}

async function refusedRequest(service: TestService): Promise<Live> {
  const { headers } = await send(service.url, { method: 'GET', path: '/api/v1/apps', headers: {} })
  return { values: { requestId: String(headers['x-request-id']) }, headers: {} }
}

function liveOn(
  service: TestService,
  browser: TestBrowser,
  page: Page,
  values: Readonly<Record<string, string>>,
): Live {
  const { transaction } = parametersOf(page.url)
  return {
    values: { ...(transaction === undefined ? {} : { transaction }), ...hiddenFields(page), ...values },
    headers: headersOf(service, browser),
  }
}

function headersOf({ config }: TestService, { cookies }: TestBrowser): Record<string, string> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const origin = { origin: config.issuer, 'sec-fetch-site': 'same-origin' }
  return cookie === '' ? origin : { cookie, ...origin }
}
