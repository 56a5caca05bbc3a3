import { readFileSync } from 'node:fs'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import type { Log } from './platform/log.ts'
import type { Tracing } from './platform/tracing.ts'
import type { TraceStatement } from './store/mikro/settings.ts'
import { traceMailer, traceOutbound, tracePasswords } from './platform/tracing/wrapped.ts'

/** Starts collecting traces where there is somebody to send them to: the libraries are loaded only there. */
export async function startTracing({ tracing }: Pick<Config, 'tracing'>, log: Log): Promise<Tracing | null> {
  if (tracing === null) return null
  const { createTracing } = await import('./platform/tracing/openTelemetry.ts')
  return createTracing(tracing, { version: readVersion(), log })
}

/** The parts whose work shows in traces; the parts themselves, where none are collected. */
export function traced<Part extends keyof Parts>(
  part: Part,
  made: Parts[Part],
  tracing: Tracing | null,
): Parts[Part] {
  return tracing === null ? made : wrap[part](made, tracing)
}

type Parts = Pick<Context, 'passwords' | 'outbound' | 'mailer'>

const wrap: { readonly [Part in keyof Parts]: (made: Parts[Part], tracing: Tracing) => Parts[Part] } = {
  passwords: tracePasswords,
  outbound: traceOutbound,
  mailer: traceMailer,
}

/** Statements by their names. What their parameters and results are stays with the database. */
export function traceStatements(tracing: Tracing): TraceStatement {
  return (name, work) =>
    tracing.step(
      { name, kind: 'client', attributes: { 'db.system.name': 'postgresql', 'db.query.summary': name } },
      work,
    )
}

function readVersion(): string {
  const file = new URL('../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version
}
