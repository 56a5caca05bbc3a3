import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

type Rule = { readonly name: string }
type Violation = { readonly from: string; readonly rule: Rule }

const rules = (createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: Rule[] })
  .forbidden

/** For each rule the one import that it forbids: [file, what it imports]. */
const breaches: Readonly<Record<string, readonly [string, string]>> = {
  'no-cycles': ['src/steps/first.ts', './second.ts'],
  'domain-is-pure': ['src/domain/impure.ts', '../http/errors.ts'],
  'domain-needs-no-package': ['src/domain/packaged.ts', 'pino'],
  'ports-know-the-domain': ['src/store/port.ts', '../platform/clock.ts'],
  'mikro-implements-ports': ['src/store/mikro/curious.store.ts', '../../http/errors.ts'],
  'memory-implements-ports': ['src/store/memory/curious.memory.ts', '../mikro/shape.ts'],
  'only-roots-mock': ['src/steps/mocking.ts', '../store/memory/open.ts'],
  'platform-is-an-adapter': ['src/platform/nosy.ts', '../steps/second.ts'],
  'steps-take-the-context': ['src/steps/nosy.ts', '../http/errors.ts'],
  'handlers-answer': ['src/api/apps/nosy.ts', '../auth/login.ts'],
  'jobs-follow-requests': ['src/jobs/nosy.ts', '../api/auth/login.ts'],
  'http-is-the-corridor': ['src/http/nosy.ts', '../api/auth/login.ts'],
  'client-stands-alone': ['client/nosy.ts', '../src/domain/refusal.ts'],
  'only-mikro-knows-mikro': ['src/steps/orm.ts', '@mikro-orm/core'],
  'only-http-knows-fastify': ['src/steps/fastify.ts', 'fastify'],
  'only-tracing-knows-opentelemetry': ['src/http/traced.ts', '@opentelemetry/api'],
  'nothing-imports-main': ['src/cli/nosy.ts', '../main.ts'],
}

describe('dependency rules', () => {
  let violations: readonly Violation[] = []
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-rules-'))

  beforeAll(() => {
    for (const file of [
      'src',
      'client/index.ts',
      'client/createClient.ts',
      'client/passwordStrength.ts',
      'generated',
      'tsconfig.json',
      'package.json',
      '.dependency-cruiser.cjs',
    ])
      cpSync(resolve(file), join(folder, file), { recursive: true })
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    for (const [file, imported] of Object.values(breaches)) plant(folder, file, imported)
    plant(folder, 'src/steps/second.ts', './first.ts')
    violations = cruise(folder)
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  test('every rule has a breach that proves it', () => {
    expect(Object.keys(breaches).toSorted()).toEqual(rules.map(({ name }) => name).toSorted())
  })

  test.each(rules.map(({ name }) => name))('%s is enforced', (name) => {
    const [file] = breaches[name]!
    expect(violations).toContainEqual(
      expect.objectContaining({ from: file, rule: expect.objectContaining({ name }) }),
    )
  })

  test('nothing but the planted files breaks a rule', () => {
    const planted = new Set([...Object.values(breaches).map(([file]) => file), 'src/steps/second.ts'])
    expect(violations.filter(({ from }) => !planted.has(from))).toEqual([])
  })
})

function plant(folder: string, file: string, imported: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), `import * as planted from '${imported}'\nexport const found = planted\n`)
}

/** The JSON report; asking for it, the command succeeds whatever it finds. */
function cruise(folder: string): readonly Violation[] {
  const command = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'client']
  const report = execFileSync(resolve('node_modules/.bin/depcruise'), command, {
    cwd: folder,
    maxBuffer: 64 << 20,
  })
  return (JSON.parse(String(report)) as { summary: { violations: Violation[] } }).summary.violations
}
