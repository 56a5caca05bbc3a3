import type { languages } from '../domain/oauth/metadata.ts'
import { de } from './strings/de.ts'
import { en, type Strings } from './strings/en.ts'

/** Languages by their tag (RFC 5646). The first is what everybody gets whose own is missing. */
const catalogues: Readonly<Record<string, Strings>> = { en, de } satisfies Record<
  (typeof languages)[number],
  Strings
>

/** A language with its words. */
export type Language = { readonly tag: string; readonly strings: Strings }

/**
 * What the request of an app says about languages (`ui_locales`, OpenID Connect Core §3.1.2.1) before what the browser says,
 * in the form of `Accept-Language`.
 */
export function preferLanguages(
  uiLocales: string | undefined,
  acceptLanguage: string | undefined,
): string | undefined {
  if (uiLocales === undefined) return acceptLanguage
  return [...uiLocales.split(' '), acceptLanguage ?? ''].join(',')
}

/**
 * Picks the language of a page or a mail (RFC 4647 §3.4, lookup): the best-liked one we have, whatever its region.
 *
 * @param acceptLanguage  the header; undefined or unreadable: English
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [range = '', quality = 'q=1'] = part.trim().toLowerCase().split(';')
      return { tag: range.split('-')[0]!, quality: Number.parseFloat(quality.trim().slice(2)) || 0 }
    })
    .filter(({ tag, quality }) => quality > 0 && Object.hasOwn(catalogues, tag))
    .toSorted((a, b) => b.quality - a.quality)
  const tag = wanted[0]?.tag ?? 'en'
  return { tag, strings: catalogues[tag]! }
}
