import type { Client } from '../domain/oauth/client.ts'
import { frontchannelUri, type LogoutParameters } from '../domain/oidc/logout.ts'
import { contentSecurityPolicy, formTargetOf } from './contentSecurityPolicy.ts'
import type { Lead } from './lead.ts'
import { renderPage } from './render.ts'
import type { FormPage } from './signInPage.ts'
import { viewFor, type View } from './view.ts'

/** What the pages about signing out speak about. */
export type SignOutPage =
  | {
      readonly step: 'ask'
      /** name of the app that asks for it; null: the person came by themselves */
      readonly app: string | null
      readonly email: string
      readonly formToken: string
      /** the request, to be judged again with the form */
      readonly parameters: LogoutParameters
    }
  | {
      readonly step: 'done'
      /** what the browser loads so that apps sign out, too (OpenID Connect Front-Channel Logout §2) */
      readonly frames: readonly string[]
      /** where the browser goes on once that is done; null: nowhere */
      readonly goOn: string | null
    }

/**
 * Renders a page about signing out.
 *
 * @param uiLocales  the languages that the app asks for; undefined: none
 */
export function renderSignOutPage(page: SignOutPage, uiLocales: string | undefined, view: View): FormPage {
  const data = page.step === 'ask' ? { ...page, parameters: given(page.parameters), goOn: null } : page
  return {
    body: renderPage('signOut', data, viewFor(view, uiLocales)),
    headers: { 'content-security-policy': policyOf(page) },
  }
}

/** The form may lead on to the app; frames show the apps' own origins and nothing else. */
function policyOf(page: SignOutPage): string {
  if (page.step === 'ask') {
    const { post_logout_redirect_uri: uri } = page.parameters
    return contentSecurityPolicy(uri !== undefined && URL.canParse(uri) ? formTargetOf(uri) : undefined)
  }
  const origins = [...new Set(page.frames.map((frame) => new URL(frame).origin))]
  const policy = contentSecurityPolicy()
  return origins.length === 0 ? policy : `${policy}; frame-src ${origins.join(' ')}`
}

function given(parameters: LogoutParameters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Where a browser goes once nobody is signed in any more. */
export type SignedOut = {
  /** the clients that had something in the session */
  readonly clients: readonly FramedClient[]
  readonly sessionId: string
  /** where the app that asked for it wants the browser; null: nowhere */
  readonly goOn: string | null
  readonly issuer: string
}

type FramedClient = Pick<Client, 'frontchannelLogoutUri' | 'frontchannelLogoutSessionRequired'>

/**
 * Leads a browser on after a logout: by a page with frames where apps want to be told through the browser, else straight to
 * the app, or to the page that says it is done.
 */
export function leadOut(
  { clients, sessionId, goOn, issuer }: SignedOut,
  uiLocales: string | undefined,
  view: View,
): Lead {
  const frames = clients.flatMap(({ frontchannelLogoutUri: uri, frontchannelLogoutSessionRequired }) =>
    uri === null
      ? []
      : [frontchannelUri(uri, { isSessionRequired: frontchannelLogoutSessionRequired, issuer, sessionId })],
  )
  if (frames.length === 0) return { location: goOn ?? `${issuer}/signout` }
  return renderSignOutPage({ step: 'done', frames, goOn }, uiLocales, view)
}
