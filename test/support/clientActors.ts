import { createAppSecret, type AppRegistrationResponse } from '../../client/index.ts'
import { registerTestApp, type Person } from './actors.ts'
import type { TestService } from './service.ts'
import { basicOf } from './tokens.ts'

/** An app that tries to prove itself, by what it presents. */
export type ClientActor = {
  readonly name: string
  readonly authorization?: string
  readonly members: Readonly<Record<string, string>>
  /** `public`: a public app, which is enough only where authentication is optional */
  readonly outcome: 'success' | 'public' | 400 | 401
}

/** Adds a secret that expires, and returns its text. */
export async function addSecret(
  service: TestService,
  person: Person,
  app: AppRegistrationResponse,
  seconds: number,
): Promise<string> {
  const { data } = await createAppSecret({
    client: service.as(person.token),
    path: { appId: app.app_id },
    body: { name: 'brief', expires_in: seconds },
    throwOnError: true,
  })
  return data.app_secret
}

/** Every way in which an app may try, by name. */
export async function createClientActors(
  service: TestService,
  victim: Person,
  stranger: Person,
  app: AppRegistrationResponse,
  expiredSecret: string,
): Promise<ClientActor[]> {
  const others = await registerTestApp(service, stranger)
  const publicApp = await registerTestApp(service, victim, { token_endpoint_auth_method: 'none' })
  const basicApp = await registerTestApp(service, victim, {
    token_endpoint_auth_method: 'client_secret_basic',
  })
  const postApp = await registerTestApp(service, victim, { token_endpoint_auth_method: 'client_secret_post' })
  const id = app.app_id
  const secret = app.app_secret!
  const post = (clientId: string, clientSecret: string) => ({
    client_id: clientId,
    client_secret: clientSecret,
  })
  const none = {}
  const basic = (clientId: string, clientSecret: string) => basicOf(clientId, clientSecret).Authorization
  return [
    { name: 'the secret in the body', members: post(id, secret), outcome: 'success' },
    { name: 'the secret by Basic', authorization: basic(id, secret), members: none, outcome: 'success' },
    {
      name: 'the secret by Basic beside its own id',
      authorization: basic(id, secret),
      members: { client_id: id },
      outcome: 'success',
    },
    { name: 'a public app', members: { client_id: publicApp.app_id }, outcome: 'public' },
    { name: 'nothing', members: none, outcome: 401 },
    { name: 'the id alone', members: { client_id: id }, outcome: 401 },
    { name: 'the secret alone', members: { client_secret: secret }, outcome: 401 },
    { name: 'a wrong secret in the body', members: post(id, 'secret_wrong'), outcome: 401 },
    {
      name: 'a wrong secret by Basic',
      authorization: basic(id, 'secret_wrong'),
      members: none,
      outcome: 401,
    },
    { name: 'an unknown app', members: post('app_unknown', secret), outcome: 401 },
    {
      name: 'an unknown app by Basic',
      authorization: basic('app_unknown', secret),
      members: none,
      outcome: 401,
    },
    { name: "another app's secret", members: post(id, others.app_secret!), outcome: 401 },
    {
      name: "another app's secret by Basic",
      authorization: basic(id, others.app_secret!),
      members: none,
      outcome: 401,
    },
    { name: 'an expired secret', members: post(id, expiredSecret), outcome: 401 },
    {
      name: 'two methods at once',
      authorization: basic(id, secret),
      members: post(id, secret),
      outcome: 400,
    },
    {
      name: 'Basic beside another id',
      authorization: basic(id, secret),
      members: { client_id: others.app_id },
      outcome: 400,
    },
    { name: 'Basic that cannot be read', authorization: 'Basic !', members: none, outcome: 401 },
    {
      name: 'Basic without a colon',
      authorization: `Basic ${Buffer.from(id).toString('base64')}`,
      members: none,
      outcome: 401,
    },
    { name: 'a session token', authorization: `Bearer ${victim.token}`, members: none, outcome: 401 },
    { name: 'a public app with a secret', members: post(publicApp.app_id, secret), outcome: 401 },
    {
      name: 'the body for an app of Basic',
      members: post(basicApp.app_id, basicApp.app_secret!),
      outcome: 401,
    },
    {
      name: 'Basic for an app of the body',
      authorization: basic(postApp.app_id, postApp.app_secret!),
      members: none,
      outcome: 401,
    },
  ]
}
