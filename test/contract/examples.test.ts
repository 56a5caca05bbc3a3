import { createHash } from 'node:crypto'
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { operationsOf, resolve, type Json } from '#openapi/generate/document.ts'
import { document, examplesOf, problemOf } from '#test/support/contract.ts'

/** One example of the contract with the schema that it stands beside. */
type Example = { readonly where: string; readonly schema: Json; readonly value: unknown }

function examplesAt(where: string, node: Json): Example[] {
  return Object.entries(examplesOf(node)).map(([name, value]) => ({
    where: `${where}, ${name}`,
    schema: node['schema'] as Json,
    value,
  }))
}

function contentExamples(where: string, node: Json): Example[] {
  return Object.entries<Json>(node['content'] ?? {}).flatMap(([type, media]) =>
    examplesAt(`${where}, ${type}`, media),
  )
}

function responseExamples(where: string, responses: Json): Example[] {
  return Object.entries<Json>(responses).flatMap(([status, node]) => {
    const response = resolve(document, node)
    const headers = Object.entries<Json>(response['headers'] ?? {})
    return [
      ...contentExamples(`${where}, answer ${status}`, response),
      ...headers.flatMap(([name, header]) =>
        examplesAt(`${where}, answer ${status}, ${name}`, resolve(document, header)),
      ),
    ]
  })
}

const examples = operationsOf(document).flatMap(({ operation, pathItem }) => {
  const where = operation['operationId'] as string
  const parameters = [...(pathItem['parameters'] ?? []), ...(operation['parameters'] ?? [])] as Json[]
  return [
    ...contentExamples(`${where}, request`, resolve(document, operation['requestBody'])),
    ...parameters.flatMap((parameter) => {
      const node = resolve(document, parameter)
      return examplesAt(`${where}, parameter ${node['name']}`, node)
    }),
    ...responseExamples(where, operation['responses']),
  ]
})

const bodiesOf = (id: string, status: number): Json => {
  const { operation } = operationsOf(document).find((each) => each.operation['operationId'] === id)!
  return examplesOf(resolve(document, operation['responses'][status])['content']['application/json'])
}

describe('examples of the contract', () => {
  test('every operation has an example of its request and of its answer', () => {
    const silent = operationsOf(document).flatMap(({ operation }) => {
      const id = operation['operationId'] as string
      const body = resolve(document, operation['requestBody'])['content'] as Json | undefined
      const answers = Object.entries<Json>(operation['responses']).filter(([status]) =>
        status.startsWith('2'),
      )
      const media = [
        ...Object.values<Json>(body ?? {}),
        ...answers.flatMap(([, node]) => Object.values<Json>(resolve(document, node)['content'] ?? {})),
      ]
      return media.every((each) => Object.keys(examplesOf(each)).length > 0) ? [] : [id]
    })
    expect(silent).toEqual([])
  })

  test('every example fits the schema it stands beside', () => {
    const misfits = examples.flatMap(({ where, schema, value }) => {
      const problem = problemOf(schema, value)
      return problem === null ? [] : [`${where}: ${problem}`]
    })
    expect(examples.length).toBeGreaterThan(100)
    expect(misfits).toEqual([])
  })

  test('every error example has a description that goes over the wire unescaped', () => {
    const errors = examples.flatMap(({ where, value }) =>
      typeof value === 'object' && value !== null && 'error_description' in value
        ? [{ where, value: value }]
        : [],
    )
    const bad = errors.filter(
      ({ value }) => !/^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/.test(value['error_description'] as string),
    )
    expect(bad).toEqual([])
  })
})

describe('tokens in the examples', () => {
  const keys = (bodiesOf('getJwks', 200)['keys'] as { keys: JWK[] }).keys
  const texts = examples.flatMap(
    ({ value }) => JSON.stringify(value).match(/ey[\w-]+\.[\w-]+\.[\w-]+/g) ?? [],
  )
  const signed = [...new Set(texts)].filter((text) => decodeProtectedHeader(text).kid !== undefined)

  test('every token that names a key is signed by that key of the JWKS example', async () => {
    expect(signed.length).toBeGreaterThan(0)
    for (const text of signed) {
      const { kid, alg, typ } = decodeProtectedHeader(text)
      const jwk = keys.find((each) => each.kid === kid)
      expect(jwk, `key ${kid} of a token of type ${typ}`).toMatchObject({ alg })
      const { payload } = await compactVerify(text, await importJWK(jwk!, alg))
      expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ iss: 'http://localhost:8787' })
    }
  })

  test('the JWKS example holds no private and no symmetric key', () => {
    for (const key of keys) {
      expect(key.kty).not.toBe('oct')
      expect(key.d).toBeUndefined()
    }
  })

  test('the ID token of an answer belongs to its access token', () => {
    const answer = bodiesOf('issueToken', 200)['printed'] as Json
    const [, payload = ''] = (answer['id_token'] as string).split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json
    const digest = createHash('sha256')
      .update(answer['access_token'] as string)
      .digest()
    expect(claims['at_hash']).toBe(digest.subarray(0, 16).toString('base64url'))
  })
})
