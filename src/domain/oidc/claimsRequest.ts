import { refuse, type Refusal } from '../refusal.ts'

/** Claims that an app asks for one by one (OpenID Connect Core §5.5), as far as they mean something here. */
export type ClaimsRequest = {
  /** names of claims about the user for userinfo */
  readonly userinfo: readonly string[]
  /** names of claims about the user for the ID token */
  readonly idToken: readonly string[]
  /** the user that it has to be about (§5.5.1, `sub` with a value); null: whoever it is */
  readonly subject: string | null
  /** authentication contexts one of which the app cannot do without (§5.5.1.1); empty: none */
  readonly essentialAcr: readonly string[]
}

/** What a request without `claims` asks for. */
export const noClaims: ClaimsRequest = { userinfo: [], idToken: [], subject: null, essentialAcr: [] }

/** The scope that opens each claim about a user (§5.4): asking for the claim alone asks for a part of that scope. */
const scopeOfClaim: Readonly<Record<string, string>> = {
  ...opensAll('profile', [
    ...['name', 'family_name', 'given_name', 'middle_name', 'nickname', 'preferred_username', 'profile'],
    ...['picture', 'website', 'gender', 'birthdate', 'zoneinfo', 'locale', 'updated_at'],
  ]),
  ...opensAll('email', ['email', 'email_verified']),
  ...opensAll('address', ['address']),
  ...opensAll('phone', ['phone_number', 'phone_number_verified']),
}

/** Members of the parameter that may be read; a longer one is no request but an attack on whoever parses it. */
const mostMembers = 100

/**
 * Reads the `claims` parameter. Claims that we do not know are ignored, as are values that are merely wished for; what is no
 * JSON object at all is refused.
 *
 * @param text  as it came; undefined when it was not sent
 */
export function readClaimsRequest(text: string | undefined): ClaimsRequest | Refusal {
  if (text === undefined) return noClaims
  const parsed = parse(text)
  const [userinfo, idToken] = [membersOf(parsed?.['userinfo']), membersOf(parsed?.['id_token'])]
  if (parsed === null || userinfo === null || idToken === null)
    return refuse('invalid_request', 'claims must be a JSON object (OpenID Connect Core section 5.5)')
  const subjects = [valuesOf(userinfo['sub']), valuesOf(idToken['sub'])].flat()
  if (new Set(subjects).size > 1)
    return refuse('invalid_request', 'claims must not ask for more than one subject')
  const acr = idToken['acr']
  return {
    userinfo: knownClaims(userinfo),
    idToken: knownClaims(idToken),
    subject: subjects[0] ?? null,
    essentialAcr: isObject(acr) && acr['essential'] === true ? valuesOf(acr) : [],
  }
}

/** The scopes that the person has to agree to before an app may have these claims. */
export function scopesOfClaims({ userinfo, idToken }: ClaimsRequest): readonly string[] {
  return [...new Set([...userinfo, ...idToken].map((name) => scopeOfClaim[name]!))]
}

/** The claims of a request that some scopes open: what the app may not have is left out without a word (§5.5). */
export function withinScope(
  { userinfo, idToken, ...rest }: ClaimsRequest,
  scope: readonly string[],
): ClaimsRequest {
  const isOpen = (name: string) => scope.includes(scopeOfClaim[name]!)
  return { ...rest, userinfo: userinfo.filter(isOpen), idToken: idToken.filter(isOpen) }
}

/** The claims about a user that a scope opens. */
export function claimsOfScope(scope: readonly string[]): readonly string[] {
  return Object.keys(scopeOfClaim).filter((name) => scope.includes(scopeOfClaim[name]!))
}

type JsonObject = Readonly<Record<string, unknown>>

function parse(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

/** Left out: nothing is asked for. Null where it is none of what it must be. */
function membersOf(value: unknown): JsonObject | null {
  if (value === undefined || value === null) return {}
  return isObject(value) && Object.keys(value).length <= mostMembers ? value : null
}

function knownClaims(members: JsonObject): readonly string[] {
  return Object.keys(members).filter((name) => Object.hasOwn(scopeOfClaim, name))
}

/** The texts in `value` and `values` of one claim. */
function valuesOf(claim: unknown): readonly string[] {
  if (!isObject(claim)) return []
  const values: readonly unknown[] = Array.isArray(claim['values']) ? claim['values'] : [claim['value']]
  return values.filter((value) => typeof value === 'string')
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function opensAll(scope: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, scope]))
}
