import { parseEmail } from '../../domain/account/email.ts'
import { checkPassword, normalisePassword } from '../../domain/account/password.ts'
import type { User } from '../../domain/account/user.ts'
import type { Config } from '../../config.ts'
import { loadCommonPasswords } from '../../platform/commonPasswords.ts'
import { createLog } from '../../platform/log.ts'
import { createPasswords } from '../../platform/passwords.ts'
import { atDesk } from '../desk.ts'
import { failed, misused } from '../failure.ts'
import { answer } from '../print.ts'
import { askNewPassword, orAsk, readSecretLine } from '../terminal.ts'
import { describeUser } from './user.ts'

type Options = { verified?: boolean; passwordStdin?: boolean; json?: boolean }

/** `users add` */
export async function addUser(given: string | undefined, options: Options): Promise<void> {
  const typed = await orAsk(given, 'e-mail address', 'give an e-mail address: latchkey users add <email>')
  const email = parseEmail(typed)
  if (email === null) throw misused(`${JSON.stringify(typed)} is no e-mail address`)
  const password = options.passwordStdin
    ? await readSecretLine()
    : await askNewPassword('the password is missing: add --password-stdin and send it to standard input')
  await atDesk(async ({ config, store, random, now }) => {
    const user: User = {
      id: random.uuid(now),
      email: email.email,
      emailVerified: options.verified === true,
      secondFactors: [],
      createdAt: now,
      updatedAt: now,
      suspendedAt: null,
      deletionRequestedAt: null,
    }
    const hash = await hashOf(password, config)
    if ((await store.users.create(user, email.emailKey, hash)) === 'exists')
      throw failed(`there is an account ${email.email} already`)
    answer(options.json, describeUser(user), () => `Made the account ${user.email} (${user.id}).`)
  })
}

/** Made and checked like everybody's. */
async function hashOf(password: string, config: Config): Promise<string> {
  const isCommon = config.profile === 'strict' ? await loadCommonPasswords() : () => false
  const weak = checkPassword(password, config.profile, isCommon)
  if (weak !== null) throw failed(`the password ${weak.message}`)
  const passwords = createPasswords({ ...config.passwords, log: createLog({ level: 'silent' }) })
  return passwords.hash(normalisePassword(password))
}
