import { afterEach, describe, expect, it, vi } from 'vitest'
import { createBoundedQueue } from '#src/platform/boundedQueue.ts'
import { createPasswords, PasswordsBusy } from '#src/platform/passwords.ts'

const cheap = { memoryKib: 1024, passes: 1, parallelism: 1 }

describe('passwords', () => {
  it('recognise the right password and no other', async () => {
    const passwords = createPasswords(cheap)
    const phc = await passwords.hash('password123')
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=1024,p=1,t=1\$/)
    expect(await passwords.verify(phc, 'password123')).toBe(true)
    expect(await passwords.verify(phc, 'password124')).toBe(false)
    expect(await passwords.verify(phc, '')).toBe(false)
  })

  it('hash with a salt of their own each time', async () => {
    const passwords = createPasswords(cheap)
    expect(await passwords.hash('password123')).not.toBe(await passwords.hash('password123'))
  })

  it('are the same password in every Unicode spelling (NFKC)', async () => {
    const passwords = createPasswords(cheap)
    const phc = await passwords.hash('ﬁancée-2026')
    expect(await passwords.verify(phc, 'fiance\u0301e-2026')).toBe(true)
  })

  it('refuse every password for an account that does not exist', async () => {
    expect(await createPasswords(cheap).verifyDecoy('password123')).toBe(false)
  })

  it('cost as much for an account that does not exist', async () => {
    const passwords = createPasswords({ memoryKib: 19_456, passes: 2, parallelism: 1 })
    const phc = await passwords.hash('password123')
    const known = await cpuOf(() => passwords.verify(phc, 'wrong'))
    const unknown = await cpuOf(() => passwords.verifyDecoy('wrong'))
    expect(unknown / known).toBeGreaterThan(0.6)
    expect(unknown / known).toBeLessThan(1.7)
  })

  it('want to be hashed again when the cost has changed', async () => {
    const phc = await createPasswords(cheap).hash('password123')
    expect(createPasswords(cheap).needsRehash(phc)).toBe(false)
    expect(createPasswords({ ...cheap, memoryKib: 2048 }).needsRehash(phc)).toBe(true)
    expect(createPasswords({ ...cheap, passes: 2 }).needsRehash(phc)).toBe(true)
    expect(createPasswords({ ...cheap, parallelism: 2 }).needsRehash(phc)).toBe(true)
  })

  it('are verified with the cost they were hashed with', async () => {
    const phc = await createPasswords(cheap).hash('password123')
    expect(
      await createPasswords({ memoryKib: 2048, passes: 2, parallelism: 1 }).verify(phc, 'password123'),
    ).toBe(true)
  })

  it('are read in the order of the reference implementation too', async () => {
    const passwords = createPasswords(cheap)
    const phc = (await passwords.hash('password123')).replace('m=1024,p=1,t=1', 'm=1024,t=1,p=1')
    expect(await passwords.verify(phc, 'password123')).toBe(true)
    expect(passwords.needsRehash(phc)).toBe(false)
  })

  it.each([
    '',
    'password123',
    '$argon2id$v=19$m=1024,m=1024,p=1$c29tZXNhbHRzb21lc2FsdA$K3w8Jx0mS2kqW0jZ9b1L3Q4t5Y6u7I8o9P0a1S2d3F4',
    '$argon2id$v=19$m=0,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$K3w8Jx0mS2kqW0jZ9b1L3Q4t5Y6u7I8o9P0a1S2d3F4',
    '$argon2id$v=19$m=1024,t=1,p=1$',
    '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
    '$argon2i$v=19$m=1024,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$K3w8Jx0mS2kqW0jZ9b1L3Q4t5Y6u7I8o9P0a1S2d3F4',
    '$argon2id$v=16$m=1024,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$K3w8Jx0mS2kqW0jZ9b1L3Q4t5Y6u7I8o9P0a1S2d3F4',
  ])('call a stored hash like %j broken data, not a wrong password', async (phc) => {
    const passwords = createPasswords(cheap)
    await expect(passwords.verify(phc, 'password123')).rejects.toThrow('not an argon2id PHC string')
    expect(() => passwords.needsRehash(phc)).toThrow('not an argon2id PHC string')
  })

  it('turn away, at once and with a time to come back, whoever comes after a full queue', async () => {
    const warnings: unknown[] = []
    const log = { warn: (...line: unknown[]) => void warnings.push(line) }
    const passwords = createPasswords({ memoryKib: 8192, passes: 1, parallelism: 1, concurrency: 1, log })
    const tries = Array.from({ length: 12 }, () => passwords.verifyDecoy('password123'))
    expect(passwords.load()).toEqual({ running: 1, waiting: 8 })
    const outcomes = await Promise.allSettled(tries)
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refused).toHaveLength(3)
    expect(refused[0]).toBeInstanceOf(PasswordsBusy)
    expect(refused[0]).toMatchObject({ retryAfterSeconds: 2 })
    expect(warnings).toHaveLength(1)
    expect(passwords.load()).toEqual({ running: 0, waiting: 0 })
    expect(await passwords.verifyDecoy('password123')).toBe(false)
  })
})

