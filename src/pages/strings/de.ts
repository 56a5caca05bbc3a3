import { developer } from './de/developer.ts'
import { data } from './de/data.ts'
import { credentials } from './de/credentials.ts'
import { account } from './de/account.ts'
import type { Strings } from './catalogue.ts'
import { common } from './de/common.ts'
import { consent } from './de/consent.ts'
import { mail } from './de/mail.ts'
import { recovery } from './de/recovery.ts'
import { signIn } from './de/signIn.ts'
import { signOut } from './de/signOut.ts'
import { signUp } from './de/signUp.ts'

/** German. */
export const de: Strings = {
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
