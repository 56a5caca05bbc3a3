import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { modules } from '../conformance/modules.ts'
import { truthFile, type TruthRecord } from '#openapi/generate/truth.ts'
import { beginTally, readTally } from './record.ts'

/** Writes `docs/truth.json` when a whole run has ended: what was answered, how often, and which modules passed. */
// oxlint-disable-next-line import/no-default-export -- Vitest asks a reporter's file for its default
export default class TruthReporter implements Reporter {
  readonly #file = join(mkdtempSync(join(tmpdir(), 'latchkey-truth-')), 'answers')

  onInit(): void {
    beginTally(this.#file)
  }

  onTestRunEnd(ran: readonly TestModule[]): void {
    const tests = ran.flatMap((each) => [...each.children.allTests()])
    const of = (state: string) => tests.filter((test) => test.result().state === state)
    const record: TruthRecord = {
      recordedOn: new Date().toISOString().slice(0, 10),
      tests: { passed: of('passed').length, failed: of('failed').length },
      answers: readTally(this.#file),
      modules: Object.fromEntries(
        Object.entries(modules).map(([plan, names]) => [plan, verdictOn(names, tests)]),
      ),
    }
    writeFileSync(truthFile, `${JSON.stringify(record, null, 1)}\n`)
  }
}

/** A module passed where tests carry its name, and every one of them passed. */
function verdictOn(names: readonly string[], tests: readonly TestCase[]): TruthRecord['modules'][string] {
  const passed = names.filter((name) => {
    const own = tests.filter((test) => new RegExp(`^${name}(?![\\w-])`).test(test.name))
    return own.length > 0 && own.every((test) => test.result().state === 'passed')
  })
  return { named: names.length, passed: passed.length }
}
