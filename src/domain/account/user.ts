/** A person's account. The password hash is not part of it: it travels alone, from the store to the comparison. */
export type User = {
  /** UUIDv7; also the `sub` of every token (OpenID Connect Core §2) */
  readonly id: string
  /** the address as its owner typed it, NFC */
  readonly email: string
  readonly emailVerified: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
  /** null while the account may sign in */
  readonly suspendedAt: Date | null
}
