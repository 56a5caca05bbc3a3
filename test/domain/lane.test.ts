import { describe, expect, it } from 'vitest'
import { decideEntry, divideConnections, lanes, nextLane, type Lane } from '#src/domain/lane.ts'

/** How many of the usual ten connections each lane may find taken when one of its requests starts. */
const runningOfTen = { list: 3, registration: 4, login: 5, exchange: 7, refresh: 9 } as const

const lines = (waiting: Partial<Record<Lane, number>>) => (lane: Lane) => waiting[lane] ?? 0

describe('divideConnections', () => {
  it('reserves for each lane what the lanes before it leave free, and one connection for no request', () => {
    const division = divideConnections(10)
    for (const lane of lanes) expect(division[lane].running, lane).toBe(runningOfTen[lane])
  })

  it.each([1, 2, 3, 4, 7, 10, 30, 200])('of %i connections a later lane never gets less', (connections) => {
    const division = divideConnections(connections)
    const running = lanes.map((lane) => division[lane].running)
    expect(running).toEqual(running.toSorted((a, b) => a - b))
    expect(running[0]).toBeGreaterThanOrEqual(1)
    expect(running.at(-1)).toBe(Math.max(1, connections - 1))
    for (const lane of lanes) expect(division[lane].waiting).toBeGreaterThanOrEqual(division[lane].running)
  })
})

describe('decideEntry', () => {
  const limits = { running: 3, waiting: 2 }

  it.each([
    { running: 0, waiting: 0, decision: 'start' },
    { running: 2, waiting: 0, decision: 'start' },
    { running: 3, waiting: 0, decision: 'wait' },
    { running: 3, waiting: 1, decision: 'wait' },
    { running: 3, waiting: 2, decision: 'refuse' },
    { running: 9, waiting: 2, decision: 'refuse' },
  ])('with $running under way and $waiting waiting: $decision', ({ running, waiting, decision }) => {
    expect(decideEntry(running, waiting, limits)).toBe(decision)
  })

  it('as requests of any kind pile up, the lanes are given up in their order', () => {
    const division = divideConnections(10)
    const full = (running: number) =>
      lanes.filter((lane) => decideEntry(running, division[lane].waiting, division[lane]) === 'refuse')
    expect([0, 2].map(full)).toEqual([[], []])
    expect([3, 4, 5, 7, 9].map(full)).toEqual(lanes.map((_, index) => lanes.slice(0, index + 1)))
  })
})

describe('nextLane', () => {
  const division = divideConnections(10)

  it.each([
    { running: 2, waiting: {}, next: null, why: 'nobody waits' },
    { running: 2, waiting: { list: 5 }, next: 'list', why: 'only lists wait' },
    { running: 2, waiting: { list: 5, login: 1 }, next: 'login', why: 'the later lane is served first' },
    { running: 6, waiting: { list: 5, exchange: 1, refresh: 9 }, next: 'refresh', why: 'the last is first' },
    { running: 3, waiting: { list: 5 }, next: null, why: 'what is free is reserved' },
    { running: 6, waiting: { list: 5, login: 5 }, next: null, why: 'what is free is reserved for both' },
    { running: 8, waiting: { list: 5, refresh: 1 }, next: 'refresh', why: 'the last slot is for refreshes' },
    { running: 9, waiting: { refresh: 1 }, next: null, why: 'nothing is free' },
  ])('$why', ({ running, waiting, next }) => {
    expect(nextLane(running, lines(waiting), division)).toBe(next)
  })
})
