import {
  ApiError,
  createClient,
  deleteSession,
  getUserinfo,
  type AuthorizationRequest,
} from '@latchkey/client'
import { AuthError, createAuthClient } from '@latchkey/client/auth'
import { ask, say } from './page.ts'
import { signIn } from './signIn.ts'

const issuer: string = import.meta.env.ISSUER
let asked = ''
const auth = createAuthClient({
  issuer,
  clientId: import.meta.env.CLIENT_ID,
  redirectUri: `${location.origin}/`,
  // Others leave here for the service's pages. We stay, and answer the same request (PKCE, state, nonce) ourselves.
  navigate: (url) => (asked = url),
})
const app = createClient({ baseUrl: issuer, token: () => auth.getAccessToken() })

async function visit(): Promise<void> {
  await auth.loginWithRedirect()
  const request = Object.fromEntries(new URL(asked).searchParams) as AuthorizationRequest
  const { session, redirectUri } = await signIn(request)
  // The app is this page. To one that is elsewhere the browser goes: location.assign(redirectUri).
  await auth.handleRedirectCallback(redirectUri)
  const { data: user } = await getUserinfo({ client: app, throwOnError: true })
  say('user', String(user.email))
  await stay()
  await auth.logout({ redirect: false })
  const { error } = await deleteSession({ client: session })
  // A session lives for an hour: one that has ended by itself needs nobody to end it.
  if (error && error.status !== 401) throw error
}

/** Until somebody signs out, or the service has ended the sign-in: who is told so by a renewal, or by the next request. */
async function stay(): Promise<void> {
  for (let renewals = 0; ; renewals++) {
    say('renewals', `Tokens were renewed ${renewals} times.`)
    const { next } = await ask('profile')
    if (next === 'out') return
    // Every call of `app` does this by itself once the token is about to end; here it is done on demand.
    const token = await auth.getAccessToken({ forceRefresh: true })
    if (token === undefined) return say('problem', 'This sign-in has ended.')
  }
}

for (;;) {
  await ask('welcome')
  await visit().catch((error: unknown) => {
    if (!(error instanceof ApiError || error instanceof AuthError)) throw error
    say('problem', error.description)
  })
}
