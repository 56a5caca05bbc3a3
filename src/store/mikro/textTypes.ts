import { TypeOverrides, types } from 'pg'

const { TIMESTAMPTZ } = types.builtins
/** The type `text[]` (pg_type.dat); pg has no name for it. */
const textArray = 1009 as typeof TIMESTAMPTZ

const parseAnyMoment = types.getTypeParser(TIMESTAMPTZ, 'text') as (text: string) => Date | number | null
const parseAnyTexts = types.getTypeParser(textArray, 'text') as (text: string) => (string | null)[]

/** `2026-11-30 15:43:45` and up to six digits of a second, in UTC, which is how PostgreSQL writes moments to us. */
const moment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00$/

/** Reads a `timestamptz`, to the millisecond. What is not written as usual is read by pg. */
export function parseMoment(text: string): Date | number | null {
  if (!moment.test(text)) return parseAnyMoment(text)
  const at = (index: number) => text.charCodeAt(index) - 48
  const two = (index: number) => at(index) * 10 + at(index + 1)
  const fraction = text.slice(20, -3)
  const milliseconds = fraction === '' ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'))
  const year = two(0) * 100 + two(2)
  if (year < 100) return parseAnyMoment(text)
  return new Date(Date.UTC(year, two(5) - 1, two(8), two(11), two(14), two(17), milliseconds))
}

/** Reads a `text[]` of one dimension. Where an element is quoted, or may be null, pg reads it. */
export function parseTexts(text: string): (string | null)[] {
  if (text === '{}') return []
  if (/["\\]|^\[|^\{\{|null/i.test(text)) return parseAnyTexts(text)
  return text.slice(1, -1).split(',')
}

/**
 * How answers of prepared statements are read: as pg does it, but what most columns of ours hold without its parsers for
 * every case, which cost a read of thirty columns more than everything else in the client.
 */
export const textTypes = new TypeOverrides(types)
textTypes.setTypeParser(TIMESTAMPTZ, parseMoment)
textTypes.setTypeParser(textArray, parseTexts)
