import type { Context } from '../../context.ts'
import {
  checkAuthorizationTarget,
  decideAuthorizationRequest,
  decideConsent,
  scopeToConsent,
  type AuthorizationRequest,
} from '../../domain/oauth/authorizationRequest.ts'
import {
  answerUri,
  authorizationError,
  authorizationSuccess,
  isAnsweredByRedirect,
} from '../../domain/oauth/authorizationResponse.ts'
import type { Client } from '../../domain/oauth/client.ts'
import { valueOf } from '../../domain/oauth/parameter.ts'
import { subjectOf } from '../../domain/oidc/subject.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts'
import type { Call, Operation } from '../../http/operation.ts'
import { faceOf } from '../../pages/appFace.ts'
import { hintSubject } from '../../steps/hintSubject.ts'
import { nameOwner } from '../../steps/nameOwner.ts'
import { startGrant } from '../../steps/startGrant.ts'

const noForm = refuse('invalid_request', 'response_mode form_post needs a page: use the browser flow')

/** Authorizes an app by API: the signed-in user's own call is the act of consent. */
export const authorize: Operation<'authorize'> = async (call, context) => {
  const { issuer, profile } = context.config
  const client = (await context.store.clients.findByClientId(call.body.client_id, call.now))?.client ?? null
  const wrongTarget = checkAuthorizationTarget(call.body, client)
  if (client === null || wrongTarget !== null)
    return call.refuse(wrongTarget ?? refuse('invalid_request', 'client_id is missing or unknown'))
  // From here on the redirect URI is proven: errors are the app's to hear.
  const request = decideAuthorizationRequest(call.body, client, { issuer, profile })
  if (isRefusal(request)) return sendBack(call, request, issuer)
  if (request.responseMode === 'form_post')
    return sendBack({ ...call, body: { ...call.body, response_mode: undefined } }, noForm, issuer)

  const consent = await consentOf(call, client, request, context)
  if (!isRefusal(consent)) {
    const { session, user } = call.principal
    const result = await startGrant({ client, request, session, user, consent }, call.now, context)
    return call.reply(200, { redirect_uri: answerUri(authorizationSuccess(request, result, issuer)) })
  }
  if (isAnsweredByRedirect(consent, request)) return sendBack(call, consent, issuer)
  if (consent.code !== 'consent_required') return call.refuse(consent)
  const question = call.reply(403, {
    error: 'consent_required',
    error_description: consent.description,
    error_uri: call.errorUri(consent),
    request_id: call.requestId,
    client: await introduce(client, context),
    scopes: [...scopeToConsent(request)],
  })
  return call.because(consent, question)
}

/** An error that is the app's to hear: to HTTP it is no error at all. */
function sendBack(call: Call<'authorize'>, refusal: Refusal, issuer: string) {
  const uri = answerUri(authorizationError(call.body, refusal, issuer, call.errorUri(refusal)))
  return call.because(refusal, call.reply(200, { redirect_uri: uri }))
}

/** The app, as whoever is asked should see it: what the consent page shows. */
async function introduce(client: Client, context: Context) {
  const { name, logo, policyUri, tosUri } = faceOf(client, context.config.issuer)
  return {
    app_id: client.clientId,
    name,
    description: client.description,
    first_party: client.firstParty,
    owner_name: await nameOwner(client, context),
    logo_uri: logo,
    policy_uri: policyUri,
    tos_uri: tosUri,
  }
}

async function consentOf(
  call: Call<'authorize'>,
  client: Client,
  request: AuthorizationRequest,
  context: Context,
) {
  const { store, subjectKey } = context
  const { session, user } = call.principal
  const expected = hintSubject(valueOf(call.body.id_token_hint), client, context) ?? request.claims.subject
  if (expected !== null && expected !== subjectOf(client, user.id, subjectKey))
    return refuse('login_required', 'Another user has signed in')
  return decideConsent({
    client,
    user,
    session,
    scope: scopeToConsent(request),
    essentialAcr: request.claims.essentialAcr,
    consented: await store.consents.find(user.id, client.id),
    consent: call.body.consent,
    prompt: request.prompt,
    maxAgeSeconds: request.maxAgeSeconds,
    now: call.now,
  })
}
