import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Options } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyRequest } from 'fastify'
import {
  OpenAPIBackend,
  OpenAPIRouter,
  OpenAPIValidator,
  type Context as StepContext,
  type Handler,
  type Operation as SpecOperation,
  type ParsedRequest,
  type Request,
  type ValidationContext,
} from 'openapi-backend'
import { parseEmail } from '../domain/account/email.ts'
import { expandMediaOperations } from './mediaOperations.ts'

/*
 * openapi-backend keeps the pipeline (route → security → validate → handler); Fastify keeps the sockets, the URL
 * matching and the body parsing. Version 5.21 knows OpenAPI 3.0 and re-reads the whole contract on each request: the
 * overrides below teach it 3.1 and let each step cost microseconds.
 */

/** A node of the contract, read as plain data: the linter of `make check` has proven its shape. */
// oxlint-disable-next-line typescript/no-explicit-any -- a schema has any member
export type SpecNode = { [member: string]: any }

/** A request that the router has already matched and parsed: openapi-backend's own steps hand it through. */
export type MatchedRequest = ParsedRequest & {
  readonly operation: SpecOperation
  /** what the validators look at, by the names openapi-backend gives them */
  readonly input: { path: unknown; query: unknown; header: unknown; cookie: unknown; requestBody?: unknown }
}

/** The request in the words of openapi-backend. A body that was not sent is absent, not null. */
export function matchedRequest(request: FastifyRequest, operation: SpecOperation): MatchedRequest {
  const input: MatchedRequest['input'] = {
    path: request.params,
    query: request.query,
    header: request.headers,
    cookie: {},
  }
  if (request.body !== undefined) input.requestBody = request.body
  return {
    method: request.method,
    path: operation.path,
    headers: request.headers,
    params: request.params,
    query: request.query,
    cookies: {},
    requestBody: request.body,
    operation,
    input,
  } as MatchedRequest
}

/**
 * A copy of the contract that openapi-backend can read: its synchronous dereferencer drops the siblings of a `$ref`
 * (so they move into an `allOf`), Ajv refuses `discriminator.mapping`, a URL and method have one operation only, and a body
 * of bytes is not looked at: whether there is one, all the same, has to be.
 */
export function forValidation(document: object): object {
  return copyForValidation(expandMediaOperations(document)) as object
}

/** By hand, because a start waits for it, and `JSON.parse` with a function takes longer. */
function copyForValidation(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyForValidation)
  const { $ref, ...rest } = value as SpecNode
  const node: SpecNode = {}
  for (const [name, member] of Object.entries(rest)) node[name] = copyForValidation(member)
  if (node['discriminator']?.mapping !== undefined) delete node['discriminator'].mapping
  if (node['requestBody']?.content !== undefined)
    node['requestBody'].content = readable(node['requestBody'].content)
  if (typeof $ref !== 'string') return $ref === undefined ? node : { $ref: copyForValidation($ref), ...node }
  const { description: _d, summary: _s, ...siblings } = node
  return Object.keys(siblings).length === 0
    ? { $ref, ...node }
    : { ...siblings, allOf: [...(siblings['allOf'] ?? []), { $ref }] }
}

/** openapi-backend demands a body only where it is JSON or a form. */
function readable(content: SpecNode): SpecNode {
  const fileForm = content['multipart/form-data']?.schema as SpecNode | undefined
  if (fileForm !== undefined) return { 'multipart/form-data': { schema: withFiles(fileForm) } }
  const isText = 'application/json' in content || 'application/x-www-form-urlencoded' in content
  return isText ? content : { 'application/json': { schema: {} } }
}

/** A form as it was read: a file in it is an object by now, and no text passes for one. */
function withFiles(schema: SpecNode): SpecNode {
  const properties = Object.entries<SpecNode>(schema['properties']).map(([name, property]) => [
    name,
    property['format'] === 'binary' ? { type: 'object' } : property,
  ])
  return { ...schema, properties: Object.fromEntries(properties) }
}

/** One Ajv for all schemas of a kind: compiling is what costs. Formats of JSON Schema, and the address as our domain knows it. */
export function createAjv(options: Options): Ajv2020 {
  const ajv = new Ajv2020({ useDefaults: true, ...options, strict: false, discriminator: true })
  addFormats.default(ajv)
  ajv.addFormat('idn-email', (text: string) => parseEmail(text) !== null)
  ajv.addFormat('password', true)
  return ajv
}

