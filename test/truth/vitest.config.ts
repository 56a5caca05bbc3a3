import { configDefaults, defineConfig } from 'vitest/config'
import base, { contractTests } from '../../vitest.config.ts'

/**
 * What `make test` and the contract tests run, while it is written down what was answered: `make truth`. Limits are wide, because it
 * is recorded what is answered and not how soon.
 */
export default defineConfig({
  test: {
    ...base.test,
    root: `${import.meta.dirname}/../..`,
    include: ['test/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      ...(base.test?.exclude ?? []).filter((pattern) => !contractTests.includes(pattern)),
    ],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default', './test/truth/reporter.ts'],
  },
})
