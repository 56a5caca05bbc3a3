import { defineConfig } from 'vitest/config'
import base, { redisTests } from '../vitest.config.ts'

/** The limits of calls, in memory and in a real Redis: their windows take their time. */
export default defineConfig({
  test: { ...base.test, root: `${import.meta.dirname}/..`, include: redisTests, exclude: [] },
})
