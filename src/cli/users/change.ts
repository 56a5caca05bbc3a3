import type { User } from '../../domain/account/user.ts'
import { createJobQueue } from '../../platform/jobQueue.ts'
import { tellLogouts } from '../../steps/tellLogout.ts'
import { atDesk, type Desk } from '../desk.ts'
import { CommandFailure, failed, missing } from '../failure.ts'
import { sealingOf } from '../keys/keys.ts'
import { answer } from '../print.ts'
import { confirm } from '../terminal.ts'
import { describeUser, findUser } from './user.ts'

type Options = { yes?: boolean; json?: boolean }

/** `users suspend` */
export function suspendUser(reference: string, options: Options): Promise<void> {
  return atDesk(async (desk) => {
    const user = await findUser(desk.operator, reference)
    await confirm(`Suspend ${user.email} and end their sessions`, options.yes)
    const changed = await suspendAndTell(user, desk)
    answer(options.json, describeUser(changed), () => `Suspended ${changed.email}: every session has ended.`)
  })
}

/** `users unsuspend` */
export function unsuspendUser(reference: string, options: Options): Promise<void> {
  return atDesk(async ({ operator, now }) => {
    const user = await findUser(operator, reference)
    const changed = present(await operator.unsuspendUser(user.id, now), reference)
    answer(options.json, describeUser(changed), () => `${changed.email} may sign in again.`)
  })
}

/** `users rm` */
export function removeUser(reference: string, options: Options): Promise<void> {
  return atDesk(async (desk) => {
    const user = await findUser(desk.operator, reference)
    await confirm(`Delete ${user.email} for good${await loss(user, desk)}`, options.yes)
    // First, because what apps have to be told is not there any more afterwards.
    await suspendAndTell(user, desk)
    if (!(await desk.operator.deleteUser(user.id))) throw missing(`${user.email} was deleted meanwhile`)
    answer(options.json, { id: user.id, deleted: true }, () => `Deleted ${user.email} (${user.id}).`)
  })
}

/**
 * Suspends an account, and puts down for the service what the apps of its sessions have to be told (Back-Channel Logout §2.5).
 * The account is suspended even where they cannot be told: who suspends is in a hurry.
 */
async function suspendAndTell(user: User, { config, operator, store, random, now }: Desk): Promise<User> {
  const changed = present(await operator.suspendUser(user.id, now), user.email)
  if ((await store.logouts.endedAt(user.id, now)).length === 0) return changed
  try {
    await tellLogouts(user.id, now, { store, jobs: createJobQueue({ sealing: sealingOf(config), random }) })
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error
    throw failed(`${changed.email} is suspended, but its apps could not be told`, ...error.lines)
  }
  return changed
}

/** What goes with an account that others may miss. */
async function loss(user: User, { operator, now }: Desk): Promise<string> {
  const { apps } = await operator.countBelongings(user.id, now)
  if (apps === 0) return ''
  return `, and with it ${apps === 1 ? 'an app' : `${apps} apps`} that other people may sign in to`
}

function present(user: User | null, reference: string): User {
  if (user === null) throw missing(`${reference} was deleted meanwhile`)
  return user
}
