import { atDesk } from '../desk.ts'
import { answer, details, table } from '../print.ts'
import { describeUser, findUser } from './user.ts'

/** `users ls` */
export function listUsers(options: { count: number; after?: string; json?: boolean }): Promise<void> {
  return atDesk(async ({ operator }) => {
    const users = (await operator.listUsers(options.count, options.after ?? null)).map(describeUser)
    answer(options.json, users, () => {
      const rows = users.map((user) => [
        user.id,
        user.email,
        user.email_verified,
        user.second_factors,
        user.created_at,
        user.suspended_at,
      ])
      const headings = ['ID', 'E-MAIL', 'VERIFIED', 'FACTORS', 'CREATED', 'SUSPENDED']
      return table(headings, rows, 'There is no user.')
    })
  })
}

/** `users show` */
export function showUser(reference: string, options: { json?: boolean }): Promise<void> {
  return atDesk(async ({ operator, now }) => {
    const user = await findUser(operator, reference)
    const { sessions, apps, appPasswords, connectedApps } = await operator.countBelongings(user.id, now)
    const shown = {
      ...describeUser(user),
      sessions,
      apps,
      app_passwords: appPasswords,
      connected_apps: connectedApps,
    }
    answer(options.json, shown, () => details(Object.entries(shown)))
  })
}
