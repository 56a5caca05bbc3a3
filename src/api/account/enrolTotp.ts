import { describeTotp, enrolmentSeconds } from '../../domain/account/totp.ts'
import { after } from '../../domain/moment.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'
import { beginTotp } from '../../steps/beginTotp.ts'

/** Makes the secret of an authenticator app. It proves nobody until a first code was shown. */
export const enrolTotp: Operation<'enrolTotp'> = async (call, context) => {
  const { user } = call.principal
  const begun = await beginTotp(user.id, call.now, context)
  if (isRefusal(begun)) return call.refuse(begun)
  const { secret, otpauthUri } = describeTotp(begun.secret, user.email, context.config.issuer)
  return call.reply(201, {
    secret,
    otpauth_uri: otpauthUri,
    expires_at: formatTimestamp(after(call.now, enrolmentSeconds)),
  })
}