class Router31 extends OpenAPIRouter {
  readonly #list: SpecOperation[]
  readonly #byId: Map<string, SpecOperation>

  constructor(options: ConstructorParameters<typeof OpenAPIRouter>[0]) {
    super(options)
    this.#list = super.getOperations()
    this.#byId = new Map(this.#list.map((operation) => [operation.operationId!, operation]))
  }
  override getOperations(): SpecOperation[] {
    return this.#list
  }
  override getOperation(operationId: string): SpecOperation | undefined {
    return this.#byId.get(operationId)
  }
  override matchOperation(request: Request): SpecOperation {
    return (request as MatchedRequest).operation
  }
  override parseRequest(request: Request): ParsedRequest {
    return request as MatchedRequest
  }
}

class Validator31 extends OpenAPIValidator {
  override validateRequest(request: Request, operation: SpecOperation) {
    for (const validate of this.getRequestValidatorsForOperation(operation.operationId!) ?? [])
      if (!validate((request as MatchedRequest).input))
        return { valid: false, errors: validate.errors ?? null }
    return { valid: true, errors: null }
  }
}

/** What a contract comes to. It is read once in a process, and its validators are compiled once, however many servers it has. */
type Reading = Pick<OpenAPIBackend, 'definition' | 'router' | 'validator'>
const readings = new WeakMap<object, Reading>()

/** openapi-backend over OpenAPI 3.1. */
export class Backend31 extends OpenAPIBackend {
  /** The linter of `make check` proves the document; openapi-backend's own check only knows 3.0. */
  override validateDefinition() {
    return this.document
  }
  override async init(): Promise<this> {
    const known = readings.get(this.inputDocument as object)
    if (known !== undefined) return Object.assign(this, known, { initialized: true })
    await super.init()
    const { definition } = this
    const router = new Router31({ definition })
    const validator = new Validator31({
      definition,
      router,
      customizeAjv: pooledAjv(),
      lazyCompileValidators: true,
    })
    readings.set(this.inputDocument as object, { definition, router, validator })
    return Object.assign(this, { router, validator })
  }
  /**
   * openapi-backend's own pipeline, in its order and with the handlers that are registered with it, but without its dozen
   * promises for each request and without the steps that nothing is registered for. A handler that is missing throws:
   * nobody gets past a step that is not there.
   */
  // oxlint-disable-next-line typescript/no-explicit-any -- what handlers return, as the class declares it
  override async handleRequest(request: Request, ...given: unknown[]): Promise<any> {
    const { operation } = request as MatchedRequest
    const context = { api: this, request, operation } as unknown as StepContext
    if (!(await this.#isAuthorized(context, given)))
      return this.#handler('unauthorizedHandler')(context, ...given)
    const validation = this.validator.validateRequest(request, operation)
    if (!validation.valid) return this.#handler('validationFail')({ ...context, validation }, ...given)
    return this.#handler(operation.operationId!)(context, ...given)
  }
  #handler(name: string): Handler {
    const handler = this.handlers[name]
    if (handler === undefined) throw new Error(`nothing is registered for ${name}`)
    return handler
  }
  /** One requirement has to be met, with all of its schemes (OpenAPI 3.1, Security Requirement Object). */
  async #isAuthorized(context: StepContext, given: readonly unknown[]): Promise<boolean> {
    const requirements = context.operation.security ?? []
    if (requirements.length === 0) return true
    for (const requirement of requirements)
      if (await this.#isMet(Object.keys(requirement), context, given)) return true
    return false
  }
  async #isMet(
    schemes: readonly string[],
    context: StepContext,
    given: readonly unknown[],
  ): Promise<boolean> {
    for (const scheme of schemes)
      if ((await this.securityHandlers[scheme]?.(context, ...given)) !== true) return false
    return true
  }
}

function pooledAjv(): (
  ajv: unknown,
  options: Options | undefined,
  context: ValidationContext | undefined,
) => never {
  const pool = new Map<ValidationContext | undefined, Ajv2020>()
  return (_ajv, options, context) => {
    let ajv = pool.get(context)
    if (ajv === undefined) pool.set(context, (ajv = createAjv({ ...options, allErrors: false })))
    return ajv as never
  }
}
