import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as sdk from '#generated/api/sdk.gen.ts'
import { operations as table } from '#generated/operations.gen.ts'
import { aliasesOf, methods, operationsOf, type Json } from '#openapi/generate/document.ts'
import { operations as handlers } from '#src/api/index.ts'
import { document, entries } from '#test/support/contract.ts'

/** `<tag>/<operationId>` of every file that matches, whatever its suffix. */
function namesOf(pattern: string, suffix: string): string[] {
  const files = globSync(pattern).filter((file) => file.endsWith(suffix))
  return files.map((file) => file.split('/').slice(-2).join('/').slice(0, -suffix.length)).toSorted()
}

const tableOfContents = parse(readFileSync('openapi/openapi.yaml', 'utf8')) as Json
const notTags = new Set(['components', 'generate', 'workflows'])
const specFiles = namesOf('openapi/*/*.yaml', '.yaml').filter((name) => !notTags.has(name.split('/')[0]!))
const named = entries.map(({ tag, id }) => `${tag}/${id}`).toSorted()

describe('one name for each operation', () => {
  test('the contract has operations', () => {
    expect(named.length).toBeGreaterThan(20)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(named.length)
  })

  test('its spec file carries it and stands in the folder of its tag', () => {
    expect(specFiles).toEqual(named)
    for (const file of specFiles) {
      const { operationId, tags } = parse(readFileSync(`openapi/${file}.yaml`, 'utf8')) as Json
      expect(`${tags[0]}/${operationId}`).toBe(file)
      expect(tags).toHaveLength(1)
    }
  })

  test('the table of contents points at that file', () => {
    const refs = Object.values<Json>(tableOfContents['paths']).flatMap((pathItem) =>
      methods.flatMap((method) =>
        pathItem[method] === undefined ? [] : [pathItem[method]['$ref'] as string],
      ),
    )
    const halves = operationsOf(document).filter(({ mediaType }) => mediaType !== null)
    const halfNames = halves.map(({ operation }) => `${operation['tags'][0]}/${operation['operationId']}`)
    expect([...refs.map((ref) => ref.replace(/\.yaml$/, '')), ...halfNames].toSorted()).toEqual(named)
  })

  test('its handler stands in src/api in the folder of its tag and is exported under it', async () => {
    expect(namesOf('src/api/*/*.ts', '.ts')).toEqual(named)
    for (const { tag, id } of entries) {
      const module = (await import(`../../src/api/${tag}/${id}.ts`)) as Json
      expect(Object.keys(module), `exports of src/api/${tag}/${id}.ts`).toEqual([id])
      expect(handlers[id], `${id} in src/api/index.ts`).toBe(module[id])
    }
    expect(Object.keys(handlers).toSorted()).toEqual(entries.map(({ id }) => id).toSorted())
  })

  test('its test stands in test/api in the folder of its tag and describes it', () => {
    expect(namesOf('test/api/*/*.test.ts', '.test.ts')).toEqual(named)
    for (const name of named) {
      const text = readFileSync(`test/api/${name}.test.ts`, 'utf8')
      expect(text, `test/api/${name}.test.ts`).toContain(`describe('${basename(name)}'`)
    }
  })

  test('its row in the table carries it', () => {
    for (const [key, { id }] of Object.entries(table)) expect(id).toBe(key)
  })

  test('the SDK has a function of that name, unless it is for browsers, and no other', () => {
    const forPrograms = entries.filter(({ audience }) => audience !== 'browser').map(({ id }) => id)
    expect(Object.keys(sdk).toSorted()).toEqual(forPrograms.toSorted())
  })
})

describe('aliases', () => {
  const aliases = [...aliasesOf(document)]

  test('an alias stands for an operation that exists and is no operation itself', () => {
    expect(aliases).toContainEqual(['/api/v1/oauth/token', 'issueToken'])
    for (const [path, id] of aliases) {
      const pathItem = document['paths'][path] as Json
      expect(Object.keys(pathItem)).toEqual(['x-alias-of'])
      expect(entries.find((entry) => entry.id === id)?.aliases).toContain(path)
    }
  })

  test('every alias of the table stands in the contract', () => {
    const inTable = entries.flatMap(({ id, aliases: paths }) => paths.map((path) => [path, id]))
    expect(inTable.toSorted()).toEqual(aliases.toSorted())
  })
})
