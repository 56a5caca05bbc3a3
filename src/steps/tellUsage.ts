import type { Context } from '../context.ts'
import { lastUseOf, type Client } from '../domain/oauth/client.ts'
import { appSubject, usageOf, windowSeconds, type RateSubject, type WindowName } from '../domain/rateLimit.ts'

/** Users are counted up to here: beyond it nobody needs to know exactly. */
const mostUsers = 100_000

/** How much of its limits an app has used, who uses it, and when one of its secrets was last used. */
export async function tellUsage(
  client: Client,
  now: Date,
  context: Pick<Context, 'store' | 'config' | 'limiter'>,
) {
  const { clients } = context.store
  const subject = appSubject(client, context.config.rateLimits)
  const [hour, day, users, secrets] = await Promise.all([
    windowOf('hour', subject, now, context),
    windowOf('day', subject, now, context),
    clients.countUsers(client.id, mostUsers),
    clients.listSecrets(client.id),
  ])
  return { hour, day, users, lastUsedAt: lastUseOf(secrets), secrets }
}

async function windowOf(
  name: WindowName,
  { key, limits }: RateSubject,
  now: Date,
  { limiter }: Pick<Context, 'limiter'>,
) {
  const usage = usageOf(limits[name], await limiter.peek(key, windowSeconds[name] * 1000), now)
  if (usage === null) return null
  const { limit, used, remaining, resetAtSeconds: reset } = usage
  return { limit, used, remaining, reset }
}
