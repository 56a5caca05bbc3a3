import { describeTotp, enrolmentSeconds, totpLabel, totpSecretBytes } from '../../domain/account/totp.ts'
import { after } from '../../domain/moment.ts'
import { refuse } from '../../domain/refusal.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'

/** Makes the secret of an authenticator app. It proves nobody until a first code was shown. */
export const enrolTotp: Operation<'enrolTotp'> = async (call, context) => {
  const { store, random, sealing, config } = context
  const { user } = call.principal
  const secret = random.bytes(totpSecretBytes)
  const isEnrolled = await store.factors.enrolTotp({
    userId: user.id,
    sealedSecret: sealing.seal(totpLabel, secret),
    createdAt: call.now,
    confirmedAt: null,
    lastStep: null,
  })
  if (!isEnrolled)
    return call.refuse(refuse('conflict', 'An authenticator app is in use already; remove it first'))
  const { secret: text, otpauthUri } = describeTotp(secret, user.email, config.issuer)
  return call.reply(201, {
    secret: text,
    otpauth_uri: otpauthUri,
    expires_at: formatTimestamp(after(call.now, enrolmentSeconds)),
  })
}
