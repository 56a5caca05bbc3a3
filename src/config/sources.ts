import type { Config } from '../config.ts'
import type { Setting } from './setting.ts'
import { settings } from './settings.ts'

/** A setting as it is in force. */
export type SettingInForce = {
  readonly name: string
  /** as text; null: not set, and nothing stands in for it. A secret is masked */
  readonly value: string | null
  /** `file`: the one that `<name>_FILE` names */
  readonly source: 'environment' | 'file' | 'default'
}

const mask = '********'

/** Every setting with the value that holds and where it comes from. No secret, nor a part of one, is in the answer. */
export function settingsInForce(environment: NodeJS.ProcessEnv, config: Config): readonly SettingInForce[] {
  const rows: readonly Setting[] = settings
  return rows.map((row) => {
    const given = environment[row.name]?.trim()
    if (given)
      return { name: row.name, value: row.secret ? masked(row, given) : given, source: 'environment' }
    if (row.secret && environment[`${row.name}_FILE`]?.trim())
      return { name: row.name, value: mask, source: 'file' }
    return { name: row.name, value: row.default ?? derived(row.name, config), source: 'default' }
  })
}

/** What follows from other settings; null for what is off or none. */
function derived(name: string, config: Config): string | null {
  const values: Readonly<Record<string, string>> = {
    HOST: config.host,
    LATCHKEY_ISSUER: config.issuer,
    LATCHKEY_REGISTRATION: config.registration,
    LATCHKEY_MAIL_FROM: `${config.mailFrom.name} <${config.mailFrom.address}>`,
  }
  return values[name] ?? null
}

/** Of a server's URL its place may be seen, since that is what people look for; of anything else nothing. */
function masked({ kind }: Setting, secret: string): string {
  const url = kind.form.includes('://') ? URL.parse(secret) : null
  // A slash in a password that was not encoded moves the rest of it into the path.
  if (url === null || url.pathname.includes('@')) return mask
  const login = url.username === '' && url.password === '' ? '' : `${mask}@`
  return `${url.protocol}//${login}${url.host}${url.pathname}${url.search === '' ? '' : `?${mask}`}`
}
