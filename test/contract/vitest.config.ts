import { configDefaults, defineConfig } from 'vitest/config'
import base, { contractTests } from '../../vitest.config.ts'

const deeper = ['test/contract/properties.test.ts']

/** What `make test` leaves out for its length, and the property tests once more with as many cases as `CASES` says. */
export default defineConfig({
  test: {
    ...base.test,
    root: `${import.meta.dirname}/../..`,
    include: [...contractTests, ...deeper],
    exclude: configDefaults.exclude,
  },
})
