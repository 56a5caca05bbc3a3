import {
  appPasswordScopes,
  defaultAppPasswordSeconds,
  mostAppPasswords,
  orderScope,
  type AppPassword,
  type AppPasswordScope,
} from '../../domain/account/appPassword.ts'
import { after } from '../../domain/moment.ts'
import { readOperatorScope, type OperatorToken } from '../../domain/oauth/operatorToken.ts'
import { formatSecret, hashSecret } from '../../domain/token/secret.ts'
import { atDesk, type Desk } from '../desk.ts'
import { failed, misused } from '../failure.ts'
import { answer, details, onceOnly } from '../print.ts'
import { orAsk } from '../terminal.ts'
import { findUser } from '../users/user.ts'
import { describeCredential, kindNames, type Credential } from './credential.ts'
import { tellOwner } from './history.ts'

type Options = { name?: string; scopes?: string; expiresIn?: number; json?: boolean }
type Wish = { readonly name: string; readonly scopes: string; readonly expiresAt: Date | null }

/** As long as the contract lets a name be. */
const longestName = 100

/** `auth add` */
export async function addCredential(username: string | undefined, options: Options): Promise<void> {
  const name = checkName(await orAsk(options.name, 'name, to know it again', 'give it a name with -n'))
  const scopes = await askScopes(username, options)
  await atDesk(async (desk) => {
    const seconds = options.expiresIn ?? defaultAppPasswordSeconds
    const wish = { name, scopes, expiresAt: seconds === -1 ? null : after(desk.now, seconds) }
    const { credential, secret } =
      username === undefined ? await addToken(wish, desk) : await addAppPassword(username, wish, desk)
    printOnce(credential, secret, 'Made', options.json)
  })
}

/** Prints a credential with the secret that nobody can be shown again. */
export function printOnce(credential: Credential, secret: string, verb: string, json?: boolean): void {
  const shown = describeCredential(credential)
  answer(json, { ...shown, secret }, () => {
    const kind = kindNames[credential.kind]
    const members = details(Object.entries({ ...shown, kind }))
    return `${verb} the ${kind}.\n\n${members}\n\n${onceOnly(kind, secret)}`
  })
}

function askScopes(username: string | undefined, { scopes }: Options): Promise<string> {
  return username === undefined
    ? orAsk(scopes, 'scopes, e.g. metrics', 'say what it may do with -s, e.g. -s metrics')
    : orAsk(scopes, 'scopes: read, write, or both', 'say what it may do with -s: read, write or "read write"')
}

async function addAppPassword(username: string, wish: Wish, desk: Desk) {
  const { operator, store, random, now } = desk
  const scope = readScope(wish.scopes)
  const user = await findUser(operator, username)
  const secret = formatSecret('appPassword', random.bytes(32))
  const { name, expiresAt } = wish
  const id = random.uuid(now)
  const appPassword: AppPassword = {
    id,
    userId: user.id,
    name,
    scope,
    createdAt: now,
    expiresAt,
    lastUsedAt: null,
  }
  const added = await store.appPasswords.add(
    { appPassword, hash: hashSecret(secret) },
    mostAppPasswords,
    null,
    now,
  )
  if (added === 'full')
    throw failed(`${user.email} has ${mostAppPasswords} app passwords: remove one first (latchkey auth rm)`)
  await tellOwner(user.id, 'app_password_created', desk)
  return { credential: { kind: 'app_password' as const, user, appPassword }, secret }
}

async function addToken(wish: Wish, { operator, random, now }: Desk) {
  const read = readOperatorScope(wish.scopes)
  if ('error' in read) throw misused(read.error)
  const secret = formatSecret('operatorToken', random.bytes(32))
  const { name, expiresAt } = wish
  const id = random.uuid(now)
  const token: OperatorToken = { id, name, scope: read.scope, createdAt: now, expiresAt, lastUsedAt: null }
  await operator.addToken({ token, hash: hashSecret(secret) })
  return { credential: { kind: 'client_token' as const, token }, secret }
}

function readScope(text: string): readonly AppPasswordScope[] {
  const asked = text.split(/[\s,]+/).filter(Boolean)
  const isScope = (name: string): name is AppPasswordScope =>
    appPasswordScopes.some((scope) => scope === name)
  if (asked.length === 0 || !asked.every(isScope))
    throw misused(`the scopes of an app password are ${appPasswordScopes.join(' and ')}: -s "read write"`)
  return orderScope(asked)
}

function checkName(name: string): string {
  const plain = name.trim()
  if (plain === '' || plain.length > longestName || /[\p{C}\u2028\u2029]/u.test(plain))
    throw misused(`the name must have 1–${longestName} characters, and no control characters`)
  return plain
}
