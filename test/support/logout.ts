import { expect } from 'vitest'
import type { Client } from '#src/domain/oauth/client.ts'
import { redirectUri, signUp, type Person } from './actors.ts'
import { answerOf, authorizationUrl, credentials, openSignIn, redeem } from './authorization.ts'
import { createBrowser, textOf, type Page, type TestBrowser } from './browser.ts'
import { registerOperatorApp } from './operator.ts'
import type { TestService } from './service.ts'

/** Where the apps of these tests want people after they have signed out. */
export const signedOutUri = 'https://example.com/signed-out'
const sessionCookie = 'latchkey-session'

/** An app that people sign in to and out of. */
export type Party = Awaited<ReturnType<typeof registerParty>>

/** Registers an app that needs no consent, so that a sign-in leads straight back. */
export function registerParty(service: TestService, members: Partial<Client> = {}) {
  return registerOperatorApp(service, {
    redirectUris: [redirectUri],
    postLogoutRedirectUris: [signedOutUri],
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    responseTypes: ['code'],
    grantTypes: ['authorization_code', 'refresh_token'],
    firstParty: true,
    ...members,
  })
}

/** A browser with somebody in front of it. */
export type Visit = {
  readonly browser: TestBrowser
  readonly person: Person
  /** Signs the person in to an app, or finds them signed in; the tokens of that. */
  signInTo(party: Party, scope?: string): ReturnType<typeof tokensOf>
  /** Somebody else sits down and signs in. */
  replacedBy(person: Person): Visit
  /** Opens a logout request. */
  logout(parameters: Readonly<Record<string, string>>): Promise<Page>
  /** What `prompt=none` answers: null while the person is signed in, else the error. */
  silently(party: Party): Promise<string | null>
}

/** Somebody new, with a browser of their own. */
export async function visit(service: TestService): Promise<Visit> {
  return visitOf(service, createBrowser(service), await signUp(service))
}

function visitOf(service: TestService, browser: TestBrowser, person: Person): Visit {
  return {
    browser,
    person,
    async signInTo(party, scope) {
      const changes = scope === undefined ? {} : { scope }
      const page = browser.cookies.has(sessionCookie)
        ? await browser.open(authorizationUrl(service, party.app_id, changes))
        : await browser.submit(await openSignIn(service, browser, party.app_id, changes), credentials(person))
      return tokensOf(service, party, page)
    },
    replacedBy(other) {
      browser.cookies.delete(sessionCookie)
      return visitOf(service, browser, other)
    },
    logout: (parameters) => browser.open(logoutUrl(service, parameters)),
    async silently(party) {
      const page = await browser.open(authorizationUrl(service, party.app_id, { prompt: 'none' }))
      return answerOf(page).get('error')
    },
  }
}

async function tokensOf(service: TestService, party: Party, page: Page) {
  const tokens = await redeem(service, party as never, answerOf(page))
  return { ...tokens!, id_token: tokens!.id_token!, refresh_token: tokens!.refresh_token! }
}

/** The URL of a logout request. */
export function logoutUrl({ url }: TestService, parameters: Readonly<Record<string, string>>): string {
  return `${url}/oauth2/logout?${new URLSearchParams(parameters)}`
}

/** Expects a page of ours that says or asks something. */
export function expectPage(page: Page, words: string): void {
  expect([page.status, page.location]).toEqual([200, null])
  expect(textOf(page)).toContain(words)
}
