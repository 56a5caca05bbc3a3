import { addressParts, profileTexts, type PostalAddress, type ProfileChanges } from './profile.ts'

/** What the form of the profile holds: the claims that are text, and the parts of the address, each by its own name. */
export type ProfileFormFields = {
  readonly [Member in (typeof profileTexts)[number] | keyof PostalAddress]?: string | undefined
}

/**
 * What a form of the profile asks for: a field that is empty takes its claim away.
 *
 * The form has the parts of an address and not the whole as it goes onto an envelope (`formatted`), which a program may have
 * told: that stays for as long as no part changes, because then it would be wrong.
 *
 * @param before  the address as it is; null: none
 */
export function profileChanges(fields: ProfileFormFields, before: PostalAddress | null): ProfileChanges {
  const texts = profileTexts.map((member) => [member, fields[member] ?? null])
  const parts = addressParts.filter((part) => part !== 'formatted')
  const address = parts.flatMap((part) => (fields[part] === undefined ? [] : [[part, lines(fields[part])]]))
  const isSame = parts.every((part) => lines(fields[part] ?? '') === lines(before?.[part] ?? ''))
  return {
    ...(Object.fromEntries(texts) as ProfileChanges),
    ...(!isSame && { address: address.length === 0 ? null : (Object.fromEntries(address) as PostalAddress) }),
  }
}

/** Forms send CR and LF at the end of a line (HTML §4.10.22.5); claims have LF (OpenID Connect Core §5.1.1 takes both). */
function lines(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
