import { configDefaults, defineConfig } from 'vitest/config'
import base, { securityTests } from '../../vitest.config.ts'

/** The classes of failure of the field: the same as all others, but many and long. */
export default defineConfig({
  test: {
    ...base.test,
    root: `${import.meta.dirname}/../..`,
    include: securityTests,
    exclude: configDefaults.exclude,
  },
})
