import { randomBytes } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { readConfig, type Config } from '../config.ts'
import type { OperationId } from '../http/operation.ts'
import type { StoredSigningKey } from '../domain/token/signingKey.ts'
import { createKeyring } from '../platform/keyring.ts'
import { createLog } from '../platform/log.ts'
import { systemRandom } from '../platform/random.ts'
import { createSealing } from '../platform/sealing.ts'
import type { KeyChanges } from '../store/keys.ts'
import { start } from '../start.ts'
import { openMemoryStore } from '../store/memory/open.ts'
import { anyPassword, createAdoption, registerClients, welcomeUsers, type MockClient } from './guests.ts'
import { currentScenario, parseScenario, playScenarios, type Waiting } from './scenario.ts'

export type { MockClient } from './guests.ts'

/** How a mock issuer is to be. */
export type MockIssuerOptions = {
  /** left out: any free one */
  readonly port?: number
  /** Signs this address in at every authorization, without a page; `login_hint` names another one. Left out: a page asks. */
  readonly signInAs?: string
  /** The apps that exist. Left out: any whose `client_id` begins with `app_`, as soon as it is named. */
  readonly clients?: readonly MockClient[]
  /** Settings of the service (docs/configuration.md), such as `LATCHKEY_ACCESS_TOKEN_SECONDS`. */
  readonly environment?: Readonly<Record<string, string>>
}

/** A mock issuer that answers. */
export type MockIssuer = {
  /** its issuer: where discovery begins */
  readonly url: string
  /**
   * Lets the next request of an operation play a scenario, for requests that nobody can give a header.
   *
   * @param scenario  e.g. `error=invalid_grant`, `slow=500`, `expired`
   * @throws Error  the text is no scenario
   */
  once(operation: OperationId, scenario: string): void
  /** Replaces the keys that sign; the former ones only verify from now on. */
  rotateKeys(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a mock issuer: this service, over a store in memory. Any address signs in with any password or none, and any app is
 * known; tokens, keys, rules and answers are those of the contract.
 *
 * @throws Error  settings or an app that this service would refuse, in words
 */
export async function startMockIssuer(options: MockIssuerOptions = {}): Promise<MockIssuer> {
  const config = configOf(options)
  const now = () => momentOf(config)
  const store = welcomeUsers(openMemoryStore(now), systemRandom, now)
  const waiting: Waiting = new Map()
  const given = { store, random: systemRandom, config, now }
  await registerClients(options.clients ?? [], given)
  const adopt = options.clients === undefined ? createAdoption(given) : null
  const rotateKeys = async (): Promise<void> => {
    await store.keys.change(replaceKeys, new Date())
    // Makes the next keys and takes all of them over.
    await running.context.keys.maintain()
  }
  const log = createLog({ level: 'error' })
  const clock = { now }
  const manners = { signInAs: options.signInAs ?? null, adopt }
  const running = await start(config, {
    clock,
    store,
    passwords: anyPassword,
    log,
    // Making them takes as long as reading the code, which begins in the next turn.
    keys: createKeyring({ keys: store.keys, sealing: createSealing(config.secrets), clock, log }),
    contractMode: 'refuse',
    isWarmed: false,
    operations: nextTurn().then(async () => (await import('./operations.ts')).mockOperations(manners)),
    prepare: (app) => playScenarios(app, { waiting, place: () => running.config, rotate: rotateKeys }),
  })
  return {
    url: running.config.issuer,
    once(operation, text) {
      const scenario = parseScenario(text)
      if (scenario === null) throw new Error(`no scenario: ${text}`)
      waiting.set(operation, [...(waiting.get(operation) ?? []), scenario])
    },
    rotateKeys,
    stop: () => running.stop(),
  }
}

/** The settings of a mock: everybody may register, nobody is counted, nothing outlives the process. */
function configOf({ port = 0, environment = {} }: MockIssuerOptions): Config {
  const read = readConfig({
    PORT: String(port),
    LATCHKEY_SECRET: randomBytes(32).toString('base64'),
    LATCHKEY_CLIENT_REGISTRATION: 'open',
    LATCHKEY_RATE_LIMIT_HOUR: '1000000',
    LATCHKEY_RATE_LIMIT_DAY: '1000000',
    ...environment,
  })
  if ('errors' in read) throw new Error(read.errors.join('\n'))
  return read.config
}

/** The moment of a request: now, or so long ago that the tokens made at it have just expired. */
function momentOf({ lifetimes }: Config): Date {
  const longest = Math.max(lifetimes.accessTokenSeconds, lifetimes.idTokenSeconds)
  const seconds = currentScenario().expired ? longest + 60 : 0
  return new Date(Date.now() - seconds * 1000)
}

/** Every key that signs retires, and the next one signs in its place. */
function replaceKeys(keys: readonly StoredSigningKey[]): KeyChanges {
  const following = { active: 'retiring', next: 'active', retiring: 'retiring' } as const
  return { add: [], remove: [], status: keys.map(({ kid, status }) => ({ kid, status: following[status] })) }
}
