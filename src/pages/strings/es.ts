import { developer } from './es/developer.ts'
import { data } from './es/data.ts'
import { credentials } from './es/credentials.ts'
import { account } from './es/account.ts'
import type { Strings } from './catalogue.ts'
import { common } from './es/common.ts'
import { consent } from './es/consent.ts'
import { mail } from './es/mail.ts'
import { recovery } from './es/recovery.ts'
import { signIn } from './es/signIn.ts'
import { signOut } from './es/signOut.ts'
import { signUp } from './es/signUp.ts'

/** Spanish. */
export const es: Strings = {
  ...common,
  ...signIn,
  ...signUp,
  ...recovery,
  ...consent,
  ...signOut,
  ...mail,
  ...account,
  ...credentials,
  ...data,
  ...developer,
}
