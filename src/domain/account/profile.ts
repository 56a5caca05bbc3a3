import { refuse, type InvalidMember, type Refusal } from '../refusal.ts'

/** Members of a profile that are text, by the names of their claims (OpenID Connect Core §5.1). */
export const profileTexts = [
  'name',
  'given_name',
  'family_name',
  'middle_name',
  'nickname',
  'preferred_username',
  'profile',
  'website',
  'gender',
  'birthdate',
  'zoneinfo',
  'locale',
  'phone_number',
] as const

/** Parts of a postal address (OpenID Connect Core §5.1.1). */
export const addressParts = [
  'formatted',
  'street_address',
  'locality',
  'region',
  'postal_code',
  'country',
] as const

/** A postal address; at least one part is there. */
export type PostalAddress = { readonly [Part in (typeof addressParts)[number]]?: string }

/** What somebody tells about themselves. Nothing of it is verified. */
export type Profile = { readonly [Member in (typeof profileTexts)[number]]?: string } & {
  readonly address?: PostalAddress
}

/** What is to become of a profile: a member that is not there stays as it is, null takes it away. */
export type ProfileChanges = { readonly [Member in (typeof profileTexts)[number]]?: string | null } & {
  readonly address?: PostalAddress | null
}

/** A profile with every member; null where nothing is told. */
export type WholeProfile = { readonly [Member in (typeof profileTexts)[number]]: string | null } & {
  readonly address: PostalAddress | null
}

/** The profile as its owner reads it: with every member. */
export function wholeProfile(profile: Profile): WholeProfile {
  const texts = profileTexts.map((member) => [member, profile[member] ?? null])
  return { ...(Object.fromEntries(texts) as Omit<WholeProfile, 'address'>), address: profile.address ?? null }
}

/** What is wrong with a text, or the form in which it is kept. */
type Judgement = { readonly wrong: string } | { readonly value: string }
type Judge = (text: string, now: Date) => Judgement

const judges: Readonly<Partial<Record<(typeof profileTexts)[number], Judge>>> = {
  profile: judgeUrl,
  website: judgeUrl,
  birthdate: judgeBirthdate,
  zoneinfo: judgeZone,
  locale: judgeLocale,
  phone_number: judgePhone,
}

/**
 * Decides whether a profile may be changed like this, and brings the new members into the form in which they are kept.
 *
 * @param asked  lengths are the contract's business
 * @returns the changes, or `invalid_request` that names all failing members
 */
export function decideProfile(asked: ProfileChanges, now: Date): ProfileChanges | Refusal {
  const wrong: InvalidMember[] = []
  const keep = (path: string, text: string, judge: Judge) => {
    const judged = judgeText(text, judge, now)
    if ('value' in judged) return judged.value
    wrong.push({ path, message: judged.wrong })
    return null
  }
  const texts = profileTexts.flatMap((member) => {
    const text = asked[member]
    if (text === undefined) return []
    const judge = judges[member] ?? judgeLine
    return [[member, text === null ? null : keep(`/${member}`, text, judge)]]
  })
  const changes: ProfileChanges = {
    ...Object.fromEntries(texts),
    ...(asked.address !== undefined && { address: decideAddress(asked.address, keep) }),
  }
  if (wrong.length === 0) return changes
  const [first] = wrong
  const description = `${first!.path.slice(1).replaceAll('/', '.')} ${first!.message}`
  return refuse('invalid_request', description, 'profile member invalid', { errors: wrong })
}

function decideAddress(
  address: PostalAddress | null,
  keep: (path: string, text: string, judge: Judge) => string | null,
): PostalAddress | null {
  if (address === null) return null
  const parts = addressParts.flatMap((part) => {
    const text = address[part]
    return text === undefined ? [] : [[part, keep(`/address/${part}`, text, judgeLines)]]
  })
  return parts.length === 0 ? null : (Object.fromEntries(parts) as PostalAddress)
}

/** What holds for every text; the database cannot hold NUL, nor halves of surrogate pairs in JSON. */
function judgeText(text: string, judge: Judge, now: Date): Judgement {
  if (!text.isWellFormed()) return { wrong: 'must be well-formed text' }
  return judge(text.normalize('NFC'), now)
}

/** One line for people to read, without what turns the writing direction around. */
function judgeLine(text: string): Judgement {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return { wrong: 'must be one line without control characters' }
  return judgeDirection(text)
}

/** Lines: the parts of an address may have several (OpenID Connect Core §5.1.1). */
function judgeLines(text: string): Judgement {
  if (/[\p{Cc}]/u.test(text.replaceAll(/\r?\n/g, ''))) return { wrong: 'must have no control characters' }
  return judgeDirection(text)
}

function judgeDirection(text: string): Judgement {
  if (text.trim() === '') return { wrong: 'must not be empty' }
  const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text)
  return turns ? { wrong: 'must not turn the writing direction around' } : { value: text }
}

/** An address in the web: nothing that a browser would run or look up elsewhere, and no password in it. */
function judgeUrl(text: string): Judgement {
  const wrong = {
    wrong: 'must be a URL that starts with https:// or http://, without user name and password',
  }
  if (!/^https?:\/\/[^\s\\]+$/i.test(text) || /\p{Cc}/u.test(text)) return wrong
  const url = URL.parse(text)
  return url === null || url.username !== '' || url.password !== '' ? wrong : { value: url.href }
}

/** `YYYY-MM-DD` with `0000` for a year that is nobody's business, or the year alone (OpenID Connect Core §5.1). */
function judgeBirthdate(text: string, now: Date): Judgement {
  if (!isBirthdate(text))
    return { wrong: 'must be a date YYYY-MM-DD (0000 leaves the year out) or a year YYYY' }
  return text > now.toISOString().slice(0, text.length)
    ? { wrong: 'must not be in the future' }
    : { value: text }
}

function isBirthdate(text: string): boolean {
  if (/^(?:1[89]|2\d)\d{2}$/.test(text)) return true
  const [, year, rest] = /^(0000|1[89]\d{2}|2\d{3})-(\d{2}-\d{2})$/.exec(text) ?? []
  if (year === undefined) return false
  // Without a year 29 February is a day like any other.
  const day = new Date(`${year === '0000' ? '2000' : year}-${rest}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(5, 10) === rest
}

/** A name of the time zone database that this system knows, such as `Europe/Berlin`. */
function judgeZone(text: string): Judgement {
  const isName = /^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){0,2}$/.test(text)
  if (isName && isKnownZone(text)) return { value: text }
  return { wrong: 'must be a time zone of the IANA database, such as Europe/Berlin' }
}

function isKnownZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** A language tag (RFC 5646), kept in its canonical spelling: `de-at` becomes `de-AT`. */
function judgeLocale(text: string): Judgement {
  const wrong = { wrong: 'must be a language tag, such as de-AT' }
  try {
    const [tag] = Intl.getCanonicalLocales(text)
    return tag === undefined ? wrong : { value: tag }
  } catch {
    return wrong
  }
}

/** E.164, as OpenID Connect Core §5.1 recommends; an extension follows as RFC 3966 writes it. */
function judgePhone(text: string): Judgement {
  if (/^\+[1-9]\d{4,14}(?:;ext=\d{1,10})?$/.test(text)) return { value: text }
  return { wrong: 'must be a number in the form of E.164, such as +493012345678' }
}
