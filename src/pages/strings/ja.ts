import { developer } from './ja/developer.ts'
import { data } from './ja/data.ts'
import { credentials } from './ja/credentials.ts'
import { account } from './ja/account.ts'
import type { Strings } from './catalogue.ts'
import { common } from './ja/common.ts'
import { consent } from './ja/consent.ts'
import { mail } from './ja/mail.ts'
import { recovery } from './ja/recovery.ts'
import { signIn } from './ja/signIn.ts'
import { signOut } from './ja/signOut.ts'
import { signUp } from './ja/signUp.ts'

/** Japanese. */
export const ja: Strings = {
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
