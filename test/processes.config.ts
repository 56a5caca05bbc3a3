import { defineConfig } from 'vitest/config'
import base, { processTests } from '../vitest.config.ts'

/** The tests that start, kill and stop programs: the same as all others, but slow. */
export default defineConfig({
  test: { ...base.test, root: `${import.meta.dirname}/..`, include: processTests, exclude: [] },
})
