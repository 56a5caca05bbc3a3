import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { parse } from 'yaml'
import { configurationTable } from '#src/config.ts'
import { decorate, type Common } from './decorate.ts'
import { checkDeprecations } from './deprecation.ts'
import { operationsOf, type Json } from './document.ts'
import { renderOperations } from './operations.ts'
import { addSamples } from './samples.ts'
import { generateSdk, generateTypes } from './sdk.ts'
import { generateSite } from './site.ts'

/** Everything that is made from the hand-written contract and from the table of settings. Run by `make generate`. */
async function generate(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'latchkey-generate-'))
  try {
    const own = bundle(join(scratch, 'bundle.json'))
    checkDeprecations(own)
    const decorated = structuredClone(own)
    decorate(decorated, parse(readFileSync('openapi/common.yaml', 'utf8')) as Common)
    addSamples(decorated)
    generateSite(decorated)
    writeFileSync('generated/openapi.json', `${JSON.stringify(decorated, null, 2)}\n`)
    writeFileSync('generated/operations.gen.ts', renderOperations(own, decorated))
    // hey-api reads a path that starts with a dot, and writes the path it read into nothing it makes.
    await generateTypes(decorated, `./${relative('.', join(scratch, 'types.json'))}`, 'generated/types')
    await generateSdk(decorated, `./${relative('.', join(scratch, 'sdk.json'))}`, 'generated/api')
    writeConfigurationTable()
    writePasswordStrength()
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

/** Pages estimate passwords by the very rules of the SDK: its module as browsers load it. */
function writePasswordStrength(): void {
  const { outputText } = transpileModule(readFileSync('client/passwordStrength.ts', 'utf8'), {
    compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.ESNext, removeComments: true },
  })
  writeFileSync('generated/passwordStrength.js', outputText)
}

function bundle(file: string): Json {
  execFileSync(
    'redocly',
    ['bundle', 'openapi/openapi.yaml', '--config', 'openapi/redocly.yaml', '-o', file],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  return withHalvesResolved(JSON.parse(readFileSync(file, 'utf8')) as Json)
}

/**
 * Redocly puts the halves of split operations (`x-media-operations`) in place, but leaves their references to files as they
 * are: here they become references into the bundle, where a component has the name of its file.
 */
function withHalvesResolved(document: Json): Json {
  for (const { operation } of operationsOf(document)) {
    const halves = operation['x-media-operations'] as Json | undefined
    if (halves === undefined) continue
    operation['x-media-operations'] = JSON.parse(JSON.stringify(halves), (name, value: unknown) =>
      name === '$ref' ? componentOf(document, String(value)) : value,
    ) as Json
  }
  return document
}

function componentOf(document: Json, reference: string): string {
  const [, kind = '', name = ''] = /\/components\/(\w+)\/(\w+)(?:\.yaml)?$/.exec(reference) ?? []
  if (document['components']?.[kind]?.[name] === undefined)
    throw new Error(`${reference} has to be named in the components of openapi/openapi.yaml`)
  return `#/components/${kind}/${name}`
}

/** Replaces what stands below the marker line of docs/configuration.md; the text above it is written by hand. */
function writeConfigurationTable(): void {
  const file = 'docs/configuration.md'
  const marker = '<!-- generated from src/config.ts by make generate: edit nothing below -->'
  const [intro] = readFileSync(file, 'utf8').split(marker)
  writeFileSync(file, `${intro}${marker}\n\n${configurationTable()}\n`)
}

await generate()
