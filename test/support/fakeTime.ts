import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A clock of one process, that jumps while it runs. What counts how long something takes goes on as ever. */
export type FakeTime = {
  /** what the process is started with */
  readonly environment: NodeJS.ProcessEnv
  /** Sets the clock to so many seconds from the real time; takes effect at the next look at it. */
  jumpTo(seconds: number): void
  remove(): void
}

const root = '/usr/lib'
const library = existsSync(root)
  ? readdirSync(root)
      .map((machine) => join(root, machine, 'faketime/libfaketime.so.1'))
      .find((path) => existsSync(path))
  : undefined

/** Why tests with jumping clocks are skipped; null where they can run. */
export const fakeTimeMissing =
  library === undefined ? 'skipped: no libfaketime here; test/support/install-faketime.sh installs it' : null

/** Makes a clock that is right at first. */
export function createFakeTime(): FakeTime {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-clock-'))
  const file = join(folder, 'time')
  const jumpTo = (seconds: number) => {
    // It is read at any moment: never half of it.
    writeFileSync(`${file}.next`, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}\n`)
    renameSync(`${file}.next`, file)
  }
  jumpTo(0)
  return {
    environment: {
      LD_PRELOAD: library ?? '',
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    jumpTo,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
