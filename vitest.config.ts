import { configDefaults, defineConfig } from 'vitest/config'

/** What starts programs of its own and takes its time: `make test-processes`. */
export const processTests = [
  'test/cli/**/*.test.ts',
  'test/platform/embeddedPostgres*.test.ts',
  'test/reliability/{database,kill,lanes,lifecycle,postgres,races,revival,secondFactorRaces,workers}.test.ts',
]

/** Limits of calls, counted in memory and in Redis: `make test-redis`. */
export const redisTests = ['test/flows/rateLimits.test.ts', 'test/reliability/redis.test.ts']

/** Every operation as everybody, and every example, by HTTP: thousands of requests, `make test-contract`. */
export const contractTests = [
  'test/contract/{accountPages,compatibility,discovery,mock,operationTypes,plantedLies,properties,sameCalls,securityMatrix}.test.ts',
  'test/docs/{samples,workflows}.test.ts',
]

/** The classes of failure of the field, over raw sockets: `make test-security`. */
export const securityTests = ['test/security/**/*.test.ts']

/** Real client libraries: `make test-interop`. */
const interopTests = ['test/interop/**/*.test.ts']

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      ...processTests,
      ...redisTests,
      ...contractTests,
      ...securityTests,
      ...interopTests,
    ],
    globalSetup: ['test/support/database.ts'],
    pool: 'forks',
    // Files share a worker's modules: importing the product once, not 118 times, saves a third of the time.
    isolate: false,
    maxWorkers: 3,
    testTimeout: 20_000,
    // A machine that is busy starts a service and signs people up ten times slower: no reason to fail.
    hookTimeout: 120_000,
    reporters: ['default'],
  },
})
