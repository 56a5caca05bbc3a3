import type { OperationId } from '#src/http/operation.ts'
import type { Visit } from './world.ts'

/** A page, and how somebody comes to it. The matrix looks at every one in every way, and `make screenshots` takes its picture. */
export type PageCase = {
  /** names the picture */
  readonly name: string
  /** the operation on whose path it stands: what a form answers stands on the path of the form */
  readonly operation: OperationId
  /** brings the browser to it, in whatever language, with script or without */
  readonly open: (visit: Visit) => Promise<void>
  /** where a script leads on at once, there is nothing to look at but without one */
  readonly isScriptless?: true
  /** what developers read: in English only, and with links in the middle of text, which are as high as a line */
  readonly isReading?: true
}

/** Opens a path of the service. */
export async function goTo({ world, tab }: Visit, path: string): Promise<void> {
  await tab.goto(`${world.service.url}${path}`)
}
