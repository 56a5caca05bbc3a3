import { describe, expect, it } from 'vitest'
import { systemRandom } from '#src/platform/random.ts'
import { startRepetition, type Repetition } from '#src/platform/repetition.ts'

/** Starts the work; resolves when it has begun its so many-th turn. */
function start(turns: number, work: (turn: number) => Promise<unknown>) {
  const warnings: unknown[] = []
  let turn = 0
  let repetition!: Repetition
  const reached = new Promise<void>((resolve) => {
    repetition = startRepetition(
      () => {
        turn += 1
        if (turn === turns) resolve()
        return work(turn)
      },
      {
        name: 'chore',
        seconds: 0.001,
        random: systemRandom,
        log: { warn: (facts: unknown) => void warnings.push(facts) },
      },
    )
  })
  return { repetition, reached, warnings, turns: () => turn }
}

describe('repetition', () => {
  it('takes turn after turn, also after one that failed', async () => {
    const { repetition, reached, warnings } = start(3, async (turn) => {
      if (turn === 1) throw new Error('not this time')
    })
    await reached
    await repetition.stop()
    expect(warnings).toEqual([{ err: new Error('not this time'), name: 'chore' }])
  })

  it('never begins a turn before the one before is over', async () => {
    let running = 0
    let most = 0
    const { repetition, reached } = start(5, async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
    })
    await reached
    await repetition.stop()
    expect(most).toBe(1)
  })

  it('that is stopped waits for the turn under way, and begins no other', async () => {
    let finish!: () => void
    const under = new Promise<void>((resolve) => (finish = resolve))
    let isOver = false
    const { repetition, reached, turns } = start(1, async () => {
      await under
      isOver = true
    })
    await reached
    const stopping = repetition.stop()
    finish()
    await stopping
    expect(isOver).toBe(true)
    expect(turns()).toBe(1)
  })

  it('that is stopped before its first turn never takes one', async () => {
    const { repetition, turns } = start(1, async () => {})
    await repetition.stop()
    expect(turns()).toBe(0)
  })
})
