import { configDefaults, defineConfig } from 'vitest/config'
import base, { contractTests } from '../../vitest.config.ts'

/** What `make test` leaves out for its length: all of the contract that takes thousands of requests. `CASES`: inputs an operation. */
export default defineConfig({
  test: {
    ...base.test,
    root: `${import.meta.dirname}/../..`,
    include: contractTests,
    exclude: configDefaults.exclude,
  },
})
