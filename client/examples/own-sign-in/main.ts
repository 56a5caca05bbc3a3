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
  await ask('profile')
  await Promise.all([
    auth.logout({ redirect: false }),
    deleteSession({ client: session, throwOnError: true }),
  ])
}

for (;;) {
  await ask('welcome')
  await visit().catch((error: unknown) => {
    if (!(error instanceof ApiError || error instanceof AuthError)) throw error
    say('problem', error.description)
  })
}
