import type { Context } from '../context.ts'
import { networkOf } from '../domain/address.ts'
import { checkInitialToken } from '../domain/oauth/registrationAccess.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'

const hourMs = 3_600_000

/** Who wants to register a client. */
export type Registrant = {
  readonly initialAccessToken: string | null | Refusal
  readonly address: string
}

/**
 * Decides whether somebody may register a client (RFC 7591 §3), and counts it where nobody vouches for them.
 *
 * @returns whether the operator vouches, by an initial access token; or a refusal
 */
export async function admitRegistration(
  { initialAccessToken: token, address }: Registrant,
  { config, limiter }: Pick<Context, 'config' | 'limiter'>,
): Promise<{ readonly isVouchedFor: boolean } | Refusal> {
  const { mode, tokens, mostInHour } = config.clientRegistration
  const wrong = isRefusal(token) ? token : checkInitialToken(token, tokens)
  if (wrong === null) return { isVouchedFor: true }
  // Where registration is open no token is needed: one that is none of ours is as good as none.
  if (mode !== 'open') return wrong
  if (mostInHour === 0) return { isVouchedFor: false }
  const key = `registration:${networkOf(address, { ipv4: 32, ipv6: 64 })}`
  const { current, ttlMs } = await limiter.increment(key, hourMs)
  if (current <= mostInHour) return { isVouchedFor: false }
  return refuse(
    'rate_limit_exceeded',
    'Too many registrations; try again later',
    'registrations of an address',
    {
      retryAfterSeconds: Math.max(1, Math.ceil(ttlMs / 1000)),
    },
  )
}
