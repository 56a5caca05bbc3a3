import { createRequire } from 'node:module'

/*
 * Prism comes as CommonJS with types that ask for more packages than it needs: it is loaded as what it is, and typed
 * here by what is used of it.
 */
const require = createRequire(import.meta.url)

/** Prism inside this process. */
export type Prism = { readonly url: string; close(): Promise<void> }

type Server = { listen(port: number, host: string): Promise<string>; close(): Promise<void> }
type Modules = {
  readonly '@stoplight/prism-http': { getHttpOperationsFromSpec(document: string): Promise<unknown[]> }
  readonly '@stoplight/prism-http-server': { createServer(operations: unknown[], options: object): Server }
  readonly '@stoplight/prism-core': { createLogger(name: string, options: object): unknown }
}

function load<Name extends keyof Modules>(name: Name): Modules[Name] {
  return require(name) as Modules[Name]
}

/** What all uses of Prism share: an unknown request is an answer of the mock, not an error of the test. */
const shared = { errors: false, upstreamProxy: undefined, mock: { dynamic: false } }

/**
 * Serves the examples of a contract.
 *
 * @param document  path of the contract
 * @param validateResponse  whether the header `sl-violations` tells of an example that breaks the contract: Prism compiles the
 *                          schemas of an answer for that, which takes longer than to give it
 */
export function startMock(document: string, validateResponse = true): Promise<Prism> {
  const mock = { isProxy: false, validateRequest: true, validateResponse, checkSecurity: true }
  return listen(document, { ...shared, ...mock })
}

/**
 * Stands before a real server and compares what goes through with a contract. What differs is named in the header
 * `sl-violations` of the answer; an undeclared status is a mere warning to Prism and stands there as well.
 */
export function startValidationProxy(document: string, upstream: string): Promise<Prism> {
  const proxy = {
    isProxy: true,
    upstream: new URL(upstream),
    validateRequest: true,
    validateResponse: true,
    checkSecurity: false,
  }
  return listen(document, { ...shared, ...proxy })
}

async function listen(document: string, config: object): Promise<Prism> {
  const operations = await load('@stoplight/prism-http').getHttpOperationsFromSpec(document)
  const logger = load('@stoplight/prism-core').createLogger('PRISM', { level: 'silent' })
  const server = load('@stoplight/prism-http-server').createServer(operations, {
    cors: false,
    config,
    components: { logger },
  })
  const url = await server.listen(0, '127.0.0.1')
  return { url, close: () => server.close() }
}
