import {
  authorize,
  completeMfa,
  createClient,
  login,
  type AuthorizationRequest,
  type Client,
  type ConsentRequired,
  type MfaRequired,
} from '@latchkey/client'
import { ask, say } from './page.ts'

const baseUrl: string = import.meta.env.ISSUER
const anonymous = createClient({ baseUrl })

/** Somebody who is signed in, and has said whether the app may know them. */
export type SignedIn = {
  /** speaks for their session, whose token is kept in memory only */
  readonly session: Client
  /** the app's redirect URI, with a code or an error */
  readonly redirectUri: string
}

/** Answers an authorization request as the service's own pages do: asks for whatever it takes, until it is answered. */
export async function signIn(request: AuthorizationRequest): Promise<SignedIn> {
  for (;;) {
    const session = createClient({ baseUrl, token: await openSession() })
    // Only the answer of who is asked counts as consent, and none that came with the request.
    const redirectUri = await letIn(session, { ...request, consent: undefined })
    if (redirectUri !== null) return { session, redirectUri }
  }
}

/** @returns the token of a new session */
async function openSession(): Promise<string> {
  for (;;) {
    const { email = '', password = '' } = await ask('password')
    const { data, error } = await login({ client: anonymous, body: { email, password } })
    if (data) return data.token
    if (error.status === 403) {
      const token = await proveSecondFactor(error)
      if (token !== null) return token
    } else say('problem', error.description)
  }
}

const methodNames: Partial<Record<string, string>> = {
  totp: 'Code of your authenticator app',
  email: 'Code that was just mailed to you',
  recovery_code: 'recovery code',
}

/** @returns the token of a new session; null: this sign-in is over, and begins again with the password */
async function proveSecondFactor({ mfa_token, methods }: MfaRequired): Promise<string | null> {
  say('method', methods.flatMap((method) => methodNames[method] ?? []).join(', or '))
  for (;;) {
    const { code = '' } = await ask('secondFactor')
    const { data, error } = await completeMfa({ client: anonymous, body: { mfa_token, code } })
    if (data) return data.token
    say('problem', error.description)
    if (error.error === 'invalid_grant') return null
  }
}

/** @returns where the app waits for the answer; null: the sign-in is too old by now, or over */
async function letIn(session: Client, request: AuthorizationRequest): Promise<string | null> {
  const { data, error } = await authorize({ client: session, body: request })
  if (data) return data.redirect_uri
  if (error.status === 403 && 'client' in error)
    return letIn(session, { ...request, consent: await askConsent(error) })
  if (error.status !== 401) throw error
  say('problem', error.description)
  return null
}

const scopeNames: Partial<Record<string, string>> = {
  openid: 'know that it is you',
  profile: 'see your profile',
  email: 'see your e-mail address',
}

async function askConsent({ client, scopes }: ConsentRequired): Promise<'approve' | 'deny'> {
  const owner = client.owner_name ?? 'somebody who gives no name'
  say('app', client.name)
  say('scopes', new Intl.ListFormat('en').format(scopes.map((scope) => scopeNames[scope] ?? scope)))
  say('owner', client.first_party ? 'It is ours.' : `It belongs to ${owner}. Nobody has verified that.`)
  const { consent } = await ask('consent')
  return consent === 'approve' ? 'approve' : 'deny'
}
