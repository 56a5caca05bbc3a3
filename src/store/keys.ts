import type { SigningKeyStatus, StoredSigningKey } from '../domain/token/signingKey.ts'

/** A change of the set of signing keys, applied as a whole. */
export type KeyChanges = {
  readonly add: readonly StoredSigningKey[]
  readonly status: readonly { readonly kid: string; readonly status: SigningKeyStatus }[]
  readonly remove: readonly string[]
}

/** Signing keys. */
export type Keys = {
  list(): Promise<readonly StoredSigningKey[]>
  /**
   * Reads all keys, lets `decide` choose changes and applies them, under an advisory lock: of several nodes only one
   * rotates. Returns the keys after the change.
   */
  change(
    decide: (keys: readonly StoredSigningKey[]) => KeyChanges | Promise<KeyChanges>,
    now: Date,
  ): Promise<readonly StoredSigningKey[]>
}
