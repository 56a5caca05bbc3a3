import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { BRING_YOUR_OWN, PostgresStartError } from './error.ts'

/** The unprivileged operating system user PostgreSQL runs as when this process is root. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number }

const NOBODY: Account = { name: 'nobody', uid: 65534, gid: 65534 }

/**
 * Decides as whom PostgreSQL runs; it refuses to be root itself.
 *
 * @param data  the data folder, which need not exist. Its owner decides, so that the choice stays the same when a
 *              `postgres` user appears or goes on the machine.
 * @returns the account to become, or null to run as this process's own user
 * @throws {PostgresStartError} when the data folder belongs to a user PostgreSQL cannot run as
 */
export function chooseAccount(data: string): Account | null {
  const owner = statSync(data, { throwIfNoEntry: false })
  const self = process.getuid?.()
  if (self !== 0) {
    if (owner === undefined || owner.uid === self) return null
    throw new PostgresStartError(
      `The database in ${data} belongs to user ${owner.uid}, this process is user ${self}: run it as that user, choose another LATCHKEY_DATA_DIR, or ${BRING_YOUR_OWN}.`,
    )
  }
  if (owner === undefined) return findAccount('postgres') ?? findAccount('nobody') ?? NOBODY
  if (owner.uid !== 0) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  throw new PostgresStartError(
    `The database in ${data} belongs to root, which PostgreSQL refuses: chown -R ${(findAccount('postgres') ?? NOBODY).name} ${data}, or ${BRING_YOUR_OWN}.`,
  )
}

/**
 * Tells whether an account can reach a folder, by having it try: permission bits alone miss ACLs and mount options.
 *
 * @param account  null for this process's own user, who is taken to reach its own folders
 * @throws {PostgresStartError} when this root may not become the account (a container without CAP_SETUID)
 */
export function mayEnter(account: Account | null, folder: string): boolean {
  if (account === null) return true
  const probe = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...identity(account),
    cwd: '/',
    env: {},
    stdio: 'ignore',
  })
  if (probe.error === undefined) return probe.status === 0
  throw new PostgresStartError(
    `PostgreSQL refuses to run as root and this process may not become ${account.name} (${probe.error.message}): run it as an ordinary user, or ${BRING_YOUR_OWN}.`,
    { cause: probe.error },
  )
}

/** Names the uppermost folder on the way to `folder` that keeps the account out; `folder` itself when none does. */
export function findBarrier(account: Account, folder: string): string {
  const way = [folder]
  for (let at = folder; dirname(at) !== at; at = dirname(at)) way.unshift(dirname(at))
  return way.find((each) => !mayEnter(account, each)) ?? folder
}

/** The spawn options that make a child run as the account; none for null. Node drops root's extra groups as well. */
export function identity(account: Account | null): { uid?: number; gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid }
}

function findAccount(name: string): Account | null {
  const [, , uid, gid] =
    readAccounts()
      .map((line) => line.split(':'))
      .find(([each]) => each === name) ?? []
  return uid === undefined || gid === undefined || uid === '0'
    ? null
    : { name, uid: Number(uid), gid: Number(gid) }
}

function readAccounts(): readonly string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    // A container from scratch has no such file; the number of `nobody` is the same everywhere on Linux.
    return []
  }
}
