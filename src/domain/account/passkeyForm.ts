/** A new passkey as a form brings it, see `PasskeyOffer`. */
export type FormCredential = {
  readonly id: string
  readonly rawId: string
  readonly response: {
    readonly clientDataJSON: string
    readonly attestationObject: string
    readonly transports?: readonly string[]
  }
}

/** Characters of each member, as of `CreatedCredential` in the contract. */
const longestId = 1364
const longest = 16_384

/**
 * Reads what a browser has made out of a field of a form: the JSON of `PublicKeyCredential.toJSON()` (Web Authentication §5.1).
 * On `/api/v1` the contract does this; a field of a form is a text to it.
 *
 * @returns null when it is none
 */
export function parseFormCredential(text: string | undefined): FormCredential | null {
  const value = parseJson(text)
  const response = memberOf(value, 'response')
  const [id, rawId] = [textOf(value, 'id', longestId), textOf(value, 'rawId', longestId)]
  const clientDataJSON = textOf(response, 'clientDataJSON', longest)
  const attestationObject = textOf(response, 'attestationObject', longest)
  if (id === null || rawId === null || clientDataJSON === null || attestationObject === null) return null
  const transports = memberOf(response, 'transports')
  const isList = Array.isArray(transports) && transports.length <= 10
  const known = isList ? transports.filter((each): each is string => typeof each === 'string') : []
  return { id, rawId, response: { clientDataJSON, attestationObject, transports: known } }
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

/** A member that is base64url; null when it is none. */
function textOf(value: unknown, name: string, most: number): string | null {
  const text = memberOf(value, name)
  return typeof text === 'string' && text.length <= most && /^[\w-]+$/.test(text) ? text : null
}
