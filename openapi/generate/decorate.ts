import { operationsOf, resolve, type Json } from './document.ts'

/** What `openapi/common.yaml` says of one class of operations: component names by status and by header. */
type CommonClass = {
  readonly responses?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** `openapi/common.yaml`: what every operation of a class can answer. */
export type Common = Readonly<
  Record<
    'every' | 'secured' | 'browserSession' | 'clientAuthentication' | 'rateLimited' | 'deprecated',
    CommonClass
  >
>

/** Bearer schemes and the scheme that carries the same token in `X-Auth-Token`. */
const headerTwins: Readonly<Record<string, string>> = {
  session: 'sessionHeader',
  appPassword: 'appPasswordHeader',
  accessToken: 'accessTokenHeader',
  registrationToken: 'registrationTokenHeader',
}

/**
 * Completes every operation with what its class implies, so that operation files hold only what is theirs: common
 * error responses, headers of every response, and the `X-Auth-Token` twin of every bearer requirement. What an
 * operation says itself wins. Changes the document in place.
 *
 * @throws when common.yaml names a component that does not exist
 */
export function decorate(document: Json, common: Common): void {
  for (const { operation } of operationsOf(document)) {
    const classes = classesOf(operation).map((name) => common[name])
    for (const { responses } of classes) addResponses(document, operation, responses ?? {})
    // After all responses: a header of one class stands at the answers of every other one too.
    for (const { headers } of classes) addHeaders(document, operation, headers ?? {})
    operation['security'] = (operation['security'] as Json[]).flatMap(withHeaderTwin)
    operation['responses'] = sortedByStatus(operation['responses'])
  }
}

function classesOf(operation: Json): (keyof Common)[] {
  const schemes = (operation['security'] as Json[]).flatMap(Object.keys)
  const isOfBrowser = schemes.includes('browserSession')
  const applies: Record<keyof Common, boolean> = {
    every: true,
    secured: operation['security'].length > 0 && !isOfBrowser,
    browserSession: isOfBrowser,
    clientAuthentication: operation['x-client-authentication'] !== undefined,
    rateLimited: operation['x-rate-limit'] === true,
    deprecated: operation['deprecated'] === true,
  }
  return (Object.keys(applies) as (keyof Common)[]).filter((name) => applies[name])
}

function addResponses(document: Json, operation: Json, names: Readonly<Record<string, string>>): void {
  for (const [status, name] of Object.entries(names)) {
    const $ref = componentRef(document, 'responses', name)
    operation['responses'][status] ??= Number(status) < 400 ? { $ref } : asAudience(document, operation, $ref)
  }
}

/** A shared response is copied into the operation before its headers grow: other operations refer to it too. */
function addHeaders(document: Json, operation: Json, names: Readonly<Record<string, string>>): void {
  for (const [status, response] of Object.entries<Json>(operation['responses'])) {
    const own = { ...resolve(document, response) }
    own['headers'] = { ...headersOf(document, names), ...own['headers'] }
    operation['responses'][status] = own
  }
}

/** For browser operations every error is a page: the same answer as text/html. */
function asAudience(document: Json, operation: Json, $ref: string): Json {
  if (operation['x-audience'] !== 'browser') return { $ref }
  const page = {
    schema: { type: 'string', maxLength: 1_000_000, description: 'A page for people.' },
    examples: {
      page: { summary: 'The beginning of every page', value: '<!doctype html><html lang="en"></html>' },
    },
  }
  return { ...resolve(document, { $ref }), content: { 'text/html': page } }
}

function headersOf(document: Json, headers: Readonly<Record<string, string>>): Json {
  return Object.fromEntries(
    Object.entries(headers).map(([name, component]) => [
      name,
      { $ref: componentRef(document, 'headers', component) },
    ]),
  )
}

function componentRef(document: Json, kind: 'responses' | 'headers', name: string): string {
  if (document['components']?.[kind]?.[name] === undefined)
    throw new Error(`openapi/common.yaml names components/${kind}/${name}, which the contract does not have`)
  return `#/components/${kind}/${name}`
}

function withHeaderTwin(requirement: Json): Json[] {
  const twins = Object.entries(requirement).flatMap(([scheme, roles]) => {
    const twin = headerTwins[scheme]
    return twin === undefined ? [] : [{ [twin]: roles }]
  })
  return [requirement, ...twins]
}

function sortedByStatus(responses: Json): Json {
  return Object.fromEntries(Object.entries(responses).toSorted(([a], [b]) => a.localeCompare(b)))
}
