import { checkPending, describeTotp, totpLabel } from '../../domain/account/totp.ts'
import type { Operation } from '../../http/operation.ts'
import { renderQrCode } from '../../pages/qrCode.ts'

/** Shows the secret of an authenticator app as a QR code, for as long as it waits for its first code. */
export const getTotpQrCode: Operation<'getTotpQrCode'> = async (call, { store, sealing, config }) => {
  const { user } = call.principal
  const factor = await store.factors.findTotp(user.id)
  const refusal = checkPending(factor, call.now)
  if (refusal !== null) return call.refuse(refusal)
  const secret = sealing.open(totpLabel, factor!.sealedSecret)
  return call.reply(200, renderQrCode(describeTotp(secret, user.email, config.issuer).otpauthUri))
}
