import { defineConfig } from 'vitest/config'

// A soak is long, and nothing else beside it.
const soak = ['test/chaos/soak.chaos.ts']

// One file at a time: each loads the machine as far as it goes.
export default defineConfig({
  test: {
    include: process.env['SOAK'] ? soak : ['test/chaos/*.chaos.ts'],
    exclude: process.env['SOAK'] ? [] : soak,
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
