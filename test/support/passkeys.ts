import {
  beginPasskeyLogin,
  beginPasskeyRegistration,
  deletePasskey,
  finishPasskeyLogin,
  finishPasskeyRegistration,
  listPasskeys,
  type Passkey,
  type PasskeyLogin,
  type PasskeyRegistration,
} from '../../client/index.ts'
import { signUp, type Person } from './actors.ts'
import {
  createAuthenticator,
  type Authenticator,
  type Lies,
  type Model,
  type OwnPasskey,
} from './authenticator.ts'
import type { TestService } from './service.ts'

type Place = Pick<TestService, 'as'>

/** How somebody signs in, where it is not with the latest passkey, in truth and without a name. */
type Attempt = { readonly email?: string; readonly lies?: Lies; readonly passkey?: OwnPasskey }

/** Somebody with a passkey. */
export type PasskeyOwner = {
  readonly person: Person
  readonly authenticator: Authenticator
  readonly passkey: Passkey
}

/** Adds a passkey to somebody's account; the answer may be a refusal when the authenticator lies. */
export async function enrol(service: Place, { token }: Person, authenticator: Authenticator, lies?: Lies) {
  const client = service.as(token)
  const { data: begun } = await beginPasskeyRegistration({ client, throwOnError: true })
  const credential = authenticator.create(begun.options, lies)
  return finishPasskeyRegistration({ client, body: { challenge_id: begun.challenge_id, credential } })
}

/** A new passkey for the account of a session, as its browser would send it. Of many that the account has, it loses all before, unless it `keepsOthers`. */
export async function offerOf(
  service: Pick<TestService, 'as' | 'config'>,
  token: string,
  { keepsOthers = false } = {},
): Promise<Pick<PasskeyRegistration, 'challenge_id' | 'credential'>> {
  const client = service.as(token)
  const passkeys = await passkeysOf(service, token)
  if (passkeys.length > 9 && !keepsOthers)
    for (const { id: passkeyId } of passkeys)
      await deletePasskey({ client, path: { passkeyId }, throwOnError: true })
  const { data } = await beginPasskeyRegistration({ client, throwOnError: true })
  const authenticator = createAuthenticator({ origin: new URL(service.config.issuer).origin })
  return { challenge_id: data.challenge_id, credential: authenticator.create(data.options) }
}

/** Adds a passkey, whose private half nobody keeps, to the account of a session. */
export async function addPasskey(
  service: Pick<TestService, 'as' | 'config'>,
  token: string,
  options: { readonly keepsOthers?: boolean } = {},
): Promise<Passkey> {
  const body = await offerOf(service, token, options)
  return (await finishPasskeyRegistration({ client: service.as(token), body, throwOnError: true })).data
}

/** Somebody new with a passkey, asked for on the issuer's own pages. */
export async function signUpWithPasskey(
  service: Pick<TestService, 'as' | 'config'>,
  model: Partial<Model> = {},
): Promise<PasskeyOwner> {
  const person = await signUp(service)
  const authenticator = createAuthenticator({ origin: new URL(service.config.issuer).origin, ...model })
  const { data } = await enrol(service, person, authenticator)
  if (data === undefined) throw new Error('the passkey was refused')
  return { person, authenticator, passkey: data }
}

/** What a sign-in by passkey sends in the end. @param email  who is named, if anybody */
export async function answerOf(
  service: Place,
  authenticator: Authenticator,
  { email, lies, passkey }: Attempt = {},
): Promise<PasskeyLogin> {
  const body = email === undefined ? {} : { email }
  const { data } = await beginPasskeyLogin({ client: service.as(), body, throwOnError: true })
  return { challenge_id: data.challenge_id, credential: authenticator.get(data.options, lies, passkey) }
}

/** Signs in with a passkey; the answer may be a refusal when the authenticator lies. */
export async function signInByPasskey(service: Place, authenticator: Authenticator, attempt: Attempt = {}) {
  const body = await answerOf(service, authenticator, attempt)
  return finishPasskeyLogin({ client: service.as(), body })
}

/** The passkeys of an account. */
export async function passkeysOf(service: Place, token: string): Promise<readonly Passkey[]> {
  return (await listPasskeys({ client: service.as(token), throwOnError: true })).data
}
