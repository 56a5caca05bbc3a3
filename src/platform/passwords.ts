import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'

import { argon2id, hash as argon2Hash, verify as argon2Verify } from 'argon2'

import { createBoundedQueue, type QueueLoad, type QueueRefusal } from './boundedQueue.ts'
import type { Log } from './log.ts'

/** What one argon2id computation costs (RFC 9106 §3.1). */
export type PasswordCost = {
  /** KiB of memory: `m` */
  readonly memoryKib: number
  /** passes over the memory: `t` */
  readonly passes: number
  /** lanes: `p` */
  readonly parallelism: number
}

/**
 * Password hashing behind a bounded queue: a flood of logins costs a fixed number of cores and a fixed amount
 * of memory.
 */
export type Passwords = {
  /**
   * The PHC string to store, argon2id with the current cost.
   *
   * @throws PasswordsBusy when too many are waiting
   */
  hash(password: string): Promise<string>
  /**
   * Whether the password is the one behind the stored PHC string.
   *
   * @throws PasswordsBusy when too many are waiting; Error when the stored text is not an argon2id PHC
   *   string, which is broken data and must not look like a wrong password
   */
  verify(phc: string, password: string): Promise<boolean>
  /**
   * The work of `verify` for an account that does not exist, so that both take the same time. Throws
   * PasswordsBusy alike.
   */
  verifyDecoy(password: string): Promise<false>
  /**
   * Whether the stored hash was made with another cost than the current one: hash again after the next good
   * login.
   */
  needsRehash(phc: string): boolean
  load(): QueueLoad
}

/** Too many passwords are being hashed: answer 503 with `Retry-After`, never "wrong password". */
export class PasswordsBusy extends Error {
  override readonly name = 'PasswordsBusy'
  /** seconds after which trying again makes sense */
  readonly retryAfterSeconds = 2
}

const version = 19
const waitingPerCore = 8
const waitMilliseconds = 1000
const phcForm =
  /^\$argon2id\$v=19\$([mtp]=\d{1,10}(?:,[mtp]=\d{1,10}){2})\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{16,86}$/

/**
 * Makes the password hasher.
 *
 * Passwords are compared in NFKC, so that one typed on another keyboard is the same password. At most
 * `concurrency` computations are in flight, because they share the thread pool with everything else that is
 * asynchronous in the process; eight times as many may wait, each for a second.
 *
 * @param options.concurrency  computations at once; default: the number of cores
 * @param options.log          hears when requests begin to be turned away, once per episode
 */
export function createPasswords(
  options: PasswordCost & { readonly concurrency?: number; readonly log?: Pick<Log, 'warn'> },
): Passwords {
  const { memoryKib, passes, parallelism, concurrency = availableParallelism(), log } = options
  const cost = { type: argon2id, version, memoryCost: memoryKib, timeCost: passes, parallelism } as const
  const limits = { running: concurrency, waiting: waitingPerCore * concurrency, waitMilliseconds }
  const decoy = makeDecoy(options)
  let turningAway = false

  const queue = createBoundedQueue(limits, (why) => {
    if (!turningAway)
      log?.warn({ why, ...queue.load() }, 'password hashing is overloaded: turning requests away')
    turningAway = true
    return new PasswordsBusy(busyReason(why))
  })

  async function run<T>(task: () => Promise<T>): Promise<T> {
    const result = await queue.run(task)
    if (queue.load().waiting === 0) turningAway = false
    return result
  }

  return {
    hash: (password) => run(() => argon2Hash(password.normalize('NFKC'), cost)),
    async verify(phc, password) {
      readCost(phc)
      return run(() => argon2Verify(phc, password.normalize('NFKC')))
    },
    async verifyDecoy(password) {
      await run(() => argon2Verify(decoy, password.normalize('NFKC')))
      return false
    },
    needsRehash(phc) {
      const stored = readCost(phc)
      return stored.memoryKib !== memoryKib || stored.passes !== passes || stored.parallelism !== parallelism
    },
    load: () => queue.load(),
  }
}

function busyReason(why: QueueRefusal): string {
  return why === 'full'
    ? 'too many passwords are waiting to be hashed'
    : 'a password waited too long to be hashed'
}

/**
 * A hash of the current cost that no password has: its digest is random, so it need not be computed at all.
 */
function makeDecoy({ memoryKib, passes, parallelism }: PasswordCost): string {
  const [salt, digest] = [randomSegment(16), randomSegment(32)]
  return `$argon2id$v=${version}$m=${memoryKib},t=${passes},p=${parallelism}$${salt}$${digest}`
}

function randomSegment(length: number): string {
  return randomBytes(length).toString('base64').replace(/=+$/, '')
}

function readCost(phc: string): PasswordCost {
  const [, parameters = ''] = phcForm.exec(phc) ?? []
  // The reference implementation writes m, t, p; our library writes m, p, t.
  const cost = new Map(
    parameters.split(',').map((parameter) => [parameter.slice(0, 1), Number(parameter.slice(2))]),
  )
  const [memoryKib, passes, parallelism] = [cost.get('m'), cost.get('t'), cost.get('p')]
  // The text itself stays out of the message: it is a hash, and messages reach the log.
  if (!memoryKib || !passes || !parallelism)
    throw new Error('a stored password hash is not an argon2id PHC string')
  return { memoryKib, passes, parallelism }
}
