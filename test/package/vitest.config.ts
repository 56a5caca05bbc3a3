import { defineConfig } from 'vitest/config'

/** What people install, in folders where nothing else is. Run by `make test-package`, which packs it first. */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../..`,
    include: ['test/package/**/*.package.ts'],
    globalSetup: ['test/support/database.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ['default'],
  },
})
