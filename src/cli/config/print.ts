import { settingsInForce } from '../../config/sources.ts'
import { readOrFail } from '../desk.ts'
import { answer, table } from '../print.ts'

/** `config print` */
export async function printConfig({ json }: { json?: boolean }): Promise<void> {
  const all = settingsInForce(process.env, readOrFail(process.env))
  answer(json, all, () => {
    const rows = all.map(({ name, value, source }) => [name, value, source])
    return table(['SETTING', 'VALUE', 'FROM'], rows, '')
  })
}
