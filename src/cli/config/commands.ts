import type { Command } from 'commander'
import { declare, declareGroup } from '../declare.ts'

/** `latchkey config`: the settings of the environment. */
export function declareConfig(program: Command): void {
  const config = declareGroup(program, 'config', 'settings: print, check', [
    ['latchkey config check', 'every mistake in the environment at once'],
  ])
  declare(
    config,
    'print',
    'print every setting with its value and where it comes from; secrets are masked',
    [['latchkey config print', 'what a service with this environment would run with']],
    async () => (await import('./print.ts')).printConfig,
  ).option('--json', 'print JSON')
  declare(
    config,
    'check',
    'check the settings and name every mistake at once',
    [['latchkey config check && latchkey migrate', 'migrate only with an environment that works']],
    async () => (await import('./check.ts')).checkConfig,
  ).option('--json', 'print JSON')
}
