import { defineConfig } from 'vitest/config'

/**
 * Real client libraries and the running service. `*.test.ts` run with all tests too; `*.interop.ts` need a Chromium or an
 * Apache, and run only here: `make test-interop`.
 */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../..`,
    include: ['test/interop/**/*.test.ts', 'test/interop/**/*.interop.ts'],
    globalSetup: ['test/support/database.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
