import type { Config } from '../../config.ts'
import { applicationOf, type ApplicationBody } from '../../domain/oauth/application.ts'
import type { Client } from '../../domain/oauth/client.ts'
import { requestedResource } from '../../domain/oauth/resource.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import type { OperatorClientChanges, Operator } from '../../store/operator.ts'
import { failed, missing, misused, type CommandFailure } from '../failure.ts'
import { storedLimit, type LimitOption } from './limit.ts'

/** The options of `clients add` and `clients mod`, as they come from the command line. */
export type ClientOptions = {
  name?: string
  description?: string
  redirectUri?: readonly string[]
  postLogoutRedirectUri?: readonly string[]
  scopes?: string
  authMethod?: NonNullable<Client['tokenEndpointAuthMethod']>
  tokenFormat?: Client['accessTokenFormat']
  idTokenAlg?: Client['idTokenSignedResponseAlg']
  pkce?: boolean
  firstParty?: boolean
  perHour?: LimitOption
  perDay?: LimitOption
  resource?: readonly string[]
  /** false: none */
  resources?: false
  json?: boolean
}

/** An app as commands print it: as `/api/v1/apps` does, and what only the operator sees. The members are stable. */
export function describeClient(client: Client, config: Pick<Config, 'rateLimits' | 'issuer'>) {
  return {
    ...applicationOf(client, config),
    owner_id: client.ownerId,
    resources: client.resources,
    has_own_rate_limit: client.rateLimitHour !== null || client.rateLimitDay !== null,
    updated_at: formatTimestamp(client.updatedAt),
  }
}

/** The client that a person calls by `app_…` or internal id; throws (no such thing) when there is none. */
export async function findClient(operator: Operator, reference: string): Promise<Client> {
  const found = await operator.findClient(reference)
  if (found === null)
    throw missing(`there is no client ${JSON.stringify(reference)}: see latchkey clients ls`)
  return found
}

/** What the options say that an owner may say as well, in the words of `/api/v1/apps`. */
export function bodyOf(options: ClientOptions): ApplicationBody {
  return {
    name: options.name,
    description: options.description,
    redirect_uris: options.redirectUri,
    post_logout_redirect_uris: options.postLogoutRedirectUri,
    scopes: options.scopes?.split(/[\s,]+/).filter(Boolean),
    token_endpoint_auth_method: options.authMethod,
    access_token_format: options.tokenFormat,
    id_token_signed_response_alg: options.idTokenAlg,
    require_pkce: options.pkce,
  }
}

/** What the options say that only the operator may say. A resource has to be what a token can be asked for. */
export function operatorChangesOf(options: ClientOptions): OperatorClientChanges {
  const resources = options.resources === false ? [] : options.resource
  for (const resource of resources ?? [])
    if (typeof requestedResource(resource) !== 'string')
      throw misused(`--resource ${JSON.stringify(resource)} must be an absolute URI without fragment`)
  return {
    ...(options.firstParty !== undefined && { firstParty: options.firstParty }),
    ...(options.perHour !== undefined && { rateLimitHour: storedLimit(options.perHour) }),
    ...(options.perDay !== undefined && { rateLimitDay: storedLimit(options.perDay) }),
    ...(resources !== undefined && { resources: [...new Set(resources)] }),
  }
}

/** The rules of apps say no: every failing member, in the words of the options. */
export function explainRefusal(refusal: Refusal): CommandFailure {
  const errors = refusal.errors ?? []
  if (errors.length === 0) return failed(refusal.description)
  return failed(...errors.map(({ path, message }) => `${optionOf(path)} ${message}`))
}

/** Throws what a refusal says. */
export function accepted<T>(decision: T | Refusal): T {
  if (isRefusal(decision)) throw explainRefusal(decision)
  return decision
}

const optionsOfMembers: Readonly<Record<string, string>> = {
  name: '--name',
  description: '--description',
  redirect_uris: '--redirect-uri',
  post_logout_redirect_uris: '--post-logout-redirect-uri',
  scopes: '--scopes',
  token_endpoint_auth_method: '--auth-method',
  access_token_format: '--token-format',
  id_token_signed_response_alg: '--id-token-alg',
  require_pkce: '--pkce',
}

/** `/redirect_uris/1` is the second `--redirect-uri`. */
function optionOf(path: string): string {
  const [, member = '', index] = path.split('/')
  const option = optionsOfMembers[member] ?? member
  return index === undefined || index === '0' ? option : `${option} (number ${Number(index) + 1})`
}
