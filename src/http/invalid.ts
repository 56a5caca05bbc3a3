import type { ErrorObject } from 'ajv'
import { refuse, type ErrorCode, type InvalidMember, type Refusal } from '../domain/refusal.ts'
import { createAjv, type MatchedRequest } from './backend.ts'
import type { SpecNode } from './contract.ts'
import type { Trace } from './trace.ts'

/** The parts of an operation, as openapi-backend has dereferenced it, that describe a request. */
type SpecOperation = {
  readonly operationId?: string | undefined
  readonly path: string
  readonly requestBody?: unknown
  readonly parameters?: unknown
}

const collecting = createAjv({ allErrors: true, coerceTypes: false })

/**
 * Explains why a request does not fit the contract, in our words, never the validator's, and without echoing input.
 *
 * The fast validators stop at the first failure. Only here, off the hot path, a second one collects all of them: on
 * `/api/v1` every failing member is listed. `x-oauth-error` of the first failing property decides the code.
 *
 * @param trace  told every failing member, whatever the operation
 */
export function explainInvalid(
  operation: SpecOperation,
  request: MatchedRequest,
  found: readonly ErrorObject[],
  trace: Trace | null = null,
): Refusal {
  const bodySchema = bodySchemaOf(operation)
  const inBody = found.some(
    (error) => error.instancePath.startsWith('/requestBody') || missing(error) === 'requestBody',
  )
  const all =
    inBody && request.input.requestBody !== undefined ? collect(bodySchema, request.input.requestBody) : found
  const members = distinct(all.filter(isTelling).map(memberOf))
  if (trace !== null) trace.invalid = members
  const first = members[0]
  const description = first === undefined ? 'The request has no body' : sentence(first)
  const code = first === undefined ? 'invalid_request' : codeOf(bodySchema, first, request.input.requestBody)
  const isApi = operation.path.startsWith('/api/v1/') && members.length > 0
  return refuse(
    code,
    description,
    `contract violation in ${operation.operationId}`,
    isApi ? { errors: members } : {},
  )
}

function bodySchemaOf(operation: SpecOperation): SpecNode {
  const content = (operation.requestBody as SpecNode | undefined)?.['content'] ?? {}
  return (Object.values<SpecNode>(content)[0]?.['schema'] ?? {}) as SpecNode
}

function collect(schema: SpecNode, body: unknown): readonly ErrorObject[] {
  const validate = collecting.compile(schema)
  validate(body)
  return (validate.errors ?? []).map((error) => ({
    ...error,
    instancePath: `/requestBody${error.instancePath}`,
  }))
}

/** Keywords that only combine others say nothing a reader can act on. */
function isTelling(error: ErrorObject): boolean {
  return !['oneOf', 'anyOf', 'allOf', 'if', 'then', 'else'].includes(error.keyword)
}

function missing(error: ErrorObject): string | undefined {
  return error.keyword === 'required' ? (error.params['missingProperty'] as string) : undefined
}

function memberOf(error: ErrorObject): InvalidMember {
  const base = error.instancePath
    .replace(/^\/requestBody/, '')
    .replace(/^\/(query|path|header|cookie)\//, '$1/')
  const inside =
    missing(error) ?? (error.keyword === 'discriminator' ? (error.params['tag'] as string) : undefined)
  const path = inside === undefined || inside === 'requestBody' ? base : `${base}/${inside}`
  return { path, message: messageOf(error) }
}

/** What the member must be, after the keyword it fails. */
function messageOf(error: ErrorObject): string {
  const limit = error.params['limit'] as number
  switch (error.keyword) {
    case 'required':
      return 'is missing'
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'has a member that this operation does not know'
    case 'type':
      return `must be of type ${String(error.params['type']).replaceAll(',', ' or ')}`
    case 'minLength':
      return limit === 1 ? 'must not be empty' : `must be at least ${limit} characters long`
    case 'maxLength':
      return `must be at most ${limit} characters long`
    case 'minimum':
      return `must be at least ${limit}`
    case 'maximum':
      return `must be at most ${limit}`
    case 'minItems':
      return `must have at least ${limit} items`
    case 'maxItems':
      return `must have at most ${limit} items`
    case 'uniqueItems':
      return 'must not hold the same item twice'
    case 'minProperties':
      return 'must have at least one member'
    case 'const':
      return 'must be the one value the contract names'
    case 'enum':
      return `must be one of ${(error.params['allowedValues'] as unknown[]).join(', ')}`
    case 'discriminator':
      return error.params['tagValue'] === undefined ? 'is missing' : 'has a value that is not supported'
    case 'format':
      return `must be a valid ${formatName(error.params['format'] as string)}`
    default:
      return 'is malformed'
  }
}

function formatName(format: string): string {
  return (
    { 'idn-email': 'e-mail address', uri: 'absolute URI', uuid: 'UUID', 'date-time': 'UTC date and time' }[
      format
    ] ?? format
  )
}

function sentence({ path, message }: InvalidMember): string {
  return path === '' ? `The body ${message}` : `${path.replace(/^\//, '').replaceAll('/', ' ')} ${message}`
}

/**
 * A missing member is always `invalid_request` (RFC 6749 §5.2); one that is there and wrong has the code that its
 * property names.
 */
function codeOf(schema: SpecNode, member: InvalidMember, body: unknown): ErrorCode {
  const name = member.path.split('/')[1]
  if (name === undefined || typeof body !== 'object' || body === null || !(name in body))
    return 'invalid_request'
  return (propertyOf(schema, name)?.['x-oauth-error'] as ErrorCode | undefined) ?? 'invalid_request'
}

/** The schema of a property, through the combinations that a body schema may be made of. */
function propertyOf(schema: SpecNode, name: string): SpecNode | undefined {
  if (schema['properties']?.[name] !== undefined) {
    const property = schema['properties'][name] as SpecNode
    return property['x-oauth-error'] === undefined
      ? ((property['allOf']?.[0] as SpecNode | undefined) ?? property)
      : property
  }
  const parts = [
    ...(schema['oneOf'] ?? []),
    ...(schema['allOf'] ?? []),
    ...(schema['anyOf'] ?? []),
  ] as SpecNode[]
  return parts
    .map((part) => propertyOf(part, name))
    .find((property) => property?.['x-oauth-error'] !== undefined)
}

function distinct(members: readonly InvalidMember[]): readonly InvalidMember[] {
  const seen = new Map(members.map((member) => [`${member.path} ${member.message}`, member]))
  return [...seen.values()].slice(0, 100)
}
