import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { systemClock } from '../../platform/clock.ts'
import { fail, ok, reasonOf, warn, type Finding } from './finding.ts'

const check = 'secret'
const dayMs = 86_400_000
const oldDays = 730

/** Where LATCHKEY_SECRET comes from, who may read it, and its age, which only a file has. */
export function examineSecret(config: Config, environment: NodeJS.ProcessEnv): readonly Finding[] {
  const file = environment['LATCHKEY_SECRET_FILE']?.trim()
  if (file) return [ofFile(file, config.secrets.length)]
  if (config.secrets.length > 0)
    return [ok(check, `${counted(config.secrets.length)} from the environment; the first one seals`)]
  return [ofFile(join(config.dataDirectory, 'secret'), 1)]
}

function ofFile(path: string, count: number): Finding {
  try {
    const { mode, mtimeMs } = statSync(path)
    const days = Math.floor((systemClock.now().getTime() - mtimeMs) / dayMs)
    if ((mode & 0o077) !== 0)
      return warn(check, `${path} may be read by others than its owner`, `chmod 600 ${path}`)
    if (days > oldDays)
      return warn(
        check,
        `${counted(count)} in ${path}, ${days} days old`,
        'put a new one in front of it: openssl rand -base64 32',
      )
    return ok(check, `${counted(count)} in ${path}, ${days} days old, readable by its owner only`)
  } catch (error) {
    const isMissing = (error as { code?: string }).code === 'ENOENT'
    return isMissing
      ? warn(check, `there is no ${path} yet`, 'the first start of the service makes it')
      : fail(check, `${path} cannot be looked at (${reasonOf(error)})`, 'let this user read it')
  }
}

function counted(count: number): string {
  return count === 1 ? 'one secret' : `${count} secrets`
}
