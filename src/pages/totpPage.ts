import type { AccountPages } from './accountPage.ts'
import { drawQrCode } from './qrCode.ts'

type TotpPage = AccountPages['accountTotp']

/** The page of an authenticator app. @param pending  the secret that waits for its first code; null: none does */
export function totpPage(pending: TotpPage['pending'], wrong = false): TotpPage {
  return { pending, qrCode: pending === null ? '' : drawQrCode(pending.otpauthUri), wrong }
}
