import { defineConfig } from 'vitest/config'

// One file at a time: each loads the machine as far as it goes.
export default defineConfig({
  test: {
    include: ['test/chaos/*.chaos.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
