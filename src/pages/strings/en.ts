import { developer } from './en/developer.ts'
import { data } from './en/data.ts'
import { credentials } from './en/credentials.ts'
import { account } from './en/account.ts'
import { common } from './en/common.ts'
import { consent } from './en/consent.ts'
import { mail } from './en/mail.ts'
import { recovery } from './en/recovery.ts'
import { signIn } from './en/signIn.ts'
import { signOut } from './en/signOut.ts'
import { signUp } from './en/signUp.ts'

/** English: the catalogue that the other languages are held against. */
export const en = {
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
} as const
