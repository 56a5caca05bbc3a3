import { expect } from 'vitest'
import {
  createAuthClient,
  memoryStorage,
  type AuthClient,
  type AuthOptions,
} from '../../client/auth/index.ts'
import { authorize, getUserinfo } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from './actors.ts'
import { status } from './answers.ts'
import { startService, type TestService } from './service.ts'

/** Where an app that has no server of its own is called back. */
export const callback = 'http://127.0.0.1:9/callback'

/** One tab of an app that uses the SDK, and the requests it makes. */
export type Tab = {
  readonly auth: AuthClient
  /** paths of the requests that were made, in order */
  readonly requested: string[]
  /** where the browser was sent, in order */
  readonly left: string[]
  /** Goes through the sign-in, the page of the service answered by API. @returns the URL that the browser comes back to */
  visit(person: Person): Promise<string>
  /** Signs in. */
  signIn(person: Person): Promise<void>
}

/** What a test may do to a request on its way: `send` carries it out. */
export type Road = (send: () => Promise<Response>, path: string) => Promise<Response>

/** Registers a public app of that person (RFC 6749 §2.1). */
async function registerPublicApp(service: TestService, owner: Person): Promise<string> {
  const { app_id } = await registerTestApp(service, owner, {
    redirect_uris: [callback],
    token_endpoint_auth_method: 'none',
    scopes: ['openid', 'profile', 'email'],
  })
  return app_id
}

/** Opens a tab of an app. Tabs that share a `storage` are those of one browser with `localStorage`. */
function openTab(
  service: TestService,
  clientId: string,
  { road = (send) => send(), ...options }: Partial<AuthOptions> & { readonly road?: Road } = {},
): Tab {
  const [requested, left]: [string[], string[]] = [[], []]
  const auth = createAuthClient({
    issuer: service.url,
    clientId,
    redirectUri: callback,
    storage: memoryStorage(),
    navigate: (url) => void left.push(url),
    fetch: (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : String(input))
      requested.push(pathname)
      return road(() => fetch(input, init), pathname)
    },
    ...options,
  })
  async function visit(person: Person): Promise<string> {
    await auth.loginWithRedirect()
    const asked = Object.fromEntries(new URL(left.at(-1)!).searchParams) as Parameters<
      typeof authorize
    >[0]['body']
    const { data } = await authorize({
      client: service.as(person.token),
      body: { ...asked, consent: 'approve' },
      throwOnError: true,
    })
    return data.redirect_uri
  }
  return {
    auth,
    requested,
    left,
    visit,
    async signIn(person) {
      const { user } = await auth.handleRedirectCallback(await visit(person))
      expect(user.sub).toBe(person.id)
    },
  }
}

/** A service with a person and a public app, and the tabs that tests open. */
export type AuthStage = {
  readonly service: TestService
  readonly person: Person
  readonly clientId: string
  open(options?: Parameters<typeof openTab>[2]): Tab
  /** Whether an access token works. */
  opensUserinfo(token: string | undefined): Promise<boolean>
  stop(): Promise<void>
}

/** Prepares one for a test file. */
export async function startAuthStage(): Promise<AuthStage> {
  const service = await startService()
  const person = await signUp(service)
  const clientId = await registerPublicApp(service, person)
  const tabs: Tab[] = []
  return {
    service,
    person,
    clientId,
    open(options) {
      const tab = openTab(service, clientId, options)
      tabs.push(tab)
      return tab
    },
    opensUserinfo: async (token) => status(await getUserinfo({ client: service.as(token) })) === 200,
    async stop() {
      for (const { auth } of tabs) auth.dispose()
      await service.stop()
    },
  }
}

/** How often a tab has asked for a path. */
export function countOf({ requested }: Tab, path: string): number {
  return requested.filter((each) => each === path).length
}
