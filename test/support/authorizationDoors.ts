import { credentials, openSignIn } from './authorization.ts'
import { redirectUri, type Person } from './actors.ts'
import { actionOf, createBrowser, hiddenFields, type Page } from './browser.ts'
import { post } from './entryPoints.ts'
import type { TestService } from './service.ts'

/** What came of an authorization request, whichever door it came through. */
export type DoorAnswer = {
  /** of what was refused here; the app heard nothing then. Null: the app is answered */
  readonly refused: string | null
  /** what the app is told in the query, in the fragment and by form; empty where nothing is */
  readonly query: URLSearchParams
  readonly fragment: URLSearchParams
  readonly form: URLSearchParams
  /** everything that was sent back: page, JSON, URL */
  readonly text: string
}

/** One of the ways in which an authorization request reaches us. */
export type Door = {
  readonly name: 'query' | 'form' | 'JSON'
  /** Sends the members of a request; undefined ones are left out. */
  readonly ask: (members: Readonly<Record<string, unknown>>) => Promise<DoorAnswer>
}

/**
 * Every way into the authorization endpoint, with somebody signed in at each of them: a URL, a form of another site, and JSON with
 * a token. A rule that one of them forgets is no rule.
 *
 * @param appId  an app of that person, whom nobody asks for consent then; its redirect URI is that of the test apps
 */
export async function authorizationDoors(
  service: TestService,
  person: Person,
  appId: string,
): Promise<readonly Door[]> {
  const browser = createBrowser(service)
  await browser.submit(await openSignIn(service, browser, appId, { scope: 'openid' }), credentials(person))
  const url = `${service.url}/oauth2/authorize`
  const headers = { authorization: `Bearer ${person.token}` }
  return [
    {
      name: 'query',
      ask: async (members) => ofPage(await browser.open(`${url}?${new URLSearchParams(textsOf(members))}`)),
    },
    {
      name: 'form',
      ask: async (members) => {
        const from = { origin: 'https://app.example.com', 'sec-fetch-site': 'cross-site' }
        return ofPage(await browser.follow(await browser.post(url, textsOf(members), from)))
      },
    },
    {
      name: 'JSON',
      ask: async (members) => {
        const { status, body, text } = await post(service, '/oauth2/authorize', members, {
          isJson: true,
          headers,
        })
        return status === 200
          ? { ...inUrl(String(body.redirect_uri)), text }
          : { ...nothing, refused: `${status} ${String(body?.error ?? text)}`, text }
      },
    },
  ]
}

/** A request of an app, without PKCE: `changes` go over it. */
export function requestAt(appId: string, changes: Readonly<Record<string, unknown>> = {}) {
  const asked = { response_type: 'code', client_id: appId, redirect_uri: redirectUri, scope: 'openid' }
  return { ...asked, state: 'random-state', ...changes }
}

/** What the app hears, wherever it stands. */
export function heard({ query, fragment, form }: DoorAnswer): URLSearchParams {
  return new URLSearchParams([...query, ...fragment, ...form])
}

const nothing = {
  query: new URLSearchParams(),
  fragment: new URLSearchParams(),
  form: new URLSearchParams(),
}

function textsOf(members: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}

function inUrl(location: string): Omit<DoorAnswer, 'text'> {
  const { search, hash } = new URL(location)
  return {
    ...nothing,
    refused: null,
    query: new URLSearchParams(search),
    fragment: new URLSearchParams(hash.slice(1)),
  }
}

/** A page of ours is a refusal, unless it holds the form that goes to the app. */
function ofPage(page: Page): DoorAnswer {
  const text = `${page.html} ${page.location ?? ''}`
  if (page.location !== null) return { ...inUrl(page.location), text }
  const isAnswer = page.status === 200 && new URL(actionOf(page)).origin !== new URL(page.url).origin
  if (isAnswer) return { ...nothing, refused: null, form: new URLSearchParams(hiddenFields(page)), text }
  const code = /<code>(\w+)<\/code>/.exec(page.html)?.[1] ?? 'a page'
  return { ...nothing, refused: `${page.status} ${code}`, text }
}
