import { describe, expect, test } from 'vitest'
import { mostAttempts, pauseSeconds } from '#src/domain/job.ts'

describe('the pause after a failed attempt', () => {
  test.each([
    [1, 5],
    [2, 10],
    [3, 20],
    [7, 320],
    [8, 600],
    [mostAttempts, 600],
  ])('the %dth: %d seconds, spread by a fifth', (attempts, seconds) => {
    expect(pauseSeconds(attempts, 0.5)).toBeCloseTo(seconds)
    expect(pauseSeconds(attempts, 0)).toBeCloseTo(seconds * 0.8)
    expect(pauseSeconds(attempts, 1)).toBeCloseTo(seconds * 1.2)
  })

  test('adds up to about a day before a job is given up', () => {
    const pauses = Array.from({ length: mostAttempts - 1 }, (_, index) => pauseSeconds(index + 1, 0.5))
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3600
    expect(hours).toBeGreaterThan(23)
    expect(hours).toBeLessThan(25)
  })
})
