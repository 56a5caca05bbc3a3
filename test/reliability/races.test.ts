import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse, TokenResponse } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'
import { startHistory } from '#test/support/history.ts'
import { findBreaches } from '#test/support/invariants.ts'
import {
  databaseUrl,
  endPrograms,
  stageOf,
  startServiceProcess,
  type ServiceProcess,
} from '#test/support/process.ts'
import { redeem, refresh, requestCode, type RequestedCode } from '#test/support/tokens.ts'

const prizes = 100
const racersPerProcess = 4
/** Races at once: no more requests than two pools have connections, so that nobody has to wait for one. */
const atOnce = 5

const history = startHistory()
let database: TestDatabase
let services: readonly ServiceProcess[]
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  database = await createDatabase()
  const environment = {
    DATABASE_URL: databaseUrl(database.connection),
    LATCHKEY_SECRET: 'the secret of a test',
    LATCHKEY_ISSUER: 'http://localhost',
    LATCHKEY_CODE_SECONDS: '600',
    LATCHKEY_DATABASE_POOL: String(racersPerProcess * atOnce),
  }
  const started = await Promise.all([startServiceProcess(environment), startServiceProcess(environment)])
  services = started.map((service, at) => history.watch(service, `node ${at + 1}`))
  person = await signUp(stageOf(anyService()))
  app = await registerTestApp(stageOf(anyService()), person)
})

afterAll(async () => {
  await endPrograms()
  await database.drop()
})

function anyService(): ServiceProcess {
  const [first] = services
  if (first === undefined) throw new Error('no service runs')
  return first
}

// Without `openid` no ID token is signed: the racers come closer together.
const obtainCode = () => requestCode(stageOf(anyService()), person, app, { scope: 'profile email' })

/** Lets eight ask for the same thing, four at each process, alternately. */
function race<T>(ask: (service: ServiceProcess) => Promise<T>): Promise<T[]> {
  const racers = Array.from({ length: racersPerProcess }, () => services).flat()
  return Promise.all(racers.map(ask))
}

/** Does it a hundred times, a few at once. */
async function repeatedly(work: () => Promise<void>): Promise<void> {
  for (let done = 0; done < prizes; done += atOnce) await Promise.all(Array.from({ length: atOnce }, work))
}

async function obtainTokens(code: RequestedCode): Promise<TokenResponse> {
  const { data, error } = await redeem(stageOf(anyService()), app, code)
  if (data === undefined) throw new Error(`not redeemed: ${JSON.stringify(error)}`)
  return data
}

describe('eight racers at two processes', () => {
  it('redeem each of 100 codes once', async () => {
    await repeatedly(async () => {
      const code = await obtainCode()
      const answers = (await race((service) => redeem(stageOf(service), app, code))).map(status)
      expect(answers.toSorted()).toEqual([200, ...answers.slice(1).map(() => 400)])
    })
    expect(findBreaches(history.entries)).toEqual([])
  }, 30_000)

  it('get one and the same successor of each of 100 refresh tokens', async () => {
    await repeatedly(async () => {
      const tokens = await obtainTokens(await obtainCode())
      const answers = await race((service) => refresh(stageOf(service), app, tokens.refresh_token))
      // None of them is a thief: all came while the successor was unused.
      expect(answers.map(status)).toEqual(answers.map(() => 200))
      expect(status(await refresh(stageOf(anyService()), app, answers[0]?.data?.refresh_token))).toBe(200)
    })
    expect(findBreaches(history.entries)).toEqual([])
  }, 30_000)
})
