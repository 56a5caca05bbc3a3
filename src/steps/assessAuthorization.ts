import type { Context } from '../context.ts'
import {
  checkAuthorizationTarget,
  decideAuthorizationRequest,
  scopeToConsent,
  type AuthorizationRequest,
} from '../domain/oauth/authorizationRequest.ts'
import type { Client } from '../domain/oauth/client.ts'
import { decideInteraction, type Interaction, type SignedIn } from '../domain/oauth/interaction.ts'
import { formatScope } from '../domain/oauth/scope.ts'
import type { StoredParameters } from '../domain/oauth/transaction.ts'
import { withWayBack } from '../domain/oauth/wayBack.ts'
import { subjectOf } from '../domain/oidc/subject.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'
import { hintSubject } from './hintSubject.ts'

/** What somebody decided on the consent page, and the scope that the page showed. */
export type ConsentDecision = { readonly decision: 'approve' | 'deny'; readonly shownScope: string }

/** What an authorization in a browser is decided from. */
export type AuthorizationStand = {
  readonly parameters: StoredParameters
  readonly signedIn: SignedIn | null
  readonly consent?: ConsentDecision | undefined
  /** when it began */
  readonly startedAt: Date
}

/** The next step of an authorization; `fail`: the app is told why not, at its redirect URI. */
export type Assessment =
  | (Interaction & { readonly client: Client; readonly request: AuthorizationRequest })
  | { readonly outcome: 'fail'; readonly refusal: Refusal }

/**
 * Judges an authorization from the beginning: parameters and app as they are now, who is signed in, what was agreed to. It is
 * done at every step, so that nothing which a page or a form holds is believed.
 *
 * @returns a refusal when client or redirect URI are not proven: for a page, never for the redirect URI (RFC 6749 §4.1.2.1)
 */
export async function assessAuthorization(
  { parameters, signedIn, consent, startedAt }: AuthorizationStand,
  now: Date,
  { store, config, keys, subjectKey }: Pick<Context, 'store' | 'config' | 'keys' | 'subjectKey'>,
): Promise<Assessment | Refusal> {
  const found = await store.clients.findByClientId(parameters.client_id ?? '', now)
  const client = found?.client ?? null
  const wrongTarget = checkAuthorizationTarget(parameters, client)
  if (client === null) return wrongTarget ?? refuse('invalid_request', 'client_id is missing or unknown')
  if (wrongTarget !== null) return withWayBack(wrongTarget, client, parameters.redirect_uri)
  const request = decideAuthorizationRequest(parameters, client, config)
  if (isRefusal(request)) return { outcome: 'fail', refusal: request }
  const consented = signedIn === null ? null : await store.consents.find(signedIn.user.id, client.id)
  const decided = decideInteraction({
    client,
    request,
    signedIn,
    consented,
    consent: consent && heardConsent(consent, request),
    startedAt,
    now,
    subject: signedIn === null ? null : subjectOf(client, signedIn.user.id, subjectKey),
    hintedSubject: hintSubject(parameters.id_token_hint, client, { keys, config }),
  })
  return isRefusal(decided) ? { outcome: 'fail', refusal: decided } : { ...decided, client, request }
}

/** A yes counts for what was shown: the app may have been given more scopes since. A no ends it in any case. */
function heardConsent({ decision, shownScope }: ConsentDecision, request: AuthorizationRequest) {
  const isShown = shownScope === formatScope(scopeToConsent(request))
  return decision === 'deny' || isShown ? decision : undefined
}
