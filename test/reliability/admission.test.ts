import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { operations } from '#generated/operations.gen.ts'
import { divideConnections, lanes, type Lane } from '#src/domain/lane.ts'
import { createAdmission, Overloaded, type Admission, type Visit } from '#src/http/admission.ts'
import type { OperationEntry, OperationId } from '#src/http/operation.ts'

/** One operation of each lane. */
const operationOf: Readonly<Record<Lane, OperationId>> = {
  list: 'listApps',
  registration: 'register',
  login: 'login',
  exchange: 'authorize',
  refresh: 'getUserinfo',
}
const connections = 10
const division = divideConnections(connections)

let warnings: object[]
let admission: Admission

beforeEach(() => {
  vi.useFakeTimers()
  warnings = []
  admission = createAdmission(connections, { warn: (facts: object) => void warnings.push(facts) })
})

afterEach(() => vi.useRealTimers())

function visitOf(lane: Lane): Visit {
  return admission.visit(operations[operationOf[lane]])
}

/** Enters at once, or fails the test. */
function enter(lane: Lane): Visit {
  const visit = visitOf(lane)
  expect(visit.enter(undefined)).toBeUndefined()
  return visit
}

/** Asks for entry and tells, as soon as it is known, what came of it. */
function ask(lane: Lane): { readonly visit: Visit; outcome: 'waits' | 'entered' | Overloaded } {
  const visit = visitOf(lane)
  const asked = { visit, outcome: 'waits' as 'waits' | 'entered' | Overloaded }
  const turn = visit.enter(undefined) ?? Promise.resolve()
  turn.then(
    () => (asked.outcome = 'entered'),
    (error: Overloaded) => (asked.outcome = error),
  )
  return asked
}

const settle = () => vi.advanceTimersByTimeAsync(0)

describe('a gate with room', () => {
  it('lets requests in at once and forgets them when they leave', () => {
    const visits = [enter('list'), enter('login'), enter('refresh')]
    expect(admission.load().running).toBe(3)
    for (const visit of visits) visit.leave()
    expect(admission.load().running).toBe(0)
  })

  it('counts a request once, however often it enters and leaves', () => {
    const visit = enter('login')
    expect(visit.enter(undefined)).toBeUndefined()
    expect(admission.load().running).toBe(1)
    visit.leave()
    visit.leave()
    expect(admission.load().running).toBe(0)
  })

  it('does not count who leaves without having entered', () => {
    visitOf('login').leave()
    expect(admission.load().running).toBe(0)
  })
})

