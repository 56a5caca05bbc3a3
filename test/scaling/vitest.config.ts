import { defineConfig } from 'vitest/config'

// One file at a time: each starts half a dozen servers.
export default defineConfig({
  test: {
    include: ['test/scaling/*.scaling.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    reporters: ['verbose'],
  },
})
