import { readdir, readFile } from 'node:fs/promises'
import { constants, getPriority, setPriority } from 'node:os'

/** How far they step back: ten steps are a ninth of the share in a core that somebody else wants as well (sched(7), nice value). */
const { PRIORITY_BELOW_NORMAL: nice, PRIORITY_LOW: lowest } = constants.priority
/** This process's threads, by their numbers. */
const threads = '/proc/self/task'
/** What libuv calls those of its pool. */
const poolThread = 'libuv-worker\n'

/**
 * Lets the threads of libuv's pool, where passwords are hashed, step back behind the one that answers: while every core hashes,
 * whoever refreshes a token does not wait until one of them is through, as with the lanes (docs/decisions/0008-shedding.md). A nice
 * value belongs to a thread on Linux alone (sched(7)); elsewhere nothing changes.
 *
 * @returns how many threads stepped back
 * @throws what the system says where it does not show threads or does not allow it
 */
export async function lowerPoolPriority(): Promise<number> {
  if (process.platform !== 'linux') return 0
  // Reading a folder is work for the pool: its threads are there by now.
  const ids = await readdir(threads)
  const names = await Promise.all(ids.map((id) => readFile(`${threads}/${id}/comm`, 'utf8')))
  const pool = ids.filter((_id, at) => names[at] === poolThread)
  for (const id of pool) setPriority(Number(id), Math.min(getPriority(Number(id)) + nice, lowest))
  return pool.length
}
