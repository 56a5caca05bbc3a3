import type { AppRegistrationRequest, AppRegistrationResponse, TokenResponse } from '../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from './actors.ts'
import { runAsAdmin } from './database.ts'
import type { TestService } from './service.ts'

/** An app of somebody else that a person has let in, with the tokens it got. */
export type Connection = {
  readonly app: AppRegistrationResponse
  readonly owner: Person
  readonly tokens: TokenResponse
}

/** Lets an app of a stranger in, with consent. */
export async function connectApp(
  service: TestService,
  person: Person,
  body: Partial<AppRegistrationRequest> = {},
): Promise<Connection> {
  const owner = await signUp(service)
  const scopes = ['openid', 'profile', 'email', 'offline_access']
  const app = await registerTestApp(service, owner, { scopes, ...body })
  return { app, owner, tokens: await letIn(service, person, app) }
}

/** Registers an app of the operator, which asks nobody for consent. */
export async function registerHouseApp(
  service: TestService,
  body: Partial<AppRegistrationRequest> = {},
): Promise<AppRegistrationResponse> {
  const app = await registerTestApp(service, await signUp(service), body)
  const text = 'update clients set first_party = true, owner_id = null where client_id = $1'
  await runAsAdmin(service.database, text, [app.app_id])
  return app
}

/** Lets an app in, and returns the tokens it gets. */
export function letIn(
  service: TestService,
  person: Person,
  app: AppRegistrationResponse,
  scope = 'openid email',
): Promise<TokenResponse> {
  return obtainTokens(service, person, app, { consent: 'approve', scope })
}
