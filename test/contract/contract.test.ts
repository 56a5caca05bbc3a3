import { describe, expect, it } from 'vitest'
import contract from '#generated/openapi.json' with { type: 'json' }
import { createAjv } from '#src/http/backend.ts'
import { dereference, forValidation, type SpecNode } from '#src/http/contract.ts'

const ajv = createAjv({ meta: true, validateSchema: true })

/** Every schema of a dereferenced contract, with where it stands first. */
function schemasOf(node: unknown, place = '', found = new Map<object, string>()): Map<object, string> {
  if (typeof node !== 'object' || node === null) return found
  for (const [name, member] of Object.entries(node)) {
    const here = `${place}/${name}`
    if (name === 'schema' || /^\/components\/schemas\/[^/]+$/.test(here)) {
      if (!found.has(member as object)) found.set(member as object, here)
    } else schemasOf(member, here, found)
  }
  return found
}

describe('the contract as it is enforced', () => {
  const schemas = schemasOf(dereference(forValidation(contract)))

  it('has schemas which are schemas: at run time nobody looks again', () => {
    expect(schemas.size).toBeGreaterThan(200)
    for (const [schema, place] of schemas)
      expect(ajv.validateSchema(schema), `${place}: ${ajv.errorsText()}`).toBe(true)
  })

  it('is not enforced from a schema that is none', () => {
    expect(ajv.validateSchema({ type: 'strin' })).toBe(false)
    expect(ajv.validateSchema({ properties: { name: { maxLength: '5' } } })).toBe(false)
  })

  it('leaves out what is for people, and no property that is called like it', () => {
    const properties = { description: { type: 'string', description: 'Words' }, examples: { type: 'array' } }
    const schema = { type: 'object', description: 'A thing', properties, default: { summary: 'kept' } }
    const copy = forValidation({ components: { schemas: { Thing: schema, summary: { $ref: '#/x' } } } })
    expect(copy).toEqual({
      paths: {},
      components: {
        schemas: {
          Thing: {
            type: 'object',
            properties: { description: { type: 'string' }, examples: { type: 'array' } },
            default: { summary: 'kept' },
          },
          summary: { $ref: '#/x' },
        },
      },
    })
  })
})

describe('references of the contract', () => {
  it('become one object wherever they stand, so that its validators are compiled once', () => {
    const a = { $ref: '#/components/schemas/A' }
    const document = dereference({
      components: { schemas: { A: { type: 'string' }, B: { properties: { a } }, 'c/d~e': { $ref: a.$ref } } },
      paths: { '/x': { schema: { $ref: '#/components/schemas/c~1d~0e' }, all: [a, { allOf: [a] }] } },
    }) as SpecNode
    const one = document['components'].schemas.A
    expect(one).toEqual({ type: 'string' })
    const { '/x': x } = document['paths']
    for (const place of [
      x.schema,
      x.all[0],
      x.all[1].allOf[0],
      document['components'].schemas.B.properties.a,
    ])
      expect(place).toBe(one)
  })

  it.each([
    ['nothing', { $ref: '#/components/schemas/Gone' }],
    ['another document', { $ref: 'other.yaml#/A' }],
    ['itself', { $ref: '#/a/0' }],
  ])('that lead to %s are refused when the service starts', (what, reference) => {
    expect(() => dereference({ a: [reference] })).toThrow(`the contract refers to ${what}`)
  })
})
