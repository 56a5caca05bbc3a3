import { configDefaults, defineConfig } from 'vitest/config'

/** Stories that look behind the contract, into the database or at what it is doing: nothing the mock issuer has. */
const behind = [
  'test/api/account/{beginPasskeyRegistration,deleteAccount,deletePasskey,finishPasskeyRegistration}.test.ts',
  'test/api/account/{listConsents,revokeConsent}.test.ts',
  'test/api/auth/{beginPasskeyLogin,completeMfa,finishPasskeyLogin,stepUp}.test.ts',
  'test/api/oauth2/registerClient.test.ts',
  'test/api/pages/**',
  'test/api/system/getReadiness.test.ts',
  'test/flows/{guessing,mailOutage,mailedCode,metrics,passkeys,passwordResetSecrecy,rateLimits}.test.ts',
  'test/flows/{sessionUse,tls,traces,twoNodes,verifiedRegistration}.test.ts',
]

/** The same stories as of the service, told of what the mock issuer remembers by: no database is started. */
export default defineConfig({
  test: {
    include: ['test/{api,flows}/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...behind],
    env: { LATCHKEY_TEST_STORE: 'memory' },
    pool: 'forks',
    isolate: false,
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
