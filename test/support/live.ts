import { enrolTotp, requestPasswordReset, type AppRegistrationResponse } from '../../client/index.ts'
import { operations } from '#generated/operations.gen.ts'
import type { OperationEntry, OperationId } from '#src/http/operation.ts'
import { orderMail } from '#src/steps/orderMail.ts'
import { sealRegistration } from '#src/steps/sealRegistration.ts'
import { password, registerTestApp, signIn, signUp, type Person } from './actors.ts'
import { authorizationUrl, openConsent, openSignIn, parametersOf } from './authorization.ts'
import { connectApp } from './connections.ts'
import { freshAddress, mailedChange } from './emailChange.ts'
import { createBrowser, hiddenFields, type Page, type TestBrowser } from './browser.ts'
import { beginSignIn, codeOf, enrolAuthenticator } from './factors.ts'
import { createAccountLive, isAccountPage } from './liveAccount.ts'
import { mailedTokens } from './mailedTokens.ts'
import { registerByItself } from './registrations.ts'
import type { TestService } from './service.ts'
import { giveAppPassword, trade } from './sessions.ts'
import { signedFields } from './passkeyForm.ts'
import { addPasskey, answerOf, offerOf, signUpWithPasskey } from './passkeys.ts'
import { pictureIdOf, uploadAvatar, uploadLogo } from './uploads.ts'
import { send } from './wire.ts'

/** What an operation needs to be there before, made for one request because that request may use it up. */
export type Live = {
  /** by the name of the parameter or member */
  readonly values: Readonly<Record<string, string>>
  /** members of a JSON body that are no texts */
  readonly members?: Readonly<Record<string, unknown>>
  /** the cookies and the origin of the browser that has it on a page, or the token that opens it; empty for other operations */
  readonly headers: Readonly<Record<string, string>>
}

/** What it is about: an app. Whoever acts on its pages is somebody new. */
export type LiveOwner = {
  readonly app: AppRegistrationResponse
  /** whose a session or an app password is that is made for a path; left out: somebody new */
  readonly victim?: Person
  /** the session in which an operation goes on with what another began; left out: that of somebody new */
  readonly token?: string
}

type Maker = (service: TestService, owner: LiveOwner) => Promise<Live>

const makers: Partial<Record<OperationId, Maker>> = {
  startAuthorization: requestToStart,
  submitAuthorization: requestToStart,
  showSignIn: signInPage,
  submitSignIn: signInPage,
  submitPasskeySignIn: passkeyPage,
  showSignUp: signUpPage,
  submitSignUp: signUpPage,
  showAccountChoice: choicePage,
  submitAccountChoice: choicePage,
  showConsent: consentPage,
  submitConsent: consentPage,
  showPasswordReset: resetPage,
  submitPasswordReset: resetPage,
  confirmPasswordReset: resetPage,
  showEmailVerification: verificationPage,
  submitEmailVerification: verificationPage,
  verifyEmail: verificationPage,
  showEmailChange: emailChangePage,
  submitEmailChange: emailChangePage,
  confirmEmailChange: emailChangePage,
  revokeConsent: connection,
  getDevRequest: refusedRequest,
  getPicture: picture,
  getAppLogo: logo,
  revokeSession: session,
  deleteAppPassword: appPassword,
  finishPasskeyLogin: signedChallenge,
  finishPasskeyRegistration: newPasskey,
  completeMfa: challenge,
  confirmTotp: pendingTotp,
  getTotpQrCode: pendingTotp,
  deleteTotp: authenticator,
  createRecoveryCodes: authenticator,
  showSecondFactor: codePage,
  submitSecondFactor: codePage,
  updatePasskey: passkey,
  deletePasskey: passkey,
  submitSignOut: signOutPage,
  readClient: ownRegistration,
  updateClient: ownRegistration,
  deleteClient: ownRegistration,
}

/** Makes what an operation needs; nothing for one that needs nothing. */
export async function createLive(service: TestService, owner: LiveOwner, id: OperationId): Promise<Live> {
  if (isAccountPage(operations[id])) return createAccountLive(service, operations[id])
  return (await makers[id]?.(service, owner)) ?? { values: {}, headers: {} }
}

