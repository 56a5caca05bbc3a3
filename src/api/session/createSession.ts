import type { Context } from '../../context.ts'
import { newAppPasswordSession, sessionScope, type Session } from '../../domain/account/session.ts'
import type { AppPasswordSecret } from '../../domain/account/appPassword.ts'
import type { User } from '../../domain/account/user.ts'
import { isRefusal, noTokenReason, refuse, type Refusal } from '../../domain/refusal.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import type { Call, Operation } from '../../http/operation.ts'
import { makeSessionToken } from '../../steps/makeSessionToken.ts'
import { signIn } from '../../steps/signIn.ts'
import { startSession } from '../../steps/startSession.ts'

type SessionCall = Call<'createSession'>

/** A session with a token that stands for it, and whose it is. */
type Opened = {
  readonly session: Session
  readonly user: User
  readonly token: string
  readonly expiresInSeconds: number
}

/** Live tokens that one session may have: renewing again and again ends the oldest. */
const mostTokens = 10

/** Sessions made from one app password that may go on at a time: another one ends the oldest. */
const mostSessions = 10

/**
 * Opens a session by credentials or by an app password. A token of a session that goes on gets another token of the same
 * session; the former works until its own end.
 */
export const createSession: Operation<'createSession'> = async (call, context) => {
  const { body, principal } = call
  if (principal === undefined) {
    const opened = await openByCredentials(call, context)
    return isRefusal(opened) ? call.refuse(opened) : call.reply(201, answerOf(opened))
  }
  if (body !== undefined)
    return call.refuse(refuse('invalid_request', 'Send credentials or a token, not both'))
  const { session, user } = principal
  if (session !== null) return call.reply(200, answerOf(await renew(session, user, call, context)))
  return call.reply(201, answerOf(await openByAppPassword(principal.secret, user, call, context)))
}

async function openByCredentials(call: SessionCall, context: Context): Promise<Opened | Refusal> {
  const { body, address, now, acceptLanguage, userAgent } = call
  if (body === undefined)
    return refuse('invalid_token', 'Send credentials, an app password or a session token', noTokenReason)
  const { username, email = username, ...proof } = body
  if (email === undefined || (body.email !== undefined && username !== undefined))
    return refuse('invalid_request', 'Exactly one of username and email is needed')
  const proven = await signIn({ ...proof, email, address, now, acceptLanguage, userAgent }, context)
  if (isRefusal(proven)) return proven
  return { ...(await startSession(proven.user, proven.amr, call, context)), user: proven.user }
}

async function openByAppPassword(
  { appPassword, hash }: AppPasswordSecret,
  user: User,
  { now, address, userAgent }: SessionCall,
  context: Context,
): Promise<Opened> {
  const { store, random, config } = context
  const device = { address, userAgent }
  const facts = { appPassword, user }
  const session = newAppPasswordSession(random.uuid(now), facts, device, config.lifetimes, now)
  const { stored, ...made } = makeSessionToken(session, now, context)
  await store.sessions.openByAppPassword(session, stored, hash, mostSessions)
  return { ...made, session, user }
}

async function renew(session: Session, user: User, { now }: SessionCall, context: Context): Promise<Opened> {
  const { stored, ...made } = makeSessionToken(session, now, context)
  await context.store.sessions.addToken(stored, mostTokens)
  return { ...made, session, user }
}

function answerOf({ session, user, token, expiresInSeconds }: Opened) {
  return {
    access_token: token,
    token_type: 'Bearer' as const,
    expires_in: expiresInSeconds,
    session_id: session.id,
    scope: sessionScope(session),
    user: { id: user.id, email: user.email, created_at: formatTimestamp(user.createdAt) },
  }
}
