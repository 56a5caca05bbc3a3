import { configure, type AuthOptions, type Configuration } from './configuration.ts'
import { createFetchWithAuth } from './fetchWithAuth.ts'
import { createRenewal } from './renewal.ts'
import { createSessionStore, type AuthUser, type SessionStore } from './session.ts'
import { createSignIn, isAnswer, type SignedIn } from './signIn.ts'
import { createAuthState, type AuthListener, type AuthState } from './state.ts'
import { createTokens, type Tokens } from './tokens.ts'
import { beginTransaction, urlOf, type LoginOptions } from './transaction.ts'

/** Signs people in to an app that has no server of its own. */
export type AuthClient = {
  /** Leaves for the sign-in page (authorization code with PKCE). What follows happens at `redirectUri`. */
  loginWithRedirect(options?: LoginOptions): Promise<void>
  /** True for a URL that answers a sign-in. @param url  the page's own by default */
  isRedirectCallback(url?: string): boolean
  /**
   * Ends the sign-in that the browser comes back from, and clears the address bar of it.
   *
   * @param url  the page's own by default
   * @throws AuthError  where the sign-in did not come about, or is not the one that was begun here
   * @throws ApiError   where the service refuses the code, or cannot be reached
   */
  handleRedirectCallback(url?: string): Promise<SignedIn>
  /**
   * An access token that works for a while; renewed first where it is about to end, once for all who ask meanwhile.
   *
   * @returns undefined: nobody is signed in, or no longer
   * @throws ApiError  where it cannot be renewed for the moment; the sign-in stays
   */
  getAccessToken(options?: { readonly forceRefresh?: boolean }): Promise<string | undefined>
  /** Who is signed in; null: nobody. */
  getUser(): Promise<AuthUser | null>
  /**
   * Signs out: in all tabs at once, then at the service.
   *
   * @param options  `redirect: false`: the app's tokens end, and the person stays signed in at the service
   * @throws ApiError  without redirect, where the service cannot be told; here the sign-in is over all the same
   */
  logout(options?: { readonly redirect?: boolean }): Promise<void>
  /** Tells who is signed in, now and at every change. @returns what ends it */
  onAuthStateChange(listener: AuthListener): () => void
  /** `fetch` with the access token, once more with a new one where it is refused. To allowed origins only. */
  readonly fetchWithAuth: typeof fetch
  /** Lets go of the other tabs and of all listeners; the sign-in itself stays. */
  dispose(): void
}

/** What its parts share. */
type Means = { readonly sessions: SessionStore; readonly state: AuthState; readonly tokens: Tokens }

/** Makes one. @throws AuthError  `invalid_configuration`: names every mistake that shows without a request */
export function createAuthClient(options: AuthOptions): AuthClient {
  const configuration = configure(options)
  const { name, navigate } = configuration
  const sessions = createSessionStore(configuration)
  const state = createAuthState(name, sessions)
  const tokens = createTokens(configuration)
  const means = { sessions, state, tokens }
  const signIn = createSignIn(configuration, means)
  const live = createRenewal({ name, ...means })

  const getAccessToken: AuthClient['getAccessToken'] = async ({ forceRefresh = false } = {}) =>
    (await live(forceRefresh))?.accessToken
  return {
    loginWithRedirect: async (login = {}) => navigate(await beginTransaction(configuration, login)),
    isRedirectCallback: (url = location.href) => isAnswer(url),
    handleRedirectCallback: async (url = location.href) => signIn(url),
    getAccessToken,
    getUser: async () => (await sessions.read())?.user ?? null,
    logout: ({ redirect = true } = {}) => signOut(configuration, means, redirect),
    onAuthStateChange: (listener) => state.listen(listener),
    fetchWithAuth: createFetchWithAuth(configuration, getAccessToken),
    dispose: () => state.close(),
  }
}

/** Here first, so that nobody is signed in any more whatever the network does. */
async function signOut(configuration: Configuration, means: Means, redirect: boolean): Promise<void> {
  const { sessions, state, tokens } = means
  const session = await sessions.read()
  await sessions.end()
  if (session !== null) await state.announce({ kind: 'ended', sub: session.user.sub, at: Date.now() })
  const revoked = session?.refreshToken ? tokens.revoke(session.refreshToken) : Promise.resolve()
  if (!redirect) return revoked
  // Where it failed, the page that comes next ends the session, and these tokens with it.
  await revoked.catch(() => undefined)
  configuration.navigate(
    urlOf(configuration.issuer, '/oauth2/logout', {
      id_token_hint: session?.idToken,
      client_id: configuration.clientId,
      post_logout_redirect_uri: configuration.postLogoutRedirectUri,
    }),
  )
}
