import type { Context } from '../context.ts'
import { findClientDataProblem } from '../domain/account/clientData.ts'
import { keptLanguages, type MailOrder } from '../domain/account/mailOrder.ts'
import {
  keptTransports,
  knownPasskey,
  mostPasskeys,
  notRegistered,
  tooManyPasskeys,
  type NewCredential,
  type Passkey,
} from '../domain/account/passkey.ts'
import { relyingPartyOf } from '../domain/account/relyingParty.ts'
import { shownUserAgent, type Device, type Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { deliverMailKind } from './orderMail.ts'

/** Who adds a passkey, to which account, and from where. */
export type Enrolment = Device & {
  readonly user: User
  readonly session: Session
  readonly acceptLanguage: string | undefined
  readonly now: Date
}

/** A new passkey as its owner's browser sends it: what `navigator.credentials.create()` gave, for a challenge of ours. */
export type PasskeyOffer = {
  readonly challengeId: string
  readonly name: string
  readonly credential: {
    readonly id: string
    readonly rawId: string
    readonly response: {
      readonly clientDataJSON: string
      readonly attestationObject: string
      readonly transports?: readonly string[]
    }
  }
}

type Needs = Pick<Context, 'store' | 'passkeyVerifier' | 'config' | 'random' | 'jobs'>

/**
 * Adds a passkey to an account (Web Authentication §7.1), tells its owner by mail, and notes it in the history. The challenge,
 * which is of this very session, is used up before anything is looked at.
 *
 * @returns the passkey; `invalid_request` when anything is wrong with it, `conflict` when the account has it, or too many
 */
export async function addPasskey(
  offer: PasskeyOffer,
  enrolment: Enrolment,
  context: Needs,
): Promise<Passkey | Refusal> {
  const { user, session, now } = enrolment
  const { challengeId, credential, name } = offer
  const challenge = await context.store.passkeys.consumeChallenge(
    challengeId,
    'registration',
    session.id,
    now,
  )
  if (challenge === null) return notRegistered('challenge unknown, used, expired or of another session')
  const created = await verify(credential, challenge.hash, context)
  if (isRefusal(created)) return created
  const passkey: Passkey = {
    ...created,
    id: context.random.uuid(now),
    userId: user.id,
    transports: keptTransports(credential.response.transports),
    name,
    createdAt: now,
    lastUsedAt: null,
  }
  return keep(passkey, enrolment, context)
}

async function verify(
  credential: PasskeyOffer['credential'],
  challengeHash: Buffer,
  { config, passkeyVerifier }: Needs,
): Promise<NewCredential | Refusal> {
  const { origins } = relyingPartyOf(config)
  const expected = { type: 'webauthn.create', challengeHash, origins } as const
  const problem = findClientDataProblem(credential.response.clientDataJSON, expected)
  if (problem !== null) return notRegistered(problem)
  const created = await passkeyVerifier.verifyCreation(credential, challengeHash)
  return created ?? notRegistered('new passkey not valid')
}

async function keep(
  passkey: Passkey,
  { user, session, acceptLanguage, now, address, userAgent }: Enrolment,
  { store, random, jobs }: Needs,
): Promise<Passkey | Refusal> {
  const order: MailOrder = {
    mail: 'passkeyAdded',
    email: user.email,
    acceptLanguage: keptLanguages(acceptLanguage),
  }
  const notice = jobs.make(deliverMailKind, order, now)
  const activity = {
    id: random.uuid(now),
    userId: user.id,
    kind: 'passkey_added',
    at: now,
    address,
    userAgent: shownUserAgent(userAgent),
    sessionId: session.id,
    clientId: null,
  } as const
  const outcome = await store.passkeys.add(passkey, mostPasskeys, user.updatedAt, notice, activity)
  if (outcome === 'full') return tooManyPasskeys
  if (outcome === 'known') return knownPasskey
  jobs.wake()
  return passkey
}