describe('bounded queue', () => {
  afterEach(() => void vi.useRealTimers())

  it('runs as many as it may and starts the others in the order they came', async () => {
    const queue = createBoundedQueue(
      { running: 2, waiting: 2, waitMilliseconds: 1000 },
      (why) => new Error(why),
    )
    const { task, open } = createGates()
    const order: string[] = []
    const runs = ['a', 'b', 'c', 'd'].map((name) => queue.run(task(name, order)))
    await expect(queue.run(task('e', order))).rejects.toThrow('full')
    expect(order).toEqual(['a', 'b'])
    open(1)
    await runs[1]
    await vi.waitFor(() => expect(order).toEqual(['a', 'b', 'c']))
    expect(queue.load()).toEqual({ running: 2, waiting: 1 })
    open(0)
    await vi.waitFor(() => expect(order).toEqual(['a', 'b', 'c', 'd']))
    open(2)
    open(3)
    expect(await Promise.all(runs)).toEqual(['a', 'b', 'c', 'd'])
    expect(queue.load()).toEqual({ running: 0, waiting: 0 })
  })

  it('turns away a task that waited for a second, and never starts it', async () => {
    vi.useFakeTimers()
    const queue = createBoundedQueue(
      { running: 1, waiting: 1, waitMilliseconds: 1000 },
      (why) => new Error(why),
    )
    const { task, open } = createGates()
    const order: string[] = []
    const first = queue.run(task('a', order))
    const second = queue.run(task('b', order))
    const outcome = second.catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(999)
    expect(queue.load()).toEqual({ running: 1, waiting: 1 })
    await vi.advanceTimersByTimeAsync(1)
    expect(await outcome).toEqual(new Error('late'))
    open(0)
    await first
    expect(order).toEqual(['a'])
    expect(queue.load()).toEqual({ running: 0, waiting: 0 })
  })

  it('frees the place of a task that fails', async () => {
    const queue = createBoundedQueue(
      { running: 1, waiting: 0, waitMilliseconds: 1000 },
      (why) => new Error(why),
    )
    await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await queue.run(() => Promise.resolve('next'))).toBe('next')
  })
})

/** Processor time of the cheapest of seven runs, in microseconds: what others do on the machine does not count. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const costs: number[] = []
  for (let run = 0; run < 7; run++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    costs.push(user + system)
  }
  return Math.min(...costs)
}

/** Tasks that end when their gate is opened, by the order in which they were started. */
function createGates() {
  const gates: (() => void)[] = []
  const task = (name: string, order: string[]) => () =>
    new Promise<string>((open) => {
      order.push(name)
      gates.push(() => open(name))
    })
  return { task, open: (index: number) => gates[index]?.() }
}
