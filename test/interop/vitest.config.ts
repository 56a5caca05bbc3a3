import { defineConfig } from 'vitest/config'

/**
 * Real client libraries against the running service: `make test-interop`. `*.interop.ts` need a Chromium or an Apache.
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
