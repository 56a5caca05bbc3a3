import { operations } from '../api/index.ts'
import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import { makeFormToken } from '../domain/browser/formToken.ts'
import { checkAuthorizationTarget } from '../domain/oauth/authorizationRequest.ts'
import { authorizationError } from '../domain/oauth/authorizationResponse.ts'
import { parseBasic } from '../domain/oauth/clientAuthentication.ts'
import { supportedScopes } from '../domain/oauth/scope.ts'
import { storedParameters } from '../domain/oauth/transaction.ts'
import { isRefusal } from '../domain/refusal.ts'
import type { AllOperations, Call, Operation, OperationId, Reply } from '../http/operation.ts'
import { lead } from '../pages/lead.ts'
import { renderMockSignInPage } from '../pages/mockSignInPage.ts'
import { openSignIn } from '../steps/openSignIn.ts'
import { startBrowserSession } from '../steps/startBrowserSession.ts'
import type { SeenClient } from './guests.ts'
import { currentScenario, scenarioRefusal } from './scenario.ts'

/** How the mock issuer meets people and apps. */
export type Manners = {
  /** who is signed in without being asked; null: the page asks */
  readonly signInAs: string | null
  /** hears of every app that is named; null: only those that were given are known */
  readonly adopt: ((seen: SeenClient) => Promise<void>) | null
}

type AnyCall = Call<OperationId>
type AnyOperation = Operation<OperationId>

/** Our handlers, with what the mock does before them and in their place. */
export function mockOperations(manners: Manners): AllOperations {
  const replaced: Partial<AllOperations> = {
    startAuthorization: startAt(manners),
    showSignIn,
  }
  const wrapped = Object.entries({ ...operations, ...replaced }).map(([id, handler]) => {
    const answer = handler as unknown as AnyOperation
    const mocked: AnyOperation = async (call, context) => {
      const seen = seenClient(id, call)
      if (manners.adopt !== null && seen !== null) await manners.adopt(seen)
      const { error } = currentScenario()
      return error === undefined || id === 'startAuthorization'
        ? answer(call, context)
        : call.refuse(scenarioRefusal(error))
    }
    return [id, mocked]
  })
  return Object.fromEntries(wrapped) as AllOperations
}

/** The app that a request names, wherever it does. */
function seenClient(id: string, call: AnyCall): SeenClient | null {
  const { query, body, authorization } = call as unknown as Record<
    string,
    Record<string, unknown> | undefined
  >
  const basic = typeof authorization === 'string' ? parseBasic(authorization) : null
  const named = { ...query, ...(isForm(body) ? body : {}) }
  const clientId = basic?.clientId ?? text(named['client_id'])
  if (clientId === undefined) return null
  const secret = basic?.clientSecret ?? text(named['client_secret'])
  const provesItself = ['issueToken', 'revokeToken', 'introspectToken'].includes(id)
  const isSilent = secret === undefined && named['client_assertion'] === undefined
  return {
    clientId,
    isPublic: provesItself ? isSilent : undefined,
    redirectUri: text(named['redirect_uri']),
    postLogoutRedirectUri: text(named['post_logout_redirect_uri']),
    secret,
  }
}

function isForm(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Buffer.isBuffer(body)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Starts an authorization: with the error of a scenario, with somebody who is signed in already, or as usual. */
function startAt({ signInAs }: Manners): AllOperations['startAuthorization'] {
  return async (call, context) => {
    const { error } = currentScenario()
    if (error !== undefined) return failAt(call, context)
    const login = signInAs === null ? null : parseEmail(call.query.login_hint ?? signInAs)
    const holder = login === null ? null : await context.store.users.findByEmail(login.emailKey)
    if (holder === null) return operations.startAuthorization(call, context)
    const { setCookie } = await startBrowserSession(holder.user, ['pwd'], call, context)
    const [name = '', value = ''] = setCookie.split(';')[0]!.split('=')
    const client = await context.store.clients.findByClientId(call.query.client_id ?? '', call.now)
    if (client !== null)
      await context.store.consents.record(holder.user.id, client.client.id, supportedScopes, call.now)
    // Whoever is signed in like this was signed in for this authorization, and has agreed: nothing is left to ask.
    const { prompt: _prompt, ...query } = call.query
    const signedIn = { ...call, query, cookies: { ...call.cookies, [name]: value } }
    const reply = await operations.startAuthorization(signedIn, context)
    return { ...reply, headers: { ...reply.headers, 'set-cookie': [setCookie] } }
  }
}

/** Tells the app of the error of a scenario at its redirect URI, once that is proven. */
async function failAt(
  call: Call<'startAuthorization'>,
  context: Context,
): Promise<Reply<'startAuthorization'>> {
  const refusal = scenarioRefusal(currentScenario().error!)
  const parameters = storedParameters(call.query)
  const found = await context.store.clients.findByClientId(parameters.client_id ?? '', call.now)
  const wrongTarget = checkAuthorizationTarget(parameters, found?.client ?? null)
  if (wrongTarget !== null) return call.refuse(wrongTarget)
  const answer = authorizationError(parameters, refusal, context.config.issuer, call.errorUri(refusal))
  const led = lead(answer, parameters.ui_locales, call.view)
  const reply = 'location' in led ? call.reply(303, undefined, led) : call.reply(200, led.body, led.headers)
  return call.because(refusal, reply)
}

/** Asks who somebody is, and for nothing that would prove it. */
const showSignIn: AllOperations['showSignIn'] = async (call, context) => {
  const open = await openSignIn(call.query.transaction, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { id, browserSecret, client, request } = open
  const { body, headers } = renderMockSignInPage({
    app: client.name,
    redirectUri: request.redirectUri,
    transaction: id,
    formToken: makeFormToken(browserSecret, { purpose: 'sign_in', subject: id }),
    login: open.transaction.parameters.login_hint ?? 'user@example.com',
  })
  return call.reply(200, body, headers)
}
