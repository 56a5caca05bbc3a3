import type { Context } from '../../context.ts'
import { lastUseOf } from '../../domain/oauth/client.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import {
  appSubject,
  usageOf,
  windowSeconds,
  type RateSubject,
  type WindowName,
} from '../../domain/rateLimit.ts'
import { formatTimestampOrNull } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'

/** Users are counted up to here: beyond it nobody needs to know exactly. */
const mostUsers = 100_000

/** Shows how much of its limits one of the signed-in user's apps has used, and who uses it. */
export const getAppUsage: Operation<'getAppUsage'> = async (call, context) => {
  const { clients } = context.store
  const client = await clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const subject = appSubject(client, context.config.rateLimits)
  const [hour, day, users, secrets] = await Promise.all([
    windowOf('hour', subject, call.now, context),
    windowOf('day', subject, call.now, context),
    clients.countUsers(client.id, mostUsers),
    clients.listSecrets(client.id),
  ])
  return call.reply(200, { hour, day, users, last_used_at: formatTimestampOrNull(lastUseOf(secrets)) })
}

async function windowOf(name: WindowName, { key, limits }: RateSubject, now: Date, { limiter }: Context) {
  const usage = usageOf(limits[name], await limiter.peek(key, windowSeconds[name] * 1000), now)
  if (usage === null) return null
  const { limit, used, remaining, resetAtSeconds: reset } = usage
  return { limit, used, remaining, reset }
}
