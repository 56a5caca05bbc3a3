import { ApiError } from '../errors.ts'
import { withLock } from './lock.ts'
import { isStale, type Session, type SessionStore } from './session.ts'
import type { AuthState } from './state.ts'
import type { Tokens } from './tokens.ts'

/** What a renewal needs. */
type Means = {
  /** of the app */
  readonly name: string
  readonly sessions: SessionStore
  readonly state: AuthState
  readonly tokens: Tokens
}

/**
 * Makes the function that answers with a sign-in whose access token works for a while, or null when there is none. However many
 * ask at once, in whatever tab, the refresh token is presented once.
 */
export function createRenewal(means: Means): (isForced: boolean) => Promise<Session | null> {
  const { name, sessions } = means
  let renewing: Promise<Session | null> | undefined
  return async (isForced) => {
    if (renewing !== undefined) return renewing
    const session = await sessions.read()
    if (session === null || !(isForced || isStale(session))) return session
    renewing ??= withLock(`${name}:renewal`, () => renew(means, session)).finally(() => {
      renewing = undefined
    })
    return renewing
  }
}

/** @param seen  what the caller found too old; another tab may have renewed it while this one waited */
async function renew(means: Means, seen: Session): Promise<Session | null> {
  const { sessions, tokens } = means
  const session = await sessions.read()
  if (session === null || session.accessToken !== seen.accessToken) return session
  if (session.refreshToken === null) return Date.now() < session.expiresAt ? session : over(means, session)
  const mark = await sessions.mark()
  try {
    return await keep(means, mark, await tokens.renew(session))
  } catch (error) {
    // Only this says that the sign-in is over. Anything else passes, and leaves everything as it is.
    if (error instanceof ApiError && error.error === 'invalid_grant') return over(means, session)
    throw error
  }
}

/** Somebody may have signed out meanwhile: then what came is given back, and the person stays signed out. */
async function keep(
  { sessions, tokens }: Means,
  mark: string | null,
  renewed: Session,
): Promise<Session | null> {
  await sessions.write(renewed)
  if ((await sessions.mark()) === mark) return renewed
  const written = await sessions.read()
  if (written?.accessToken === renewed.accessToken) await sessions.remove()
  if (renewed.refreshToken !== null) await tokens.revoke(renewed.refreshToken)
  return sessions.read()
}

/** The sign-in has ended at the service. If another tab has put a newer one in its place by now, that one counts. */
async function over({ sessions, state }: Means, ended: Session): Promise<Session | null> {
  const written = await sessions.read()
  if (written === null || written.accessToken !== ended.accessToken) return written
  await sessions.end()
  await state.announce({ kind: 'changed' })
  return null
}
