import { defineConfig } from 'vitest/config'

/** What only a real browser shows. Run by `make test-browser`, which installs Chromium where there is none. */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../..`,
    include: ['test/browser/**/*.browser.ts'],
    globalSetup: ['test/support/database.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
