import { readConfig, type Config } from '../../config.ts'
import type { TableSize } from '../../store/operator.ts'
import { failed } from '../failure.ts'
import { answer, table } from '../print.ts'
import { examineDatabase } from './database.ts'
import { fail, ok, type Finding } from './finding.ts'
import { examineMail } from './mail.ts'
import { examineRedis } from './redis.ts'
import { examineSecret } from './secret.ts'
import { examineIssuer, examineService } from './service.ts'

/** `doctor`: looks at everything, changes nothing. */
export async function examineEverything({ json }: { json?: boolean }): Promise<void> {
  const read = readConfig(process.env)
  const { findings, tables } =
    'errors' in read ? { findings: read.errors.map(misconfigured), tables: [] } : await examine(read.config)
  const isWell = findings.every(({ status }) => status !== 'fail')
  answer(json, { ok: isWell, checks: findings, tables }, () => textOf(findings, tables))
  if (!isWell) throw failed()
}

async function examine(config: Config) {
  const [database, service, mail, redis] = await Promise.all([
    examineDatabase(config),
    examineService(config),
    examineMail(config),
    examineRedis(config),
  ])
  const where = config.development ? 'development' : 'production'
  const findings = [
    ok('configuration', `every setting is understood (${where}, profile ${config.profile})`),
    examineIssuer(config),
    ...examineSecret(config, process.env),
    service,
    ...database.findings,
    mail,
    redis,
  ]
  return { findings, tables: database.tables }
}

function misconfigured(mistake: string): Finding {
  return fail('configuration', mistake, 'correct it, then latchkey config check')
}

function textOf(findings: readonly Finding[], tables: readonly TableSize[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length))
  const lines = findings.flatMap(({ check, status, message, fix }) => {
    const head = `${(status === 'fail' ? 'FAIL' : status).padEnd(4)}  ${check.padEnd(width)}  ${message}`
    return fix === null ? [head] : [head, `${' '.repeat(width + 8)}→ ${fix}`]
  })
  if (tables.length === 0) return lines.join('\n')
  const rows = tables.map(({ name, rows: guess, bytes }) => [
    name,
    guess ?? 'not analysed yet',
    inWords(bytes),
  ])
  return `${lines.join('\n')}\n\n${table(['TABLE', 'ROWS (ABOUT)', 'SIZE'], rows, '')}`
}

function inWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KiB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
