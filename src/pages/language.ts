import type { languages } from '../domain/oauth/metadata.ts'
import type { Strings } from './strings/catalogue.ts'
import { de } from './strings/de.ts'
import { en } from './strings/en.ts'
import { es } from './strings/es.ts'
import { fr } from './strings/fr.ts'
import { ja } from './strings/ja.ts'

/** A language that pages and mails speak. */
export type Tag = (typeof languages)[number]

/** The catalogues by the tag of their language (RFC 5646). */
export type Catalogues = Readonly<Record<Tag, Strings>>

/** The catalogues as they are delivered. English is what everybody gets whose own language is missing. */
export const catalogues: Catalogues = { en, de, fr, es, ja }

/** What each language calls itself. */
export const languageNames: Readonly<Record<Tag, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
}

/** Which way each is written: none of ours from right to left, but the stylesheet would not mind. */
export const directions: Readonly<Record<Tag, 'ltr' | 'rtl'>> = {
  en: 'ltr',
  de: 'ltr',
  fr: 'ltr',
  es: 'ltr',
  ja: 'ltr',
}

/**
 * Picks the language of a page or a mail (RFC 4647 §3.4, lookup): the best-liked one we have, whatever its region.
 *
 * @param wanted  in the form of `Accept-Language`; undefined or unreadable: none
 * @returns null when none that is wanted is one of ours
 */
export function findLanguage(wanted: string | undefined): Tag | null {
  const ranges = (wanted ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [range = '', quality = 'q=1'] = part.trim().toLowerCase().split(';')
      return { tag: range.split('-')[0]!, quality: Number.parseFloat(quality.trim().slice(2)) || 0 }
    })
  const ours = ranges.filter((range): range is { tag: Tag; quality: number } => {
    return range.quality > 0 && Object.hasOwn(catalogues, range.tag)
  })
  return ours.toSorted((a, b) => b.quality - a.quality)[0]?.tag ?? null
}

/** The same, with English for whoever wants none of ours. */
export function languageOf(wanted: string | undefined): Tag {
  return findLanguage(wanted) ?? 'en'
}
