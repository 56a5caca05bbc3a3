import type { ShownAccount } from '../domain/account/account.ts'
import type { InvalidMember } from '../domain/refusal.ts'
import type { AccountPages, ProfileFields } from './accountPage.ts'

/** What somebody sent, and what is wrong with it. */
type Attempt = { readonly fields: ProfileFields; readonly errors: readonly InvalidMember[] }

/** Members whose form is a matter of its own; every other one is a text. */
const ownWords: ReadonlySet<string> = new Set(['birthdate', 'zoneinfo', 'locale', 'phone_number'])
const urls: ReadonlySet<string> = new Set(['profile', 'website'])

/**
 * The page of the profile: as it is, or as somebody wants it with what is wrong there.
 *
 * @param attempt  left out: nothing was sent
 * @param wrongImage  what is wrong with the picture that was chosen
 */
export function profilePage(
  account: ShownAccount,
  attempt: Attempt | null = null,
  wrongImage: string | null = null,
): AccountPages['accountProfile'] {
  const { address, picture } = account
  const zone = account.zoneinfo
  const known = Intl.supportedValuesOf('timeZone')
  return {
    profile: attempt === null ? { ...account, ...address } : attempt.fields,
    wrong: Object.fromEntries((attempt?.errors ?? []).map(({ path }) => [memberOf(path), wordsOf(path)])),
    picture,
    wrongImage,
    // The list knows every zone by one name; somebody's may be another one of the database.
    zones: zone === null || known.includes(zone) ? known : [...known, zone].toSorted(),
  }
}

/** The field that a path of `decideProfile` is about: `/website`, `/address/country`. */
function memberOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function wordsOf(path: string): string {
  const member = memberOf(path)
  if (urls.has(member)) return 'url'
  return ownWords.has(member) ? member : 'text'
}
