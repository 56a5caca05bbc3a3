import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createLimiterHost, createSharedLimiter, type Channel } from '#src/platform/limiter/shared.ts'
import { createLog } from '#src/platform/log.ts'
import { createMovableClock } from '#test/support/clock.ts'

const hour = 3_600_000

/** Both ends of a channel, as between processes: messages arrive later, and none while the first process stands still. */
function openChannel() {
  const [near, far] = [new EventEmitter(), new EventEmitter()]
  const held: unknown[] = []
  let isFrozen = false
  const arrive = (message: unknown) => far.emit('message', structuredClone(message))
  const worker: Channel = {
    on: near.on.bind(near),
    send: (message) => (isFrozen ? held.push(message) : setImmediate(arrive, message)),
  }
  const host: Channel = {
    on: far.on.bind(far),
    send: (message) => setImmediate(() => near.emit('message', structuredClone(message))),
  }
  return {
    worker,
    host,
    freeze: () => void (isFrozen = true),
    thaw: () => {
      isFrozen = false
      held.splice(0).forEach(arrive)
    },
  }
}

function startWorker() {
  const channel = openChannel()
  const said: string[] = []
  const clock = createMovableClock()
  createLimiterHost(clock)(channel.host)
  const log = createLog({ level: 'info', destination: { write: (line) => said.push(line) } })
  const limiter = createSharedLimiter(channel.worker, { workers: 3, clock, log })
  return { ...channel, limiter, said, count: async () => (await limiter.increment('app:one', hour)).current }
}

describe('a worker whose process in front', () => {
  it('answers, counts there', async () => {
    const { count, limiter, said } = startWorker()
    expect(await Promise.all([count(), count()])).toEqual([1, 2])
    expect((await limiter.peek('app:one', hour))?.current).toBe(2)
    expect(limiter.isAlone()).toBe(false)
    expect(said).toEqual([])
  })

  it('stands still, waits 200 ms once, then counts here and for all workers; and there again once it answers', async () => {
    const { count, limiter, said, freeze, thaw } = startWorker()
    expect(await count()).toBe(1)
    freeze()
    const begun = performance.now()
    expect(await Promise.all([count(), count()])).toEqual([3, 6])
    expect(performance.now() - begun).toBeLessThan(1_000)
    expect(limiter.isAlone()).toBe(true)
    const next = performance.now()
    expect(await count()).toBe(9)
    expect((await limiter.peek('app:one', hour))?.current).toBe(9)
    expect(performance.now() - next).toBeLessThan(100)
    thaw()
    await expect.poll(() => limiter.isAlone()).toBe(false)
    // What was asked while it stood still was counted there too: stricter, never laxer.
    expect(await count()).toBe(4)
    expect(said.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(['warn', 'info'])
  })
})
