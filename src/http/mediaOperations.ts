// oxlint-disable-next-line typescript/no-explicit-any -- the contract, read as plain data
type Document = { [member: string]: any }

/**
 * The contract, in which every half of a split operation (`x-media-operations`) is an operation of its own, at a
 * path that no request can have: the router has picked the half before anything looks at paths. openapi-backend and the
 * type generator know one operation per path and method only.
 */
export function expandMediaOperations(document: object): object {
  const [paths, split]: [Document, Document] = [{}, {}]
  for (const [path, pathItem] of Object.entries<Document>((document as Document)['paths'] ?? {})) {
    paths[path] = { ...pathItem }
    for (const [method, operation] of Object.entries<Document>(pathItem)) {
      const { 'x-media-operations': halves, ...own } = operation ?? {}
      if (halves === undefined) continue
      paths[path][method] = own
      for (const [mediaType, half] of Object.entries<Document>(halves))
        split[`${path}~${mediaType.replace('/', '-')}`] = { [method]: half }
    }
  }
  return { ...document, paths: { ...paths, ...split } }
}
