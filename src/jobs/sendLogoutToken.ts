import type { Context } from '../context.ts'
import { logoutTokenClaims, type LogoutNotice } from '../domain/oidc/logout.ts'
import { subjectOf } from '../domain/oidc/subject.ts'
import type { JobOutcome } from '../domain/job.ts'

type Needs = Pick<Context, 'store' | 'keys' | 'config' | 'random' | 'clock' | 'outbound' | 'subjectKey'>

/**
 * Tells an app that a session has ended (OpenID Connect Back-Channel Logout §2.5). The app is looked up anew: what it registered
 * meanwhile counts. Each attempt signs a token of its own, because they are good for two minutes only.
 *
 * A 400 is the app's last word: it has understood and refuses (§2.8). Everything else is tried again.
 */
export async function sendLogoutToken(payload: unknown, context: Needs): Promise<JobOutcome> {
  // It was sealed by `endSession` or `tellLogout`.
  const { clientId, userId, sessionId } = payload as LogoutNotice
  const now = context.clock.now()
  const client = (await context.store.clients.findByClientId(clientId, now))?.client
  if (client === undefined || client.backchannelLogoutUri === null) return 'done'
  const alg = client.idTokenSignedResponseAlg
  if (alg === 'HS256') return { hopeless: 'the app verifies with its secret by now' }
  const claims = logoutTokenClaims(
    {
      issuer: context.config.issuer,
      clientId,
      subject: subjectOf(client, userId, context.subjectKey),
      sessionId,
      jti: context.random.bytes(16).toString('base64url'),
    },
    now,
  )
  const token = context.keys.sign(alg, 'logout+jwt', claims)
  const status = await context.outbound.postForm(client.backchannelLogoutUri, client.id, {
    logout_token: token,
  })
  if (status === 200 || status === 204) return 'done'
  if (status === 400) return { hopeless: 'the app refused the logout token' }
  throw new Error(`the app answered the logout token with ${status}`)
}
