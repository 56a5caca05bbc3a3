import { defineConfig } from 'vitest/config'

/**
 * What others expect of an OpenID provider: the modules of certification, and real client libraries against the running
 * service. `*.interop.ts` need a Chromium or an Apache. `make test-interop`.
 */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../..`,
    include: ['test/conformance/**/*.test.ts', 'test/interop/**/*.test.ts', 'test/interop/**/*.interop.ts'],
    globalSetup: ['test/support/database.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
