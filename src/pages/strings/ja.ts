import type { Strings } from './catalogue.ts'
import { common } from './ja/common.ts'
import { consent } from './ja/consent.ts'
import { mail } from './ja/mail.ts'
import { recovery } from './ja/recovery.ts'
import { signIn } from './ja/signIn.ts'
import { signOut } from './ja/signOut.ts'
import { signUp } from './ja/signUp.ts'

/** Japanese. */
export const ja: Strings = { ...common, ...signIn, ...signUp, ...recovery, ...consent, ...signOut, ...mail }
