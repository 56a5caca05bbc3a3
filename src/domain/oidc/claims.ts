import { numericDate } from '../moment.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import { profileTexts, type PostalAddress, type Profile } from '../account/profile.ts'
import type { User } from '../account/user.ts'
import { pictureUri } from '../image/image.ts'
import type { AccessTokenFacts } from '../oauth/accessToken.ts'
import { claimsOfScope } from './claimsRequest.ts'
import { subjectOf } from './subject.ts'

/** Members of a profile that are told with the scope `profile`: all texts but the phone number. */
type ProfileClaim = Exclude<(typeof profileTexts)[number], 'phone_number'>

/** Claims about a user by name (OpenID Connect Core §5.1): only those there are. */
export type UserClaims = {
  readonly email?: string
  readonly email_verified?: boolean
  readonly phone_number?: string
  /** beside the number: nobody has verified it */
  readonly phone_number_verified?: boolean
  readonly address?: PostalAddress
  readonly picture?: string
  /** seconds since 1970 */
  readonly updated_at?: number
} & { readonly [Claim in ProfileClaim]?: string }

/** Claims as userinfo gives them (OpenID Connect Core §5.3.2). */
export type UserinfoClaims = UserClaims & { readonly sub: string }

/** What is known about a user. */
export type KnownUser = {
  readonly user: User
  readonly profile: Profile
  /** URL of the avatar; null: there is none */
  readonly picture: string | null
}

/** What is known about a user whose profile and avatar were read. */
export function knownUser(
  user: User,
  { profile, pictureId }: { readonly profile: Profile; readonly pictureId: string | null },
  { issuer }: { readonly issuer: string },
): KnownUser {
  return { user, profile, picture: pictureId === null ? null : pictureUri(issuer, pictureId) }
}

const profileClaims = profileTexts.filter((member) => member !== 'phone_number')
const accountClaims: ReadonlySet<string> = new Set(['email', 'email_verified', 'updated_at'])

/** The claims about a user that can be released at all, in the order of OpenID Connect Core §5.1: discovery says the same. */
export const userClaimNames: readonly string[] = [
  ...profileClaims,
  'picture',
  ...['updated_at', 'email', 'email_verified', 'phone_number', 'phone_number_verified', 'address'],
]

/** Tells whether more than the account itself has to be read for one of these claims. */
export function needsProfile(names: readonly string[]): boolean {
  return names.some((name) => userClaimNames.includes(name) && !accountClaims.has(name))
}

/** Everything that is known about a user, by the names of OpenID Connect; what is not known is left out (§5.3.2). */
function userClaims({ user, profile, picture }: KnownUser): UserClaims {
  const { phone_number: phone, address } = profile
  const told = profileClaims.filter((claim) => profile[claim] !== undefined)
  return {
    ...Object.fromEntries(told.map((claim) => [claim, profile[claim]])),
    ...(picture !== null && { picture }),
    updated_at: numericDate(user.updatedAt),
    email: user.email,
    email_verified: user.emailVerified,
    ...(phone !== undefined && { phone_number: phone, phone_number_verified: false }),
    ...(address !== undefined && { address }),
  }
}

/** The claims about a user that go by these names, as far as they are known. */
export function releasedClaims(known: KnownUser, names: readonly string[]): UserClaims {
  return Object.fromEntries(Object.entries(userClaims(known)).filter(([name]) => names.includes(name)))
}

/** What userinfo may tell: about whom, by which name the app knows them, and which claims. */
export type AllowedUserinfo = { readonly user: User; readonly sub: string; readonly names: readonly string[] }

/**
 * Decides what userinfo answers to the bearer of a live access token (OpenID Connect Core §5.3): what its scope opens (§5.4), and
 * the claims that the authorization asked for one by one (§5.5), which the app must still be allowed. A client's own token has no
 * business here: it speaks of no user.
 *
 * @param facts       what `decideAccessToken` let pass
 * @param subjectKey  of pairwise subjects
 * @returns what may be told, or `insufficient_scope` without `openid`
 */
export function decideUserinfo(
  { token, client, user, grant }: AccessTokenFacts,
  subjectKey: Buffer,
): AllowedUserinfo | Refusal {
  if (!token.scope.includes('openid') || client === null || user === null)
    return refuse('insufficient_scope', 'The access token lacks the scope openid', undefined, {
      scope: 'openid',
    })
  const open = claimsOfScope(client.scopes)
  const asked = (grant?.claims?.userinfo ?? []).filter((name) => open.includes(name))
  return {
    user,
    sub: subjectOf(client, user.id, subjectKey),
    names: [...claimsOfScope(token.scope), ...asked],
  }
}
