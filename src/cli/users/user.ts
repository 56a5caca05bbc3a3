import { parseEmail } from '../../domain/account/email.ts'
import type { User } from '../../domain/account/user.ts'
import { formatTimestamp, formatTimestampOrNull } from '../../domain/timestamp.ts'
import type { Operator } from '../../store/operator.ts'
import { missing } from '../failure.ts'

/** A user as commands print it. The members are stable. */
export function describeUser(user: User) {
  return {
    id: user.id,
    email: user.email,
    email_verified: user.emailVerified,
    second_factors: user.secondFactors,
    created_at: formatTimestamp(user.createdAt),
    suspended_at: formatTimestampOrNull(user.suspendedAt),
    deletion_requested_at: formatTimestampOrNull(user.deletionRequestedAt),
  }
}

/**
 * The user whom a person calls by e-mail address or id.
 *
 * @throws CommandFailure (no such thing) when there is none
 */
export async function findUser(operator: Operator, reference: string): Promise<User> {
  const key = parseEmail(reference)?.emailKey
  const found = await operator.findUser(key === undefined ? { id: reference } : { emailKey: key })
  if (found === null) throw missing(`there is no user ${JSON.stringify(reference)}: see latchkey users ls`)
  return found
}