describe('a request that waits for somebody else', () => {
  it('gives its place to others meanwhile, and takes one again', async () => {
    const visit = enter('exchange')
    let answer = () => {}
    const outside = visit.outside(() => new Promise<string>((resolve) => (answer = () => resolve('done'))))
    expect(admission.load().running).toBe(0)
    answer()
    expect(await outside).toBe('done')
    expect(admission.load().running).toBe(1)
    visit.leave()
    expect(admission.load().running).toBe(0)
  })

  it('waits for a turn where the gate has filled up meanwhile', async () => {
    const visit = enter('exchange')
    const outside = visit.outside(async () => {
      while (admission.load().running < division.exchange.running) enter('exchange')
      return 'done'
    })
    const outcome = outside.catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await outcome).toBeInstanceOf(Overloaded)
    const full = admission.load().running
    visit.leave()
    expect(admission.load().running).toBe(full)
  })

  it('has no place when what it waited for failed', async () => {
    const visit = enter('exchange')
    await expect(visit.outside(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    visit.leave()
    expect(admission.load().running).toBe(0)
  })
})

describe('a gate that fills up', () => {
  it('keeps for each lane what those before it may not take', () => {
    for (const lane of lanes) while (admission.load().running < division[lane].running) enter(lane)
    expect(admission.load().running).toBe(connections - 1)
    for (const lane of lanes) expect(ask(lane).outcome).toBe('waits')
  })

  it('never keeps out what does without the database', () => {
    for (let count = 0; count < division.refresh.running; count++) enter('refresh')
    const free = Object.values(operations).filter(({ lane }) => lane === null)
    expect(free.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['getLiveness', 'getReadiness', 'getOpenidConfiguration', 'getJwks', 'getSpec']),
    )
    for (const entry of free)
      expect(admission.visit(entry as OperationEntry).enter(undefined)).toBeUndefined()
  })

  it('serves the later lane first, and within a lane the first to come', async () => {
    const visits = Array.from({ length: division.refresh.running }, () => enter('refresh'))
    const asked = (['list', 'login', 'refresh', 'login'] as const).map(ask)
    const [list, firstLogin, refresh, secondLogin] = asked
    const outcomes = () => asked.map(({ outcome }) => outcome)

    visits.pop()!.leave()
    await settle()
    expect(refresh!.outcome).toBe('entered')
    // What the logins may not take is free now, and stays free.
    while (visits.length > division.login.running - 1) visits.pop()!.leave()
    await settle()
    expect(outcomes()).toEqual(['waits', 'waits', 'entered', 'waits'])
    visits.pop()!.leave()
    await settle()
    expect([firstLogin!.outcome, secondLogin!.outcome]).toEqual(['entered', 'waits'])
    for (const visit of visits) visit.leave()
    await settle()
    expect(outcomes()).toEqual(['waits', 'entered', 'entered', 'entered'])
    secondLogin!.visit.leave()
    await settle()
    expect(list!.outcome).toBe('entered')
  })

  it('turns away at once when the line is full', async () => {
    for (let count = 0; count < division.list.running; count++) enter('list')
    const line = Array.from({ length: division.list.waiting }, () => ask('list'))
    const tooMany = ask('list')
    await settle()
    expect(line.every(({ outcome }) => outcome === 'waits')).toBe(true)
    expect(tooMany.outcome).toMatchObject({ lane: 'list', why: 'full' })
    expect(ask('registration').outcome).toBe('waits')
  })

  it('turns away who has waited a second, and forgets them', async () => {
    const visits = Array.from({ length: division.login.running }, () => enter('login'))
    const late = ask('login')
    await vi.advanceTimersByTimeAsync(999)
    expect(late.outcome).toBe('waits')
    await vi.advanceTimersByTimeAsync(1)
    expect(late.outcome).toMatchObject({ lane: 'login', why: 'late' })
    expect(admission.load().waiting.login).toBe(0)
    late.visit.leave()
    for (const visit of visits) visit.leave()
    expect(admission.load().running).toBe(0)
  })

  it('says so once an episode, not once a request', async () => {
    const fill = () => Array.from({ length: division.login.running }, () => enter('login'))
    const visits = fill()
    for (let count = 0; count < 5; count++) ask('login')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatchObject({ lane: 'login', why: 'late', running: division.login.running })
    for (const visit of visits) visit.leave()
    fill()
    ask('login')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(warnings).toHaveLength(2)
  })
})

describe('the lane of a token request', () => {
  const visit = () => admission.visit(operations.issueToken)

  it.each([
    ['authorization_code', 'exchange'],
    ['client_credentials', 'exchange'],
    ['refresh_token', 'refresh'],
    ['__proto__', 'list'],
  ] as const)('with grant type %s is %s', async (grantType, lane) => {
    for (const each of lanes) while (admission.load().running < division[each].running) enter(each)
    const turn = visit().enter(JSON.parse(`{"grant_type":"${grantType}"}`))
    expect(turn).toBeInstanceOf(Promise)
    expect(admission.load().waiting).toEqual({
      ...{ list: 0, registration: 0, login: 0, exchange: 0, refresh: 0 },
      [lane]: 1,
    })
    const refused = expect(turn).rejects.toThrow(Overloaded)
    await vi.advanceTimersByTimeAsync(1_000)
    await refused
  })
})
