import { createAppSecret } from '../../client/index.ts'
import { operations } from '#generated/operations.gen.ts'
import type { OperationId } from '#src/http/operation.ts'
import { obtainTokens, password, registerTestApp, signUp } from './actors.ts'
import { createLive } from './live.ts'
import type { TestService } from './service.ts'
import { uploadAvatar, uploadLogo } from './uploads.ts'

/**
 * What a call needs to succeed: somebody with an app, and what the operation asks to be there before.
 *
 * @returns values for the names of its example request, and the token to present
 */
export async function prepareCall(
  service: TestService,
  id: OperationId,
): Promise<{ readonly values: Readonly<Record<string, unknown>>; readonly bearer: string }> {
  const person = await signUp(service)
  const app = await registerTestApp(service, person, {
    scopes: ['openid', 'profile', 'email', 'read'],
    redirect_uris: ['https://example.com/callback'],
  })
  const live = await createLive(service, { app, victim: person, token: person.token }, id)
  const client = service.as(person.token)
  const { data: secret } = await createAppSecret({
    client,
    path: { appId: app.app_id },
    body: { name: 'another' },
    throwOnError: true,
  })
  if (id === 'getAvatar') await uploadAvatar(service, person)
  if (id === 'getAppLogo') await uploadLogo(service, person, app.app_id)
  const takesAccessTokens = operations[id].security.some((each) => 'accessToken' in each)
  const accessToken = takesAccessTokens ? (await obtainTokens(service, person, app)).access_token : null
  const isNew = id === 'register' || id === 'changeEmail'
  const values: Record<string, unknown> = {
    appId: app.app_id,
    secretId: secret.id,
    client_id: app.app_id,
    client_secret: app.app_secret,
    email: isNew ? `new-${crypto.randomUUID()}@example.com` : person.email,
    username: person.email,
    password: id === 'register' ? 'password123' : password,
    current_password: password,
    ...(takesToken(id) && { token: (await obtainTokens(service, person, app)).refresh_token }),
    ...live.values,
    ...live.members,
  }
  const bearer = live.headers['authorization']?.replace('Bearer ', '') ?? accessToken ?? person.token
  return { values, bearer }
}

function takesToken(id: OperationId): boolean {
  return id === 'revokeToken' || id === 'introspectToken'
}
