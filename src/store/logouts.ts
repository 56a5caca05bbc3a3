import type { Client } from '../domain/oauth/client.ts'
import type { Job } from '../domain/job.ts'

/** A client that was given something in a session, and how it hears that the session has ended. */
export type LoggedInClient = Pick<
  Client,
  | 'id'
  | 'clientId'
  | 'name'
  | 'idTokenSignedResponseAlg'
  | 'backchannelLogoutUri'
  | 'frontchannelLogoutUri'
  | 'frontchannelLogoutSessionRequired'
>

/** A session that has ended, and a client that was given something in it. */
export type EndedLogin = { readonly sessionId: string; readonly client: LoggedInClient }

/** Ends of sessions that apps hear of. */
export type Logouts = {
  /** The clients with grants of a session that want to hear of its end. */
  clientsIn(sessionId: string): Promise<readonly LoggedInClient[]>
  /**
   * What a change of an account has ended: its sessions that ended at that very moment, with the clients that were given
   * something in them and are told by back-channel.
   */
  endedAt(userId: string, moment: Date): Promise<readonly EndedLogin[]>
  /**
   * Ends a session together with the jobs that tell of it, in one statement.
   *
   * @returns false when it had ended already: nothing was written
   */
  end(sessionId: string, jobs: readonly Job[], now: Date): Promise<boolean>
}
