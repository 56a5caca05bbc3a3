import { developer } from './fr/developer.ts'
import { data } from './fr/data.ts'
import { credentials } from './fr/credentials.ts'
import { account } from './fr/account.ts'
import type { Strings } from './catalogue.ts'
import { common } from './fr/common.ts'
import { consent } from './fr/consent.ts'
import { mail } from './fr/mail.ts'
import { recovery } from './fr/recovery.ts'
import { signIn } from './fr/signIn.ts'
import { signOut } from './fr/signOut.ts'
import { signUp } from './fr/signUp.ts'

/** French. */
export const fr: Strings = {
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
