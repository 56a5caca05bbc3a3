import type { ValidateFunction } from 'ajv'
import { operationsOf, resolve, type Json, type PlacedOperation } from '../../../openapi/generate/document.ts'
import { createAjv } from '../../http/backend.ts'
import { forValidation } from '../../http/contract.ts'

/** An answer as it came; `body` is the text as JSON, undefined when it is none. Names of headers are in lower case. */
export type SeenAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  readonly body: unknown
}

/** Holds answers and values against one contract. */
export type AnswerCheck = {
  /** Why a value does not fit a schema of the contract, in the validator's words; null when it does. */
  readonly problemOf: (schema: Json, value: unknown) => string | null
  /**
   * Everything in which an answer differs from what the contract says of the operation: undeclared status, missing header, a
   * header or body that does not fit. Empty when it keeps the contract.
   */
  readonly problemsOf: (operation: Json, answer: SeenAnswer) => string[]
}

/** @param document  an OpenAPI 3.1 contract; nothing else is asked for what it refers to */
export function createAnswerCheck(document: Json): AnswerCheck {
  const validate = createValidation(document)
  return {
    problemOf: validate,
    problemsOf(operation, answer) {
      const declared = operation['responses'] as Json
      const node = declared[String(answer.status)] as Json | undefined
      if (node === undefined) return [`status ${answer.status} is not declared`]
      const response = resolve(document, node)
      return [
        ...headerProblems(document, response, answer, validate),
        ...bodyProblems(document, response, answer, validate),
      ]
    },
  }
}

/** The operations of a contract by their names. */
export function operationsByName(document: Json): ReadonlyMap<string, PlacedOperation> {
  return new Map(operationsOf(document).map((each) => [each.operation['operationId'] as string, each]))
}

type Validate = AnswerCheck['problemOf']

/** The same schema stands at many places: each text is compiled once. */
function createValidation(document: Json): Validate {
  // Nobody has proven the schemas of another's contract.
  const unproven = { meta: true, validateSchema: true } as const
  const ajv = createAjv({ allErrors: true, useDefaults: false, ...unproven }).addSchema(
    forValidation(document),
    'contract',
  )
  const validators = new WeakMap<Json, ValidateFunction>()
  const byText = new Map<string, ValidateFunction>()
  function compile(schema: Json): ValidateFunction {
    const text = JSON.stringify(schema)
    const validate = byText.get(text) ?? ajv.compile(inContract(schema))
    byText.set(text, validate)
    return validate
  }
  return (schema, value) => {
    const validate = validators.get(schema) ?? compile(schema)
    validators.set(schema, validate)
    return validate(value) ? null : ajv.errorsText(validate.errors)
  }
}

/** A schema out of the document, with its `$ref`s pointing into the document from outside. */
function inContract(schema: Json): Json {
  return forValidation(
    JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/')) as Json,
  )
}

function bodyProblems(
  document: Json,
  response: Json,
  { text, body, headers }: SeenAnswer,
  validate: Validate,
): string[] {
  const content = response['content'] as Json | undefined
  if (content === undefined) return text === '' ? [] : ['a body where none is declared']
  const sent = mediaTypeIn(headers['content-type'])
  const media = content[sent] as Json | undefined
  if (media === undefined) return [`a body of type ${sent} where ${Object.keys(content).join()} is declared`]
  const schema = resolve(document, media['schema'])
  // Counting the characters of a text takes long, and there are never more of them than code units.
  const isShort = schema['type'] === 'string' && text.length <= ((schema['maxLength'] as number) ?? Infinity)
  const rest = isShort ? withoutLength(schema) : schema
  const problem = validate(rest, sent === 'application/json' ? body : text)
  return problem === null ? [] : [problem]
}

const unbounded = new WeakMap<Json, Json>()

/** The schema without its `maxLength`: the same object for the same schema, so that it is compiled once. */
function withoutLength(schema: Json): Json {
  const known = unbounded.get(schema) ?? { ...schema, maxLength: undefined }
  unbounded.set(schema, known)
  return known
}

/** The media type in a `Content-Type`, without parameters; empty when there is none. */
export function mediaTypeIn(contentType: string | readonly string[] | undefined): string {
  return ([contentType].flat()[0] ?? '').split(';')[0]!.trim().toLowerCase()
}

function headerProblems(document: Json, response: Json, answer: SeenAnswer, validate: Validate): string[] {
  return Object.entries<Json>(response['headers'] ?? {}).flatMap(([name, node]) => {
    const { required, schema } = resolve(document, node)
    const value = answer.headers[name.toLowerCase()]
    if (value === undefined) return required === true ? [`header ${name} is missing`] : []
    const isNumber = resolve(document, schema)['type'] === 'integer'
    // Set-Cookie is the one header that comes as a list: what the contract says holds for each of its lines.
    return [value].flat().flatMap((line) => {
      const problem = validate(schema, isNumber ? Number(line) : line)
      return problem === null ? [] : [`header ${name}: ${problem}`]
    })
  })
}
