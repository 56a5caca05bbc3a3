import { executionAsyncResource } from 'node:async_hooks'

/** What Node queued for a tick, kept for its shape alone. */
export const keptTicks = new Set<object>()

/**
 * Keeps `process.nextTick`, which every request calls several times, as quick as it is at first. Node makes its queue entries with
 * computed keys. V8 compiles that well as long as all entries have had one shape; it forgets a shape when the heap is collected
 * at a moment when nothing of it is alive, and takes the next one for another, for good. An entry that stays alive keeps the
 * shape (docs/decisions/0051-hot-paths.md).
 */
export function keepTickShape(): void {
  process.nextTick(() => keptTicks.add(executionAsyncResource()))
}
