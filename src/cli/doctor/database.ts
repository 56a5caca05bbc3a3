import type { Config } from '../../config.ts'
import { systemClock } from '../../platform/clock.ts'
import { openOperator } from '../../store/mikro/openOperator.ts'
import { openStore } from '../../store/mikro/open.ts'
import type { DatabaseExamination, TableSize } from '../../store/operator.ts'
import { explainFailure } from '../explainFailure.ts'
import { CommandFailure } from '../failure.ts'
import { openPlace, type Place } from '../desk.ts'
import { fail, ok, warn, type Finding } from './finding.ts'
import { examineKeys } from './keys.ts'

const oldestVersion = 14
const skewLimitMs = 30_000

/** The database, its clock, its schema and the signing keys in it. */
export async function examineDatabase(config: Config): Promise<{
  readonly findings: readonly Finding[]
  readonly tables: readonly TableSize[]
}> {
  try {
    const place = await openPlace(config)
    try {
      return await examineAt(place, config)
    } finally {
      await place.leave()
    }
  } catch (error) {
    const message = error instanceof CommandFailure ? error.lines.join(' ') : explainFailure(error, config)
    return { findings: [fail('database', message, 'everything else needs it')], tables: [] }
  }
}

async function examineAt({ settings }: Place, config: Config) {
  const operator = openOperator(settings)
  const store = await openStore({ ...settings, poolSize: 1 })
  try {
    const asked = systemClock.now().getTime()
    const seen = await operator.examine()
    const skewMs = seen.now.getTime() - (asked + systemClock.now().getTime()) / 2
    const schema = examineSchema(seen)
    const keys = schema.status === 'ok' ? await examineKeys(store.keys, config) : []
    const findings = [
      examineVersion(seen, config),
      examineClock(skewMs),
      examineRights(seen),
      schema,
      ...keys,
    ]
    return { findings, tables: seen.tables }
  } finally {
    await Promise.all([store.close(), operator.close()])
  }
}

function examineVersion({ version, majorVersion }: DatabaseExamination, config: Config): Finding {
  const which = config.databaseUrl === null ? 'embedded' : 'DATABASE_URL'
  return majorVersion >= oldestVersion
    ? ok('database', `PostgreSQL ${version} (${which})`)
    : fail('database', `PostgreSQL ${version} is too old`, `upgrade it to ${oldestVersion} or newer`)
}

function examineClock(skewMs: number): Finding {
  const seconds = `${(Math.abs(skewMs) / 1000).toFixed(1)} s`
  if (Math.abs(skewMs) <= skewLimitMs) return ok('clock', `${seconds} from the clock of the database`)
  return fail(
    'clock',
    `${seconds} from the clock of the database: codes and tokens are judged wrongly`,
    'let both machines keep time by NTP',
  )
}

function examineRights({ closedTables, mayCreate }: DatabaseExamination): Finding {
  if (closedTables.length > 0)
    return fail(
      'rights',
      `this role may not read and write ${closedTables.join(', ')}`,
      'grant select, insert, update, delete on all tables to it',
    )
  if (mayCreate) return ok('rights', 'tables may be read, written and made')
  return warn(
    'rights',
    'this role may make no tables: it cannot migrate',
    'run latchkey migrate with a role that may, before each new version',
  )
}

function examineSchema({ pending, unknown }: DatabaseExamination): Finding {
  if (unknown.length > 0)
    return fail('schema', 'the database is newer than this version', 'use the version that migrated it')
  if (pending.length > 0)
    return fail('schema', `${pending.length} to apply, first ${pending[0]}`, 'run latchkey migrate')
  return ok('schema', 'every migration is applied')
}
