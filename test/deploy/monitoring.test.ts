import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { login } from '../../client/index.ts'
import { expireSecrets } from '#src/jobs/expireSecrets.ts'
import { signUp } from '#test/support/actors.ts'
import { findFreePort } from '#test/support/process.ts'
import { startService, type TestService } from '#test/support/service.ts'

type Rule = {
  readonly alert: string
  readonly expr: string
  readonly annotations: { readonly runbook: string }
}
type Panel = { readonly title: string; readonly targets?: readonly { readonly expr: string }[] }

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const rules = (parse(read('deploy/prometheus/alerts.yml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  ({ rules: own }) => own,
)
const dashboard = JSON.parse(read('deploy/grafana/latchkey.json')) as { readonly panels: readonly Panel[] }
const panels = dashboard.panels.filter(({ targets }) => targets !== undefined)
const operating = read('docs/operating.md')

let service: TestService
let page: string

/** A service of which everything that is counted was counted once, and what it tells of that. */
beforeAll(async () => {
  const port = await findFreePort()
  service = await startService({ LATCHKEY_METRICS_PORT: String(port) })
  const person = await signUp(service)
  await login({ client: service.as(), body: { email: person.email, password: 'wrong' } })
  service.clock.advance(40 * 86_400)
  await expireSecrets(new Map(), service.running.context)
  const { metrics } = service.running.context
  metrics.violated('login')
  metrics.exceeded('user')
  metrics.attempted({ kind: 'deliverMail', outcome: 'buried', seconds: 1, lagSeconds: 1 })
  page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
})

afterAll(() => service.stop())

/** What an expression asks for: each metric with the labels it names. What Prometheus adds itself is left out. */
function asked(expr: string): { readonly metric: string; readonly labels: readonly string[] }[] {
  const selectors = expr.matchAll(/\b([a-z_]+(?:_[a-z0-9]+)+)\{([^}]*)\}/g)
  return [...selectors].map(([, metric, matchers]) => ({
    metric: metric!,
    labels: [...matchers!.matchAll(/([a-z_]+)\s*=~?"/g)]
      .map(([, label]) => label!)
      .filter((label) => !['job', 'instance'].includes(label)),
  }))
}

/** Whether the service has a line of the metric with these labels. */
const isTold = (metric: string, labels: readonly string[]) =>
  page
    .split('\n')
    .some(
      (line) =>
        new RegExp(`^${metric}[{ ]`).test(line) && labels.every((label) => line.includes(`${label}="`)),
    )

/** The values of a label that an expression wants exactly, which have to exist too. */
const statesOf = (expr: string) => [...expr.matchAll(/state="([a-z]+)"/g)].map(([, state]) => state!)

const expressions = [
  ...rules.map(({ alert, expr }) => ({ name: alert, expr })),
  ...panels.flatMap(({ title, targets }) => targets!.map(({ expr }) => ({ name: title, expr }))),
]

describe('alerts and dashboard', () => {
  it('are there', () => {
    expect(rules.length).toBeGreaterThan(10)
    expect(panels.length).toBeGreaterThan(15)
  })

  it.each(expressions)('ask only for what the service tells: $name', ({ name, expr }) => {
    const all = asked(expr)
    if (name !== 'LatchkeyDown') expect(all.length).toBeGreaterThan(0)
    for (const { metric, labels } of all)
      expect([metric, labels, isTold(metric, labels)]).toEqual([metric, labels, true])
    for (const state of statesOf(expr)) expect(page).toContain(`{state="${state}"}`)
    for (const [, grouped] of expr.matchAll(/by \(([^)]*)\)/g))
      for (const label of grouped!.split(', ').filter((each) => each !== 'instance'))
        expect(
          all.some(({ metric }) => isTold(metric, [label])),
          label,
        ).toBe(true)
  })

  it('show every metric of ours', () => {
    const ours = [...page.matchAll(/^# TYPE (latchkey_\w+)/gm)].map(([, name]) => name!)
    expect(ours.length).toBeGreaterThan(10)
    const shown = expressions.map(({ expr }) => expr).join('\n')
    for (const name of ours) {
      expect(shown).toContain(name)
      expect(operating).toContain(name)
    }
  })

  it('have a runbook each, and there is none without an alert', () => {
    const runbooks = [...operating.matchAll(/^### (Latchkey\w+)$/gm)].map(([, name]) => name!)
    expect(runbooks).toEqual(rules.map(({ alert }) => alert))
    for (const { alert, annotations } of rules)
      expect(annotations.runbook).toBe(`docs/operating.md#${alert.toLowerCase()}`)
  })
})

const promtool = spawnSync('promtool', ['--version']).error === undefined

describe.skipIf(!promtool)(`alerts${promtool ? '' : ' (no promtool)'}`, () => {
  it('come when everything goes wrong, and none on a calm day', () => {
    const cwd = fileURLToPath(new URL('deploy/prometheus/', root))
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', 'alerts.test.yml'], { cwd })
    expect([status, `${String(stdout)}${String(stderr)}`]).toEqual([0, expect.stringContaining('SUCCESS')])
  })
})
