/** What a challenge was made for: no ceremony takes the challenge of another. */
export type PasskeyPurpose = 'registration' | 'login'

/** A challenge that an authenticator is to sign: it works once. Its text is with whoever began, never here. */
export type PasskeyChallenge = {
  /** UUIDv7; comes back with what was signed */
  readonly id: string
  /** SHA-256 of the challenge's text, as client data has it */
  readonly hash: Buffer
  readonly purpose: PasskeyPurpose
  /** the session that adds a passkey to its account; null: a sign-in */
  readonly sessionId: string | null
  /** stands for the address that was named, whether or not it has an account (`digestAddress`); null: none was, or a registration */
  readonly addressDigest: Buffer | null
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** Seconds from the begin of a ceremony to its end. */
export const ceremonySeconds = 300

/** How many random bytes are a challenge (Web Authentication §13.4.3 asks for 16 at least). */
export const challengeBytes = 32
