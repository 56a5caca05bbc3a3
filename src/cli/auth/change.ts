import { formatSecret, hashSecret } from '../../domain/token/secret.ts'
import { atDesk, type Desk } from '../desk.ts'
import { missing } from '../failure.ts'
import { answer } from '../print.ts'
import { confirm } from '../terminal.ts'
import { printOnce } from './add.ts'
import { findCredential, kindNames, type Credential } from './credential.ts'
import { tellOwner } from './history.ts'

type Options = { yes?: boolean; json?: boolean }

/** `auth rm` */
export function removeCredential(id: string, options: Options): Promise<void> {
  return atDesk(async (desk) => {
    const credential = await findCredential(desk, id)
    const name = callIt(credential)
    await confirm(`Revoke the ${name}`, options.yes)
    if (!(await remove(credential, desk))) throw missing(`the ${name} was removed meanwhile`)
    answer(options.json, { id, deleted: true }, () => `Revoked the ${name}: it opens nothing any more.`)
  })
}

/** `auth reset` */
export function resetCredential(id: string, options: Options): Promise<void> {
  return atDesk(async (desk) => {
    const credential = await findCredential(desk, id)
    const name = callIt(credential)
    await confirm(`Replace the secret of the ${name}; what uses the former stops working`, options.yes)
    const replaced = await replace(credential, desk)
    if (replaced === null) throw missing(`the ${name} was removed meanwhile`)
    printOnce(replaced.credential, replaced.secret, 'Replaced the secret of', options.json)
  })
}

async function remove(credential: Credential, desk: Desk): Promise<boolean> {
  if (credential.kind === 'client_token') return desk.operator.deleteToken(credential.token.id)
  if (!(await desk.store.appPasswords.delete(credential.appPassword.id, null))) return false
  await tellOwner(credential.user.id, 'app_password_removed', desk)
  return true
}

/** Null when it is gone. */
async function replace(
  credential: Credential,
  desk: Desk,
): Promise<{ readonly credential: Credential; readonly secret: string } | null> {
  const { store, operator, random, now } = desk
  if (credential.kind === 'app_password') {
    const secret = formatSecret('appPassword', random.bytes(32))
    const appPassword = renew(credential.appPassword, now)
    const done = await store.appPasswords.replaceSecret({ appPassword, hash: hashSecret(secret) })
    if (!done) return null
    await tellOwner(credential.user.id, 'app_password_created', desk)
    return { credential: { ...credential, appPassword }, secret }
  }
  const secret = formatSecret('operatorToken', random.bytes(32))
  const token = renew(credential.token, now)
  const done = await operator.replaceTokenSecret({ token, hash: hashSecret(secret) })
  return done ? { credential: { ...credential, token }, secret } : null
}

/** The same, made now: it lives as long as the former was meant to, counted from now. */
function renew<T extends { readonly createdAt: Date; readonly expiresAt: Date | null }>(
  former: T,
  now: Date,
): T {
  const { createdAt, expiresAt } = former
  const length = expiresAt === null ? null : expiresAt.getTime() - createdAt.getTime()
  const end = length === null ? null : new Date(now.getTime() + length)
  return { ...former, createdAt: now, expiresAt: end, lastUsedAt: null }
}

function callIt(credential: Credential): string {
  const { name } = credential.kind === 'app_password' ? credential.appPassword : credential.token
  const owner = credential.kind === 'app_password' ? ` of ${credential.user.email}` : ''
  return `${kindNames[credential.kind]} ${JSON.stringify(name)}${owner}`
}
