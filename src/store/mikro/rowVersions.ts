/**
 * Rows that were read before, each with its version (`xmin`, which every change of a row gives another value). Whoever has
 * asked for the version of a row and finds the same here need not read the row again: it is that one, not an older.
 */
export type RowVersions<T> = {
  get(id: string, version: string): T | undefined
  keep(id: string, version: string, row: T): void
}

/** Makes such a memory. @param most  rows that are kept; those that came first make room */
export function createRowVersions<T>(most: number): RowVersions<T> {
  const kept = new Map<string, { readonly version: string; readonly row: T }>()
  return {
    get(id, version) {
      const found = kept.get(id)
      return found?.version === version ? found.row : undefined
    },
    keep(id, version, row) {
      kept.delete(id)
      kept.set(id, { version, row })
      if (kept.size > most) kept.delete(kept.keys().next().value!)
    },
  }
}