/** Whether anything has to be made for an operation. */
export function needsLive(entry: OperationEntry): boolean {
  return makers[entry.id] !== undefined || isAccountPage(entry)
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

/** The sign-in page, and what a passkey of somebody new signs for it. */
async function passkeyPage(service: TestService, { app }: LiveOwner): Promise<Live> {
  const owner = await signUpWithPasskey(service)
  const browser = createBrowser(service)
  const page = await openSignIn(service, browser, app.app_id, { scope: 'openid' })
  return liveOn(service, browser, page, signedFields(page, owner.authenticator))
}

/** The page on which somebody new makes an account. */
async function signUpPage(service: TestService, { app }: LiveOwner): Promise<Live> {
  const browser = createBrowser(service)
  const page = await browser.open(
    authorizationUrl(service, app.app_id, { scope: 'openid', prompt: 'create' }),
  )
  return liveOn(service, browser, page, { login: freshAddress(), password })
}

/** The page on which somebody new, who is signed in, chooses the account. */
async function choicePage(service: TestService, { app }: LiveOwner): Promise<Live> {
  const person = await signUp(service)
  const browser = createBrowser(service)
  const first = await openSignIn(service, browser, app.app_id, { scope: 'openid' })
  await browser.submit(first, { login: person.email, password })
  const changes = { scope: 'openid', prompt: 'select_account' }
  return liveOn(service, browser, await browser.open(authorizationUrl(service, app.app_id, changes)), {})
}

/** The page that asks somebody new, who is signed in, whether to sign out. */
async function signOutPage(service: TestService, { app }: LiveOwner): Promise<Live> {
  const person = await signUp(service)
  const browser = createBrowser(service)
  const first = await openSignIn(service, browser, app.app_id, { scope: 'openid' })
  await browser.submit(first, { login: person.email, password })
  return liveOn(service, browser, await browser.open(`${service.url}/signout`), {})
}

/** The page that asks somebody new for the code of an authenticator app. */
async function codePage(service: TestService, { app }: LiveOwner): Promise<Live> {
  const person = await signUp(service)
  const { secret } = await enrolAuthenticator(service, person)
  const browser = createBrowser(service)
  const first = await openSignIn(service, browser, app.app_id, { scope: 'openid' })
  const page = await browser.submit(first, { login: person.email, password })
  return liveOn(service, browser, page, { code: codeOf(service, secret, 30) })
}

/** A sign-in of somebody new that waits for the code of an authenticator app. */
async function challenge(service: TestService): Promise<Live> {
  const person = await signUp(service)
  const { secret } = await enrolAuthenticator(service, person)
  const { mfa_token } = await beginSignIn(service, person)
  return { values: { mfa_token, code: codeOf(service, secret, 30) }, headers: {} }
}

async function pendingTotp(service: TestService, { token }: LiveOwner): Promise<Live> {
  const client = service.as(token ?? (await signUp(service)).token)
  const { data } = await enrolTotp({ client, throwOnError: true })
  return { values: { code: codeOf(service, data.secret) }, headers: {} }
}

async function authenticator(service: TestService, { token }: LiveOwner): Promise<Live> {
  await enrolAuthenticator(service, token === undefined ? await signUp(service) : { token })
  return { values: {}, headers: {} }
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

async function emailChangePage(service: TestService): Promise<Live> {
  const [person, email] = [await signUp(service), freshAddress()]
  await mailedChange(service, person, email)
  return mailedPage(service, email, '/change-email', password)
}

/** An app of somebody else that whoever asks has let in. */
async function connection(service: TestService, { victim, token }: LiveOwner): Promise<Live> {
  const person = victim ?? (await signUp(service))
  const { app } = await connectApp(service, { ...person, ...(token !== undefined && { token }) })
  return { values: { appId: app.app_id }, headers: {} }
}

async function mailedPage(service: TestService, email: string, path: string, typed: string): Promise<Live> {
  const [token = 'no token was mailed'] = await mailedTokens(service, email)
  const browser = createBrowser(service)
  const page = await browser.open(`${service.url}${path}?token=${token}`)
  return liveOn(service, browser, page, { token, password: typed })
}

/** A client that registered itself, and the token of its registration. */
async function ownRegistration(service: TestService): Promise<Live> {
  const { client_id: clientId, registration_access_token: token } = await registerByItself(service)
  return { values: { clientId, client_id: clientId }, headers: { authorization: `Bearer ${token}` } }
}

async function refusedRequest(service: TestService): Promise<Live> {
  const { headers } = await send(service.url, { method: 'GET', path: '/api/v1/apps', headers: {} })
  return { values: { requestId: String(headers['x-request-id']) }, headers: {} }
}

async function picture(service: TestService): Promise<Live> {
  const pictureId = pictureIdOf(await uploadAvatar(service, await signUp(service)))
  return { values: { pictureId }, headers: {} }
}

async function logo(service: TestService): Promise<Live> {
  const owner = await signUp(service)
  const { app_id: appId } = await registerTestApp(service, owner)
  await uploadLogo(service, owner, appId)
  return { values: { appId }, headers: {} }
}

async function session(service: TestService, { victim }: LiveOwner): Promise<Live> {
  const { email } = victim ?? (await signUp(service))
  const { session_id: sessionId } = await trade(service, await signIn(service, email))
  return { values: { sessionId }, headers: {} }
}

async function appPassword(service: TestService, { victim }: LiveOwner): Promise<Live> {
  const { id: appPasswordId } = await giveAppPassword(service, victim ?? (await signUp(service)))
  return { values: { appPasswordId }, headers: {} }
}

async function signedChallenge(service: TestService): Promise<Live> {
  const { challenge_id, credential } = await answerOf(
    service,
    (await signUpWithPasskey(service)).authenticator,
  )
  return { values: { challenge_id }, members: { credential }, headers: {} }
}

async function newPasskey(service: TestService, { token }: LiveOwner): Promise<Live> {
  const { challenge_id, credential } = await offerOf(service, token ?? (await signUp(service)).token)
  return { values: { challenge_id }, members: { credential }, headers: {} }
}

async function passkey(service: TestService, { victim }: LiveOwner): Promise<Live> {
  const { id: passkeyId } = await addPasskey(service, (victim ?? (await signUp(service))).token)
  return { values: { passkeyId }, headers: {} }
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
