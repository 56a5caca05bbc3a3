import contract from '../../../generated/openapi.json' with { type: 'json' }
import { resolve, type Json } from '../../../openapi/generate/document.ts'
import type { OperationEntry } from '../../http/operation.ts'
import { operationsByName } from './answers.ts'

const document: Json = contract
const placed = operationsByName(document)

/** The path of an operation with what is known put into it; the rest is as in the examples of the contract, and stands for nothing. */
export function pathOf({ id, path }: OperationEntry, known: Readonly<Record<string, string>> = {}): string {
  const { operation, pathItem } = placed.get(id)!
  const parameters = [...(pathItem['parameters'] ?? []), ...(operation['parameters'] ?? [])].map(
    (each: Json) => resolve(document, each),
  )
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const parameter = parameters.find((each) => each['in'] === 'path' && each['name'] === name)
    return encodeURIComponent(known[name] ?? String(firstExample(parameter ?? {})))
  })
}

/** The first JSON body that the contract shows for an operation, as text; null where it takes none. */
export function exampleBodyOf({ id }: OperationEntry): string | null {
  const content = resolve(document, placed.get(id)!.operation['requestBody'])['content'] as Json | undefined
  const media = content?.['application/json'] as Json | undefined
  return media === undefined ? null : JSON.stringify(firstExample(media))
}

function firstExample(node: Json): unknown {
  const [first] = Object.values<Json>(node['examples'] ?? {})
  return first === undefined ? node['example'] : resolve(document, first)['value']
}
