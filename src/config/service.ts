import { resolve } from 'node:path'
import { readConfig, type Config } from '../config.ts'
import { readOwnLook } from '../pages/ownLook.ts'

/**
 * Reads the environment, and what it names that a service cannot start without being right: what the operator made of the
 * pages. The operator's commands do without it.
 *
 * @returns the configuration, or every mistake at once, in the environment and in those files
 */
export function readServiceConfig(
  environment: NodeJS.ProcessEnv,
): { readonly config: Config } | { readonly errors: readonly string[] } {
  const read = readConfig(environment)
  const directory = environment['LATCHKEY_TEMPLATE_DIR']?.trim()
  const look = directory ? readOwnLook(resolve(directory)) : { mistakes: [] }
  const mistakes = 'mistakes' in look ? look.mistakes : []
  if (mistakes.length === 0) return read
  return { errors: [...('errors' in read ? read.errors : []), ...mistakes] }
}
