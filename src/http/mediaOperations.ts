// oxlint-disable-next-line typescript/no-explicit-any -- the contract, read as plain data
type Document = { [member: string]: any }

/**
 * A copy of the contract in which every half of a split operation (`x-media-operations`) is an operation of its own, at a
 * path that no request can have: the router has picked the half before anything looks at paths. openapi-backend and the
 * type generator know one operation per path and method only.
 */
export function expandMediaOperations(document: object): object {
  const copy = structuredClone(document) as Document
  for (const [path, pathItem] of Object.entries<Document>(copy['paths'] ?? {}))
    for (const [method, operation] of Object.entries<Document>(pathItem)) {
      const halves = Object.entries<Document>(operation?.['x-media-operations'] ?? {})
      for (const [mediaType, half] of halves)
        copy['paths'][`${path}~${mediaType.replace('/', '-')}`] = { [method]: half }
      if (halves.length > 0) delete operation['x-media-operations']
    }
  return copy
}
