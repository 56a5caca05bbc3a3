/** What `navigator.credentials.get()` gave, as its `toJSON()` writes it (Web Authentication §5.1.10, `AuthenticationResponseJSON`). */
export type AssertedCredential = {
  readonly id: string
  readonly rawId: string
  readonly response: {
    readonly clientDataJSON: string
    readonly authenticatorData: string
    readonly signature: string
    readonly userHandle: string | null
  }
}

const longest = 16_384

/**
 * Reads what a script of ours put into a form field. JSON bodies are held against the contract before a handler sees them; here
 * the same is done by hand.
 *
 * @returns null for whatever does not have that shape
 */
export function readAssertion(text: string): AssertedCredential | null {
  const credential = membersOf(parsed(text))
  const response = membersOf(credential['response'])
  const { id, rawId } = credential
  const { clientDataJSON, authenticatorData, signature, userHandle = null } = response
  if (credential['type'] !== 'public-key' || !isBytes(id) || !isBytes(rawId)) return null
  if (!isBytes(clientDataJSON) || !isBytes(authenticatorData) || !isBytes(signature)) return null
  if (userHandle !== null && !isBytes(userHandle)) return null
  return { id, rawId, response: { clientDataJSON, authenticatorData, signature, userHandle } }
}

function parsed(text: string): unknown {
  try {
    return text.length > longest ? null : JSON.parse(text)
  } catch {
    return null
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** Base64url without padding (RFC 4648 §5), not empty. */
function isBytes(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]+$/.test(value)
}
