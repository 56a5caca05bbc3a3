import type { User } from '../../domain/account/user.ts'
import { atDesk, type Desk } from '../desk.ts'
import { missing } from '../failure.ts'
import { answer } from '../print.ts'
import { confirm } from '../terminal.ts'
import { describeUser, findUser } from './user.ts'

type Options = { yes?: boolean; json?: boolean }

/** `users suspend` */
export function suspendUser(reference: string, options: Options): Promise<void> {
  return atDesk(async ({ operator, now }) => {
    const user = await findUser(operator, reference)
    await confirm(`Suspend ${user.email} and end their sessions`, options.yes)
    const changed = present(await operator.suspendUser(user.id, now), reference)
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
    if (!(await desk.operator.deleteUser(user.id))) throw missing(`${user.email} was deleted meanwhile`)
    answer(options.json, { id: user.id, deleted: true }, () => `Deleted ${user.email} (${user.id}).`)
  })
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
