import { nearestName } from '../domain/nearestName.ts'
import { catalogues, type Tag } from './language.ts'
import type { Strings } from './strings/catalogue.ts'

/** Words of an operator, which stand where ours would. */
export type OwnStrings = Readonly<Partial<Record<Tag, Partial<Strings>>>>

/**
 * Finds the words among the files of an operator: `strings/<language>.json`, an object with any of our keys.
 *
 * @param files  texts by their path in the directory, with slashes
 * @param mistakes  receives a sentence for each file that is no such object, and for each word that cannot stand where ours stands
 */
export function readOwnStrings(files: ReadonlyMap<string, string>, mistakes: string[]): OwnStrings {
  const strings: Record<string, Readonly<Record<string, string>>> = {}
  for (const [path, text] of files) {
    const [, name] = /^strings\/(.+)$/.exec(path) ?? []
    if (name === undefined) continue
    const [, tag = ''] = /^([\w-]+)\.json$/.exec(name) ?? []
    if (!isTag(tag)) mistakes.push(`${path} is of no language of ours: ${Object.keys(catalogues).join(', ')}`)
    else strings[tag] = readWords(path, tag, text, mistakes)
  }
  return strings
}

function isTag(tag: string): tag is Tag {
  return Object.hasOwn(catalogues, tag)
}

function readWords(
  path: string,
  tag: Tag,
  text: string,
  mistakes: string[],
): Readonly<Record<string, string>> {
  const given = parseObject(text)
  if (typeof given === 'string') {
    mistakes.push(`${path} ${given}`)
    return {}
  }
  const wrong = Object.entries(given).flatMap(([key, word]) => checkWord(tag, key, word))
  mistakes.push(...wrong.map((mistake) => `${path}: ${mistake}`))
  return given as Readonly<Record<string, string>>
}

/** The object, or what is wrong with the text. */
function parseObject(text: string): Readonly<Record<string, unknown>> | string {
  try {
    const given: unknown = JSON.parse(text)
    const isObject = typeof given === 'object' && given !== null && !Array.isArray(given)
    return isObject ? (given as Readonly<Record<string, unknown>>) : 'must hold one object: {"key": "text"}'
  } catch (error) {
    return `cannot be parsed as JSON: ${(error as SyntaxError).message}`
  }
}

/** A place that is left out hides what people have to know, e.g. where they are led; one that is made up stays empty. */
function checkWord(tag: Tag, key: string, word: unknown): string[] {
  const delivered: Readonly<Record<string, string>> = catalogues[tag]
  if (!Object.hasOwn(delivered, key)) {
    const near = nearestName(key, Object.keys(delivered))
    return [
      `${JSON.stringify(key)} is no key${near === null ? '' : `: did you mean ${JSON.stringify(near)}?`}`,
    ]
  }
  if (typeof word !== 'string' || word.trim() === '')
    return [`${JSON.stringify(key)} must be a text that is not empty`]
  const [wanted, given] = [placesOf(delivered[key]!), placesOf(word)]
  return [
    ...wanted
      .filter((place) => !given.includes(place))
      .map((place) => `${JSON.stringify(key)} lacks {${place}}`),
    ...given
      .filter((place) => !wanted.includes(place))
      .map((place) => `${JSON.stringify(key)} has {${place}}, which is not known there`),
  ]
}

function placesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))]
}
