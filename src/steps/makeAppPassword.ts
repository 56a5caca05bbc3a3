import type { Context } from '../context.ts'
import {
  mostAppPasswords,
  orderScope,
  type AppPassword,
  type AppPasswordScope,
} from '../domain/account/appPassword.ts'
import type { Device, Session } from '../domain/account/session.ts'
import { after } from '../domain/moment.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { formatSecret, hashSecret } from '../domain/token/secret.ts'
import { noteActivity } from './noteActivity.ts'

/** What a new app password is called, opens, and how long it works. */
export type AppPasswordOrder = {
  readonly name: string
  readonly scopes: readonly AppPasswordScope[]
  /** null: as long as nobody deletes it */
  readonly ttlSeconds: number | null
}

/**
 * Makes an app password of whoever is signed in.
 *
 * @returns it with the only copy of its text; `conflict` when there are too many
 */
export async function makeAppPassword(
  { name, scopes, ttlSeconds }: AppPasswordOrder,
  { id: sessionId, userId }: Pick<Session, 'id' | 'userId'>,
  request: Device & { readonly now: Date },
  { store, random }: Pick<Context, 'store' | 'random'>,
): Promise<{ readonly appPassword: AppPassword; readonly text: string } | Refusal> {
  const { now } = request
  const text = formatSecret('appPassword', random.bytes(32))
  const appPassword: AppPassword = {
    id: random.uuid(now),
    userId,
    name,
    scope: orderScope(scopes),
    createdAt: now,
    expiresAt: ttlSeconds === null ? null : after(now, ttlSeconds),
    lastUsedAt: null,
  }
  const secret = { appPassword, hash: hashSecret(text) }
  if ((await store.appPasswords.add(secret, mostAppPasswords, sessionId, now)) === 'full')
    return refuse('conflict', `There may be ${mostAppPasswords} app passwords; delete one first`)
  await noteActivity({ kind: 'app_password_created', userId, sessionId }, request, { store, random })
  return { appPassword, text }
}
