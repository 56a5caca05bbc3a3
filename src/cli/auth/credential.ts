import type { AppPasswordFacts } from '../../domain/account/appPassword.ts'
import type { OperatorToken } from '../../domain/oauth/operatorToken.ts'
import { formatTimestamp, formatTimestampOrNull } from '../../domain/timestamp.ts'
import type { Desk } from '../desk.ts'
import { missing } from '../failure.ts'

/** What `latchkey auth` is about: an app password with its user, or a token without one. */
export type Credential =
  | ({ readonly kind: 'app_password' } & AppPasswordFacts)
  | { readonly kind: 'client_token'; readonly token: OperatorToken }

/** How commands call the kinds. */
export const kindNames: Readonly<Record<Credential['kind'], string>> = {
  app_password: 'app password',
  client_token: 'client token',
}

/** A credential as commands print it. The members are stable, and none is a secret. */
export function describeCredential(credential: Credential) {
  const facts = credential.kind === 'app_password' ? credential.appPassword : credential.token
  return {
    id: facts.id,
    kind: credential.kind,
    name: facts.name,
    username: credential.kind === 'app_password' ? credential.user.email : null,
    scopes: facts.scope,
    created_at: formatTimestamp(facts.createdAt),
    expires_at: formatTimestampOrNull(facts.expiresAt),
    last_used_at: formatTimestampOrNull(facts.lastUsedAt),
  }
}

/** The credential with that id; throws (no such thing) when there is none. */
export async function findCredential({ store, operator }: Desk, id: string): Promise<Credential> {
  const facts = await store.appPasswords.findById(id)
  if (facts !== null) return { kind: 'app_password', ...facts }
  const token = await operator.findToken(id)
  if (token !== null) return { kind: 'client_token', token }
  throw missing(
    `there is no app password and no client token with the id ${JSON.stringify(id)}: see latchkey auth ls`,
  )
}
