import { readdirSync, readFileSync } from 'node:fs'
import { Client } from 'pg'
import type { Connection } from '#src/platform/postgres/connection.ts'

/** CPU time of a PostgreSQL on this machine. */
export type PostgresCpu = {
  /** Microseconds that its processes have used between two calls; null where the system does not tell (it is no Linux). */
  since(): number | null
}

/** Finds the server's processes: the children of the parent of a connection of ours. */
export async function watchPostgres(connection: Connection): Promise<PostgresCpu> {
  const client = new Client({ ...connection })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const parent = parentOf(rows[0]!.pid)
  await client.end()
  let known = parent === null ? new Map<string, number>() : cpuOfChildren(parent)
  return {
    since() {
      if (parent === null) return null
      const now = cpuOfChildren(parent)
      const used = [...now].reduce((sum, [pid, ns]) => sum + ns - (known.get(pid) ?? 0), 0)
      known = now
      return used / 1000
    },
  }
}

function cpuOfChildren(parent: string): Map<string, number> {
  const used = new Map<string, number>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    if (parentOf(pid) === parent) used.set(pid, nanosecondsOf(pid))
  return used
}

/** The second field after the command in `/proc/<pid>/stat`; null when there is no such process. */
function parentOf(pid: string | number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? null
  } catch {
    return null
  }
}

function nanosecondsOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    return 0
  }
}
