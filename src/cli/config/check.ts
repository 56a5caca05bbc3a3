import { readServiceConfig } from '../../config/service.ts'
import { failed } from '../failure.ts'
import { answer } from '../print.ts'

/** `config check`. Mistakes go to standard error, and with `--json` to standard output. */
export async function checkConfig({ json }: { json?: boolean }): Promise<void> {
  const read = readServiceConfig(process.env)
  const errors = 'errors' in read ? read.errors : []
  if (json === true || errors.length === 0)
    answer(json, { valid: errors.length === 0, errors }, () => {
      const place = 'config' in read ? `${wordOf(read.config.development)} at ${read.config.issuer}` : ''
      return `The settings are in order: ${place}.`
    })
  if (errors.length > 0) throw failed(...(json === true ? [] : errors))
}

function wordOf(development: boolean): string {
  return development ? 'development' : 'production'
}
