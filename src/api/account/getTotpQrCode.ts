import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderQrCode } from '../../pages/qrCode.ts'
import { findPendingTotp } from '../../steps/findPendingTotp.ts'

/** Shows the secret of an authenticator app as a QR code, for as long as it waits for its first code. */
export const getTotpQrCode: Operation<'getTotpQrCode'> = async (call, context) => {
  const pending = await findPendingTotp(call.principal.user, call.now, context)
  return isRefusal(pending) ? call.refuse(pending) : call.reply(200, renderQrCode(pending.otpauthUri))
}
