import type { Context } from '../context.ts'
import type { SignedIn } from '../domain/oauth/interaction.ts'
import { decideLogout, type Logout, type LogoutParameters } from '../domain/oidc/logout.ts'
import { subjectOf } from '../domain/oidc/subject.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { signingAlgorithms } from '../domain/token/keySchedule.ts'
import { findSignedIn, type BrowserRequest } from './findSignedIn.ts'

/** A logout under way: what was decided, and who would be signed out. */
export type OpenLogout = {
  readonly logout: Logout
  readonly signedIn: SignedIn | null
  /** name of the app that asks for it; null: nobody proven */
  readonly app: string | null
}

/**
 * Judges a logout request from the beginning, for the page that asks and again for its form, so that nothing a form holds is
 * believed.
 */
export async function openLogout(
  parameters: LogoutParameters,
  browser: BrowserRequest,
  context: Pick<Context, 'store' | 'config' | 'keys' | 'subjectKey'>,
): Promise<OpenLogout | Refusal> {
  const hint = verifyHint(parameters.id_token_hint, context.keys)
  const named = typeof hint?.['aud'] === 'string' ? hint['aud'] : parameters.client_id
  const found = named === undefined ? null : await context.store.clients.findByClientId(named, browser.now)
  const client = found?.client ?? null
  const signedIn = await findSignedIn(browser, context)
  const { config, subjectKey } = context
  const subject = client && signedIn && subjectOf(client, signedIn.user.id, subjectKey)
  const logout = decideLogout({ parameters, hint, client, signedIn, subject, issuer: config.issuer })
  return isRefusal(logout) ? logout : { logout, signedIn, app: client?.name ?? null }
}

/** The claims of an ID token that we signed, however old (RP-Initiated Logout §2); null for every other text. */
function verifyHint(
  hint: string | undefined,
  keys: Context['keys'],
): Readonly<Record<string, unknown>> | null {
  if (hint === undefined) return null
  for (const algorithm of signingAlgorithms) {
    const claims = keys.verify(algorithm, 'JWT', hint)
    if (claims !== null) return claims
  }
  return null
}
