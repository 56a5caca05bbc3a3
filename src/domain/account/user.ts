/** What proves somebody besides the password. A passkey is none of them: it is a whole sign-in of its own. */
export type SecondFactor = 'totp' | 'email'

/** A person's account. The password hash is not part of it: it travels alone, from the store to the comparison. */
export type User = {
  /** UUIDv7; also the `sub` of every token (OpenID Connect Core §2) */
  readonly id: string
  /** the address as its owner typed it, NFC */
  readonly email: string
  readonly emailVerified: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
  /** what is asked for after the password, in the order in which it was enrolled; empty: nothing */
  readonly secondFactors: readonly SecondFactor[]
  /** null while the account may sign in */
  readonly suspendedAt: Date | null
  /** when its owner asked for its deletion, which a sign-in takes back until it is carried out; null: nobody did */
  readonly deletionRequestedAt: Date | null
}
