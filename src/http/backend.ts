import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Options } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyRequest } from 'fastify'
import {
  OpenAPIBackend,
  OpenAPIRouter,
  OpenAPIValidator,
  type Context as StepContext,
  type Document,
  type Handler,
  type Operation as SpecOperation,
  type ParsedRequest,
  type Request,
  type ValidationContext,
} from 'openapi-backend'
import { parseEmail } from '../domain/account/email.ts'
import { dereference } from './contract.ts'

/*
 * openapi-backend keeps the pipeline (route → security → validate → handler); Fastify keeps the sockets, the URL
 * matching and the body parsing. Version 5.21 knows OpenAPI 3.0 and re-reads the whole contract on each request: the
 * overrides below teach it 3.1 and let each step cost microseconds.
 */

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

/** That our schemas are schemas is proven by the tests of the contract: to look once more costs every start a tenth of a second. */
const proven: Options = { meta: false, validateSchema: false }

/** One Ajv for all schemas of a kind: compiling is what costs. Formats of JSON Schema, and the address as our domain knows it. */
export function createAjv(options: Options): Ajv2020 {
  const ajv = new Ajv2020({ useDefaults: true, ...proven, ...options, strict: false, discriminator: true })
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
  /** The linter of `make check` proves the document, of which openapi-backend only knows 3.0; and its own reading takes long. */
  override async init(): Promise<this> {
    const known = readings.get(this.inputDocument as object)
    if (known !== undefined) return Object.assign(this, known, { initialized: true })
    const definition = dereference(this.inputDocument as object) as Document
    const router = new Router31({ definition })
    const validator = new Validator31({
      definition,
      router,
      ajvOpts: proven,
      customizeAjv: pooledAjv(),
      lazyCompileValidators: true,
    })
    const reading = { definition, router, validator }
    readings.set(this.inputDocument as object, reading)
    return Object.assign(this, reading, { initialized: true })
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
