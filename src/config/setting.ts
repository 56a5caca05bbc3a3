import type { Kind } from './kinds.ts'

/** One environment variable: the row from which its parsing and its line in the docs are made. */
export type Setting<T = unknown> = {
  readonly name: string
  readonly kind: Kind<T>
  /**
   * the text it has when it is not set; null: none, or one that depends on others and is put in words by
   * `otherwise`
   */
  readonly default: string | null
  /** what happens when it is not set, where `default` is null */
  readonly otherwise?: string
  readonly description: string
  /** never printed, and readable from the file that `<name>_FILE` names */
  readonly secret?: true
}
