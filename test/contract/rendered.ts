import { decorate } from '#openapi/generate/decorate.ts'
import type { Json } from '#openapi/generate/document.ts'
import { createFixture, fixtureCommon } from './fixture.ts'

/** The fixture, changed, as it would be served. */
export function decorated(change: (document: Json) => void = () => {}): Json {
  const document = createFixture()
  change(document)
  decorate(document, fixtureCommon)
  return document
}

/** The rows of the rendered table, by name. */
export function tableOf(rendered: string): Record<string, Json> {
  const rows = [...rendered.matchAll(/^ {2}(\w+): (\{"id".*\}),$/gm)]
  return Object.fromEntries(rows.map(([, id, row]) => [id!, JSON.parse(row!) as Json]))
}

/** The rendered types of one operation. */
export function typesOf(rendered: string, id: string): string {
  return new RegExp(`^ {2}${id}: \\{\\n(?: {4}.*\\n)+`, 'm').exec(rendered)?.[0] ?? ''
}
