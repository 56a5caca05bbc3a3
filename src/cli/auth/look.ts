import { atDesk, type Desk } from '../desk.ts'
import { answer, details, table } from '../print.ts'
import { findUser } from '../users/user.ts'
import { describeCredential, findCredential, kindNames, type Credential } from './credential.ts'

type ListOptions = { count: number; after?: string; json?: boolean }

/** `auth ls` */
export function listCredentials(username: string | undefined, options: ListOptions): Promise<void> {
  return atDesk(async (desk) => {
    const found = username === undefined ? await everybodys(desk, options) : await ofUser(desk, username)
    const all = found.map(describeCredential)
    answer(options.json, all, () => {
      const rows = all.map((one) => [
        one.id,
        kindNames[one.kind],
        one.name,
        one.username,
        one.scopes,
        one.created_at,
        one.expires_at ?? 'never',
        one.last_used_at,
      ])
      const headings = ['ID', 'KIND', 'NAME', 'USER', 'SCOPES', 'CREATED', 'EXPIRES', 'LAST USED']
      return table(headings, rows, 'There is none: latchkey auth add makes one.')
    })
  })
}

/** `auth show` */
export function showCredential(id: string, options: { json?: boolean }): Promise<void> {
  return atDesk(async (desk) => {
    const shown = describeCredential(await findCredential(desk, id))
    answer(options.json, shown, () => details(Object.entries({ ...shown, kind: kindNames[shown.kind] })))
  })
}

/** Tokens are few, made by hand: they all stand on the first page. */
async function everybodys({ store, operator }: Desk, { count, after }: ListOptions): Promise<Credential[]> {
  const appPasswords = await store.appPasswords.listAll(count, after ?? null)
  const tokens = after === undefined ? await operator.listTokens() : []
  return [
    ...tokens.map((token) => ({ kind: 'client_token' as const, token })),
    ...appPasswords.map((facts) => ({ kind: 'app_password' as const, ...facts })),
  ]
}

async function ofUser({ store, operator }: Desk, username: string): Promise<Credential[]> {
  const user = await findUser(operator, username)
  const appPasswords = await store.appPasswords.list(user.id)
  return appPasswords.map((appPassword) => ({ kind: 'app_password', user, appPassword }))
}
