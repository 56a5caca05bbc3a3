import { createClient } from '@hey-api/openapi-ts'
import { appendFileSync, writeFileSync } from 'node:fs'
import { expandMediaOperations } from '#src/http/mediaOperations.ts'
import { isBinary, methods, type Json } from './document.ts'
import { renderFunctions } from './functions.ts'

const form = 'application/x-www-form-urlencoded'
const notice = '// Generated from openapi/ by `make generate`. Do not edit.'

/**
 * The contract as the SDK sees it: without browser operations (`x-audience: browser`), without aliases, and, where an
 * operation takes both JSON and a form, with the form only: that is what the standards say, and hey-api would send JSON.
 * Bytes are `application/octet-stream`, which hey-api leaves as they are; the client says what they are.
 */
export function forSdk(document: Json): Json {
  const copy = structuredClone(document)
  for (const [path, pathItem] of Object.entries<Json>(copy['paths'])) {
    for (const method of methods) {
      const operation = pathItem[method] as Json | undefined
      if (operation === undefined) continue
      if (operation['x-audience'] === 'browser') delete pathItem[method]
      delete operation['x-media-operations']
      operation['security'] = (operation['security'] as Json[]).filter(isBearer)
      const content = operation['requestBody']?.content as Json | undefined
      if (content?.[form] !== undefined) delete content['application/json']
      if (content !== undefined && Object.keys(content).every(isBinary))
        operation['requestBody'].content = { 'application/octet-stream': Object.values(content)[0] }
    }
    if (!methods.some((method) => method in pathItem)) delete copy['paths'][path]
  }
  return withoutFreeMembers(copy)
}

/**
 * OAuth endpoints ignore unknown members (RFC 6749 §3.1), so their schemas allow them. As a type that would be an index
 * signature, which hides every typo in an optional member: the types name what there is.
 */
function withoutFreeMembers(copy: Json): Json {
  return JSON.parse(
    JSON.stringify(copy, (name, value: unknown) =>
      name === 'additionalProperties' && value === true ? undefined : value,
    ),
  ) as Json
}

/** The SDK sends a token once, as bearer; `X-Auth-Token` is for clients that cannot. */
function isBearer(requirement: Json): boolean {
  return !Object.keys(requirement).some((scheme) => scheme.endsWith('Header'))
}

/**
 * Writes the types that handlers see with hey-api into `output`, which it wipes first: all operations, browser ones and
 * the halves of split ones included.
 */
export async function generateTypes(document: Json, scratch: string, output: string): Promise<void> {
  writeFileSync(scratch, JSON.stringify(withoutFreeMembers(expandMediaOperations(document))))
  await createClient({
    input: scratch,
    output: { path: output, module: { extension: '.ts' }, header: [notice] },
    plugins: ['@hey-api/typescript'],
    logs: { level: 'silent' },
  })
}

/**
 * Writes the SDK into `output`: the types by hey-api, which wipes the folder first, and one function per operation.
 *
 * @param scratch  where the SDK's view of the contract may be written; hey-api reads files only
 */
export async function generateSdk(document: Json, scratch: string, output: string): Promise<void> {
  const seen = forSdk(document)
  writeFileSync(scratch, JSON.stringify(seen))
  await createClient({
    input: scratch,
    output: { path: output, module: { extension: '.ts' }, header: [notice] },
    plugins: ['@hey-api/typescript'],
    logs: { level: 'silent' },
  })
  writeFileSync(`${output}/sdk.gen.ts`, renderFunctions(seen))
  appendFileSync(`${output}/index.ts`, `\nexport * from './sdk.gen.ts'\n`)
}
