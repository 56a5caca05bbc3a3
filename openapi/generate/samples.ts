import { isBinary, operationsOf, resolve, type Json, type PlacedOperation } from './document.ts'

/** A call of one operation, as a program writes it. */
export type Sample = { readonly lang: string; readonly label: string; readonly source: string }

/** What a sample sends: the operation's example that needs least, with values put in by name. */
type SampleRequest = {
  readonly id: string
  readonly method: string
  readonly url: string
  readonly path: Json
  readonly query: Json
  readonly mediaType: string | null
  readonly body: unknown
  readonly needsToken: boolean
}

const server = 'http://localhost:8787'

/** Examples that need least: for the others another fact (a code, a user's consent) would have to be there first. */
const selfSufficient: Readonly<Record<string, string>> = {
  authorize: 'approve',
  issueToken: 'printedClientCredentials',
}

/** Puts samples beside every operation that programs call (`x-codeSamples`, which references draw). Changes the document in place. */
export function addSamples(document: Json): void {
  for (const placed of operationsOf(document)) {
    const { operation } = placed
    if (operation['x-audience'] === 'browser') continue
    operation['x-codeSamples'] = samplesOf(document, placed)
  }
}

/** The samples of one operation. @param values  what stands in the place of examples, by name of parameter or member */
export function samplesOf(
  document: Json,
  placed: PlacedOperation,
  values: Readonly<Record<string, unknown>> = {},
): readonly Sample[] {
  const request = requestOf(document, placed, values)
  return [
    { lang: 'Shell', label: 'curl', source: curlOf(request) },
    { lang: 'TypeScript', label: 'SDK', source: sdkOf(request) },
    { lang: 'JavaScript', label: 'fetch', source: fetchOf(request) },
  ]
}

function requestOf(
  document: Json,
  { path, method, operation, pathItem }: PlacedOperation,
  values: Readonly<Record<string, unknown>>,
): SampleRequest {
  const id = operation['operationId'] as string
  const put = (members: Json): Json =>
    Object.fromEntries(Object.entries(members).map(([name, value]) => [name, values[name] ?? value]))
  const parameters = [...(pathItem['parameters'] ?? []), ...(operation['parameters'] ?? [])]
    .map((parameter: Json) => resolve(document, parameter))
    .filter((parameter) => parameter['required'] === true)
  const inPlace = (where: string) =>
    put(
      Object.fromEntries(
        parameters
          .filter((parameter) => parameter['in'] === where)
          .map((parameter) => [parameter['name'], firstExample(document, parameter)]),
      ),
    )
  const content = (resolve(document, operation['requestBody'])['content'] ?? {}) as Json
  const [mediaType = null] = Object.keys(content)
  const example =
    mediaType === null ? undefined : firstExample(document, content[mediaType], selfSufficient[id])
  const inPath = inPlace('path')
  const url = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(inPath[name])))
  const query = inPlace('query')
  const search = new URLSearchParams(query).toString()
  return {
    id,
    method: method.toUpperCase(),
    url: `${server}${url}${search === '' ? '' : `?${search}`}`,
    path: inPath,
    query,
    mediaType,
    body: typeof example === 'object' && example !== null ? put(example) : example,
    needsToken:
      (operation['security'] as Json[]).some((each) => Object.keys(each).length > 0) &&
      !isOptional(operation),
  }
}

/** Where a token is optional, the example shows the call without one. */
function isOptional(operation: Json): boolean {
  return (operation['security'] as Json[]).some((each) => Object.keys(each).length === 0)
}

function firstExample(document: Json, node: Json, preferred?: string): unknown {
  const examples = (node['examples'] ?? {}) as Json
  const chosen = (preferred !== undefined && examples[preferred]) || Object.values(examples)[0]
  return resolve(document, chosen)['value']
}

function curlOf({ method, url, mediaType, body, needsToken }: SampleRequest): string {
  const lines = [`curl -s${method === 'GET' ? '' : ` -X ${method}`} ${quoted(url)}`]
  if (needsToken) lines.push(`-H "authorization: Bearer $TOKEN"`)
  if (mediaType !== null) lines.push(`-H 'content-type: ${mediaType}'`)
  if (mediaType !== null && isBinary(mediaType)) lines.push('--data-binary @picture.png')
  else if (mediaType !== null) lines.push(`-d ${quoted(bodyText(mediaType, body))}`)
  return lines.join(' \\\n  ')
}

/** As one word of a shell. */
function quoted(text: string): string {
  return /^[\w:/.=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

function bodyText(mediaType: string, body: unknown): string {
  return mediaType === 'application/json'
    ? JSON.stringify(body)
    : new URLSearchParams(body as Record<string, string>).toString()
}

function fetchOf({ method, url, mediaType, body, needsToken }: SampleRequest): string {
  const headers = [
    ...(needsToken ? ['authorization: `Bearer ${token}`'] : []),
    ...(mediaType === null ? [] : [`'content-type': '${mediaType}'`]),
  ]
  const options = [
    ...(method === 'GET' ? [] : [`method: '${method}',`]),
    ...(headers.length === 0 ? [] : [`headers: { ${headers.join(', ')} },`]),
    ...(mediaType === null ? [] : [`body: ${bodySource(mediaType, body)},`]),
  ]
  const rest = options.length === 0 ? '' : `, {\n${options.map((line) => `  ${line}`).join('\n')}\n}`
  return `const response = await fetch(${literal(url)}${rest})\nconsole.log(response.status, await response.text())`
}

function bodySource(mediaType: string, body: unknown): string {
  if (isBinary(mediaType)) return 'picture'
  return mediaType === 'application/json'
    ? `JSON.stringify(${literal(body, 1)})`
    : `new URLSearchParams(${literal(body, 1)})`
}

function sdkOf({ id, path, query, mediaType, body, needsToken }: SampleRequest): string {
  const parts = [
    'client',
    ...(Object.keys(path).length === 0 ? [] : [`path: ${literal(path)}`]),
    ...(Object.keys(query).length === 0 ? [] : [`query: ${literal(query)}`]),
    ...(mediaType === null ? [] : [`body: ${isBinary(mediaType) ? 'picture' : literal(body)}`]),
  ]
  const client = needsToken ? `{ baseUrl: '${server}', token }` : `{ baseUrl: '${server}' }`
  return `import { createClient, ${id} } from '@latchkey/client'

const client = createClient(${client})
const { data, error } = await ${id}({ ${parts.join(', ')} })
console.log(error ?? data)`
}

/** A value as JavaScript: names bare where they may be, texts in single quotes. @param depth  of the line it begins on */
function literal(value: unknown, depth = 0): string {
  if (typeof value === 'string')
    return `'${value.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, depth)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const members = Object.entries(value).map(
    ([name, member]) => `${/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`}: ${literal(member, depth + 1)}`,
  )
  if (members.length === 0) return '{}'
  const line = `{ ${members.join(', ')} }`
  if (line.length <= 80) return line
  const indent = '  '.repeat(depth + 1)
  return `{\n${members.map((each) => `${indent}${each},\n`).join('')}${'  '.repeat(depth)}}`
}
