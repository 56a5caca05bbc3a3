import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse, TokenResponse } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'
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
  services = await Promise.all([startServiceProcess(environment), startServiceProcess(environment)])
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
async function repeatedly<T>(work: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let done = 0; done < prizes; done += atOnce)
    results.push(...(await Promise.all(Array.from({ length: atOnce }, work))))
  return results
}

async function obtainTokens(code: RequestedCode): Promise<TokenResponse> {
  const { data, error } = await redeem(stageOf(anyService()), app, code)
  if (data === undefined) throw new Error(`not redeemed: ${JSON.stringify(error)}`)
  return data
}

describe('eight racers at two processes', () => {
  it('redeem each of 100 codes once', async () => {
    const winners = await repeatedly(async () => {
      const code = await obtainCode()
      const answers = await race((service) => redeem(stageOf(service), app, code))
      for (const answer of answers) if (status(answer) !== 200) expectRefused(answer, 400, 'invalid_grant')
      return answers.filter((answer) => status(answer) === 200).length
    })
    expect(winners).toEqual(Array.from({ length: prizes }, () => 1))
  }, 30_000)

  it('get one and the same successor of each of 100 refresh tokens', async () => {
    const successors = await repeatedly(async () => {
      const tokens = await obtainTokens(await obtainCode())
      const answers = await race((service) => refresh(stageOf(service), app, tokens.refresh_token))
      // None of them is a thief: all came while the successor was unused.
      expect(answers.map(status)).toEqual(answers.map(() => 200))
      const [successor, ...others] = new Set(answers.map(({ data }) => data?.refresh_token))
      expect(others).toEqual([])
      expect(successor).not.toBe(tokens.refresh_token)
      expect(status(await refresh(stageOf(anyService()), app, successor))).toBe(200)
      return successor
    })
    expect(new Set(successors).size).toBe(prizes)
  }, 30_000)
})
