import {
  createAppPassword,
  createSession,
  getSession,
  listSessions,
  type AppPasswordCreated,
  type AppPasswordRequest,
  type Session,
  type SessionCreated,
} from '../../client/index.ts'
import type { Person } from './actors.ts'
import { status } from './answers.ts'
import type { TestService } from './service.ts'

/** Makes an app password of that person; by default one that may look and change. */
export async function giveAppPassword(
  service: Pick<TestService, 'as'>,
  { token }: Pick<Person, 'token'>,
  body: Partial<AppPasswordRequest> = {},
): Promise<AppPasswordCreated> {
  const { data } = await createAppPassword({
    client: service.as(token),
    body: { name: 'Phone', scopes: ['read', 'write'], ...body },
    throwOnError: true,
  })
  return data
}

/** Trades an app password for a session, or a session's token for another one. */
export async function trade(service: Pick<TestService, 'as'>, token: string): Promise<SessionCreated> {
  const { data } = await createSession({ client: service.as(token), throwOnError: true })
  return data
}

/** The sessions that their owner sees. */
export async function sessionsOf(service: Pick<TestService, 'as'>, token: string): Promise<Session[]> {
  const { data } = await listSessions({ client: service.as(token), throwOnError: true })
  return data
}

/** Tells whether a session's token lets anybody in. */
export async function isLive(service: Pick<TestService, 'as'>, token: string): Promise<boolean> {
  return status(await getSession({ client: service.as(token) })) === 200
}
