import type { Lifetimes } from '../lifetimes.ts'
import { after } from '../moment.ts'
import type { User } from './user.ts'

/** Tells whether an account's deletion was asked for: nothing but a sign-in, which takes that back, is done in its name. */
export function isLeaving({ deletionRequestedAt }: Pick<User, 'deletionRequestedAt'>): boolean {
  return deletionRequestedAt !== null
}

/** When a deletion that was asked for is carried out; null: it was not. */
export function deletionAt(requestedAt: Date | null, graceSeconds: number): Date | null {
  return requestedAt === null ? null : after(requestedAt, graceSeconds)
}

/** Whole days between the wish and the deletion, for people; 0: at once. */
export function graceDays({ deletionGraceSeconds }: Pick<Lifetimes, 'deletionGraceSeconds'>): number {
  return Math.ceil(deletionGraceSeconds / 86_400)
}
