import { applicationOf } from '../domain/oauth/application.ts'
import type { Client, ClientSecret } from '../domain/oauth/client.ts'
import { usesSecret } from '../domain/oauth/clientMetadata.ts'
import type { RateLimits } from '../domain/rateLimit.ts'
import { lifetimeChoices } from '../domain/lifetimeChoice.ts'
import { formatTimestamp, formatTimestampOrNull } from '../domain/timestamp.ts'
import type { DeveloperPages } from './developerPages.ts'

type AppPage = DeveloperPages['developerApp']

/** What is known of an app besides its registration. */
export type AppFacts = AppPage['usage'] & { readonly secrets: readonly ClientSecret[] }

/** The page of an app. @param wrong  what is wrong with a form that was sent from it */
export function developerAppPage(
  client: Client,
  { secrets, ...usage }: AppFacts,
  {
    config,
    now,
  }: { readonly config: { readonly rateLimits: RateLimits; readonly issuer: string }; readonly now: Date },
  wrong: Partial<Pick<AppPage, 'wrongSecret' | 'wrongImage' | 'typed'>> = {},
): AppPage {
  return {
    app: applicationOf(client, config),
    usesSecret: usesSecret(client),
    secrets: secrets.map(({ id, name, createdAt, expiresAt, lastUsedAt }) => ({
      id,
      name,
      createdAt: formatTimestamp(createdAt),
      expiresAt: formatTimestampOrNull(expiresAt),
      lastUsedAt: formatTimestampOrNull(lastUsedAt),
      isExpired: expiresAt !== null && expiresAt.getTime() <= now.getTime(),
    })),
    usage,
    lifetimes: lifetimeChoices,
    typed: { name: '', lifetime: 'none' },
    wrongSecret: null,
    wrongImage: null,
    ...wrong,
  }
}
