/** Milliseconds that a tab waits for another one; who holds the lock is done by then, or is stuck. */
const longestWait = 20_000

/**
 * Does something in one tab at a time (Web Locks). After the time limit it is done all the same: a tab that hangs must not hang
 * the others, and the service forgives two that present the same refresh token at once. Where there are no locks there is one tab.
 */
export async function withLock<Value>(
  name: string,
  act: () => Promise<Value>,
  limit: number = longestWait,
): Promise<Value> {
  const locks = globalThis.navigator?.locks as LockManager | undefined
  if (locks === undefined) return act()
  const signal = AbortSignal.timeout(limit)
  let isHeld = false
  const whenHeld = () => {
    isHeld = true
    return act()
  }
  try {
    return await locks.request(name, { signal }, whenHeld)
  } catch (error) {
    if (isHeld || !signal.aborted) throw error
    return act()
  }
}
