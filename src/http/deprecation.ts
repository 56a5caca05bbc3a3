import type { OperationEntry, Reply } from './operation.ts'

/**
 * What the answers of an operation that is going to leave say of it, beside the links that the answer has itself
 * (RFC 8288 §3: one header, several links). Nothing where it stays.
 */
export function deprecationHeaders({ deprecation }: OperationEntry, own: Reply['headers']): Reply['headers'] {
  if (deprecation === null) return {}
  const link = own['link']
  return link === undefined ? deprecation : { ...deprecation, link: `${String(link)}, ${deprecation.link}` }
}
