import { equalHashes, hashSecret } from '../token/secret.ts'

/** What client data has to say. */
export type ExpectedClientData = {
  readonly type: 'webauthn.create' | 'webauthn.get'
  /** SHA-256 of the challenge's text */
  readonly challengeHash: Buffer
  readonly origins: readonly string[]
}

/**
 * Looks at what the browser says about a ceremony (Web Authentication §5.8.1; §7.1 and §7.2, steps on `C`). The signature covers
 * it, so what stands here is what the browser saw, if only the rest is valid.
 *
 * @param text  base64url of the JSON, as it came
 * @returns what is wrong, for the log; null when nothing is
 */
export function findClientDataProblem(text: string, expected: ExpectedClientData): string | null {
  const data = parse(text)
  if (data === null) return 'client data is no JSON object'
  const { type, challenge, origin, crossOrigin, topOrigin } = data
  if (type !== expected.type) return 'client data of another ceremony'
  if (typeof challenge !== 'string' || !equalHashes(hashSecret(challenge), expected.challengeHash))
    return 'client data has another challenge'
  if (typeof origin !== 'string' || !expected.origins.includes(origin))
    return 'client data of a foreign origin'
  // A page of ours in the frame of another one's: nobody has a reason to, but who wants somebody to click.
  if ((crossOrigin ?? false) !== false || topOrigin !== undefined)
    return 'client data of a page in a foreign frame'
  return null
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const data: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : null
  } catch {
    return null
  }
}
