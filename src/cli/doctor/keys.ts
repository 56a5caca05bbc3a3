import type { Config } from '../../config.ts'
import { signingAlgorithms } from '../../domain/token/keySchedule.ts'
import type { StoredSigningKey } from '../../domain/token/signingKey.ts'
import { keyLifetimes, openPrivateKey } from '../../platform/keyChanges.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Keys } from '../../store/keys.ts'
import { CommandFailure } from '../failure.ts'
import { sealingOf } from '../keys/keys.ts'
import { fail, ok, reasonOf, warn, type Finding } from './finding.ts'

const check = 'signing keys'
const dayMs = 86_400_000

/** Whether there is a key for every algorithm, how old it is, and whether the secret at hand opens it. */
export async function examineKeys(keys: Keys, config: Config): Promise<readonly Finding[]> {
  const stored = await keys.list()
  if (stored.length === 0)
    return [warn(check, 'there is none yet', 'the first start of the service makes them')]
  return [examineSealing(stored, config) ?? examineAges(stored)]
}

/** Null when every key can be opened. */
function examineSealing(stored: readonly StoredSigningKey[], config: Config): Finding | null {
  try {
    const sealing = sealingOf(config)
    for (const key of stored) openPrivateKey(key, sealing)
    return null
  } catch (error) {
    const message = error instanceof CommandFailure ? error.lines.join(' ') : reasonOf(error)
    return fail(check, message, "give this command the service's LATCHKEY_SECRET")
  }
}

function examineAges(stored: readonly StoredSigningKey[]): Finding {
  const active = stored.filter(({ status }) => status === 'active')
  const lacking = signingAlgorithms.filter((name) => !active.some(({ algorithm }) => algorithm === name))
  if (lacking.length > 0)
    return fail(check, `no active key for ${lacking.join(', ')}`, 'start the service, which makes one')
  const now = systemClock.now().getTime()
  const ages = active.map(({ statusSince }) => Math.floor((now - statusSince.getTime()) / dayMs))
  const oldest = Math.max(...ages)
  // A day more than the schedule's: the service looks once a minute, and may have been off for a night.
  if (oldest > keyLifetimes.activeSeconds / 86_400 + 1)
    return warn(
      check,
      `the oldest has signed for ${oldest} days: rotation is overdue`,
      'a running service rotates by itself: see whether it runs, or latchkey keys rotate',
    )
  return ok(check, `${active.length} sign, the oldest for ${oldest} days; ${stored.length} published`)
}
