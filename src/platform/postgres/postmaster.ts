import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Connection } from './connection.ts'
import { connectionTo } from './connection.ts'

/** What postmaster.pid says of the PostgreSQL that wrote it; the connection is null until its socket is there. */
export type Postmaster = { readonly pid: number; readonly connection: Connection | null }

const POLL_MS = 20

/**
 * Signals in the order in which they are tried, and for how many milliseconds each is given a chance: fast shutdown,
 * immediate shutdown (which recovers at the next start), and what even a stopped process obeys. PostgreSQL loses
 * nothing it has acknowledged by any of them. Together they take less than another process waits for the start lock.
 */
const SHUTDOWN = [
  { signal: 'SIGINT', waitMs: 15_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const

/** Reads postmaster.pid, which is there while PostgreSQL runs and after it was killed; null when it is not. */
export function readPostmaster(data: string): Postmaster | null {
  const lines = readPidFile(data)?.split('\n') ?? []
  const pid = Number(lines[0])
  if (!Number.isSafeInteger(pid) || pid <= 1) return null
  const port = Number(lines[3])
  const socketFolder = lines[4]?.trim() ?? ''
  return { pid, connection: socketFolder === '' ? null : connectionTo(socketFolder, port) }
}

/**
 * Tells whether a process is the PostgreSQL of a data folder, so that no signal ever goes to a stranger that was given
 * the pid later. A process that has ended but was not yet collected by its parent is none.
 */
export function isPostmaster(pid: number, data: string): boolean {
  const words = readCommandLine(pid) ?? []
  if (basename(words[0] ?? '') !== 'postgres') return false
  // PostgreSQL works in its data folder. A container's root may not see where that is, but sees the command line.
  return isSameFolder(`/proc/${pid}/cwd`, data) || isSameFolder(words[words.indexOf('-D') + 1] ?? '', data)
}

/**
 * Stops the PostgreSQL of a data folder and waits until it is gone; without effect when none runs.
 *
 * @returns false when it could not be ended
 */
export async function stopPostmaster(pid: number, data: string): Promise<boolean> {
  for (const { signal, waitMs } of SHUTDOWN) {
    const deadline = performance.now() + waitMs
    if (isPostmaster(pid, data)) sendSignal(pid, signal)
    while (isPostmaster(pid, data) && performance.now() < deadline) await delay(POLL_MS)
    if (!isPostmaster(pid, data)) return true
  }
  return false
}

/**
 * Removes what a killed PostgreSQL has left, when there is a process with its pid: another one that was given the pid
 * later, or its own remains, which in a container may never be collected. PostgreSQL takes any process of its own user
 * for its predecessor and refuses to start. (That no part of the predecessor still works it checks by its shared memory
 * as well, which it finds by the data folder and not by this file.)
 */
export function clearStalePid(data: string, socketFolder: string, port: number): void {
  const files = [join(data, 'postmaster.pid'), join(socketFolder, `.s.PGSQL.${port}.lock`)]
  for (const file of files) {
    const pid = Number(readText(file)?.split('\n')[0])
    if (pid > 1 && readCommandLine(pid) !== null && !isPostmaster(pid, data)) rmSync(file, { force: true })
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended just now, or belongs to another user; whether it is gone is looked at, not concluded.
  }
}

const readPidFile = (data: string) => readText(join(data, 'postmaster.pid'))

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** The words a process was started with; empty when only its remains are there, null when it is gone or hidden. */
function readCommandLine(pid: number): readonly string[] | null {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        .split('\0')
        .filter((word) => word !== '')
    } catch {
      return null
    }
  }
  const shown = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
  }).stdout.trim()
  // A path with spaces cannot be told from two words here, so everything between -D and the next option is the path.
  const [program = '', folder = ''] = shown.split(/ -D | -[a-ck-z] /)
  return shown === '' ? null : [program, '-D', folder]
}

function isSameFolder(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => {
    try {
      return statSync(path)
    } catch {
      return undefined
    }
  })
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino
}
