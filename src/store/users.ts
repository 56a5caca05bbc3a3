import type { User } from '../domain/account/user.ts'

/** A user with the argon2id hash of the password (PHC string), for comparison only. */
export type UserWithPassword = { readonly user: User; readonly passwordHash: string }

/** Accounts. `emailKey` is the normalised address of `domain/account/email`, unique. */
export type Users = {
  /** Creates an account; `exists` when the address is taken, also when two requests race. */
  create(user: User, emailKey: string, passwordHash: string): Promise<'created' | 'exists'>
  findByEmail(emailKey: string): Promise<UserWithPassword | null>
  /** Replaces the hash if it is still `oldHash`: a concurrent password change wins over a rehash. */
  rehash(userId: string, oldHash: string, newHash: string): Promise<void>
}
