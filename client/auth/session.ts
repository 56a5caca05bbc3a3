import type { TokenResponse } from '../../generated/api/index.ts'
import type { Configuration } from './configuration.ts'
import { createRandom } from './transaction.ts'

/** What the app knows of the person: what userinfo says, `sub` in any case (OpenID Connect Core §5.1). */
export type AuthUser = {
  /** who it is; the same for every sign-in of that person to this app */
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
  readonly picture?: string
  readonly [claim: string]: unknown
}

/** A sign-in as it is kept. */
export type Session = {
  readonly accessToken: string
  /** null: it ends with the access token */
  readonly refreshToken: string | null
  readonly idToken: string
  readonly user: AuthUser
  /** milliseconds since 1970 of the sign-in, of the last renewal, and of the end of the access token, by the clock of this device */
  readonly signedInAt: number
  readonly renewedAt: number
  readonly expiresAt: number
}

/** The sign-in of this app in this browser, or of this tab. */
export type SessionStore = {
  read(): Promise<Session | null>
  write(session: Session): Promise<void>
  /** Forgets the sign-in, and whatever a renewal that is under way may bring (`mark`). */
  end(): Promise<void>
  /** Changes with every `end`: who reads the same before and after has missed none. */
  mark(): Promise<string | null>
  /** Takes a sign-in away that came too late. */
  remove(): Promise<void>
}

/** Keeps the sign-in where the configuration says. It is read anew each time: another tab may have changed it. */
export function createSessionStore({ storage, name }: Configuration): SessionStore {
  const [sessionKey, markKey] = [`${name}:session`, `${name}:ended`]
  return {
    async read() {
      const text = await storage.get(sessionKey)
      return text === null ? null : (JSON.parse(text) as Session)
    },
    write: async (session) => storage.set(sessionKey, JSON.stringify(session)),
    async end() {
      // The mark first: a renewal that writes in between sees it afterwards, and takes back what it wrote.
      await storage.set(markKey, createRandom())
      await storage.remove(sessionKey)
    },
    mark: async () => storage.get(markKey),
    remove: async () => storage.remove(sessionKey),
  }
}

/** When tokens that have just come will end. They are counted from now, because the clocks of two machines differ. */
export function timesOf({ expires_in }: TokenResponse): Pick<Session, 'renewedAt' | 'expiresAt'> {
  const now = Date.now()
  return { renewedAt: now, expiresAt: now + expires_in * 1000 }
}

/** True shortly before the access token ends: in the last minute, or the last tenth of its time if that is less. */
export function isStale({ renewedAt, expiresAt }: Session): boolean {
  return Date.now() >= expiresAt - Math.min(60_000, (expiresAt - renewedAt) / 10)
}
