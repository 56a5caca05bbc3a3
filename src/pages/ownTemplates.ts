import { readdirSync } from 'node:fs'
import { posix } from 'node:path'
import { Eta } from 'eta'
import { nearestName } from '../domain/nearestName.ts'

/** Where the delivered templates are. */
export const templateFolder = `${import.meta.dirname}/templates`

/** What is for developers looks as delivered, whatever an operator changes. */
const forDevelopers = new Set(['docsLayout', 'devRequest', 'mailbox', 'mockSignIn', 'reference', 'sitePage'])

/**
 * Finds the templates among the files of an operator.
 *
 * @param files  texts by their path in the directory, with slashes
 * @param mistakes  receives a sentence for each one that is none of ours, does not compile, or includes what does not exist
 * @returns texts by the name of the template, without `.eta`
 */
export function readOwnTemplates(
  files: ReadonlyMap<string, string>,
  mistakes: string[],
): ReadonlyMap<string, string> {
  const names = deliveredTemplates()
  const templates = new Map<string, string>()
  for (const [path, text] of files) {
    const [, name] = /^templates\/(.+?)(?:\.eta)?$/.exec(path) ?? []
    if (name === undefined) continue
    const isKnown = path.endsWith('.eta') && names.includes(name)
    mistakes.push(
      ...(isKnown ? checkTemplate(path, name, text, names) : [unknownTemplate(path, name, names)]),
    )
    templates.set(name, text)
  }
  return templates
}

function deliveredTemplates(): readonly string[] {
  return readdirSync(templateFolder, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.eta'))
    .map((path) => path.slice(0, -'.eta'.length))
    .filter((name) => !forDevelopers.has(name))
}

function unknownTemplate(path: string, name: string, names: readonly string[]): string {
  const near = forDevelopers.has(name) ? null : nearestName(name, names)
  const advice =
    near === null ? 'only the pages that people see can be replaced' : `did you mean templates/${near}.eta?`
  return `${path} is no template that can be replaced: ${advice}`
}

/** What a template includes is looked for now: a person would be the first to miss it. */
function checkTemplate(path: string, name: string, text: string, names: readonly string[]): string[] {
  try {
    new Eta({ autoEscape: true }).compile(text)
  } catch (error) {
    return [`${path} does not compile: ${firstLine(error)}`]
  }
  const included = [...text.matchAll(/\b(?:include|layout)\(\s*(['"`])([^'"`]+)\1/g)].map(([, , to]) => to!)
  const missing = included.filter(
    (to) => !names.includes(posix.join(posix.dirname(name), to.replace(/\.eta$/, ''))),
  )
  return missing.map((to) => `${path} includes ${to}, which does not exist`)
}

/** The line that says what is wrong: the first one, or the one behind the heading that Eta gives every error of JavaScript. */
function firstLine(error: unknown): string {
  const [first = '', ...others] = (error instanceof Error ? error.message : String(error)).split('\n')
  if (first === 'Bad template syntax') return others.find((line) => line !== '') ?? first
  return first.replace(/:$/, '')
}
