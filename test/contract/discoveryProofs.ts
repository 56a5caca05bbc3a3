import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose'
import { expect } from 'vitest'
import {
  authorize,
  getJwks,
  getUserinfo,
  introspectToken,
  issueToken,
  revokeToken,
  updateAccount,
  type AppRegistrationRequest,
  type AuthorizationRequest,
} from '../../client/index.ts'
import {
  authorizeApp,
  createPkce,
  redirectUri,
  registerTestApp,
  signUp,
  type Person,
} from '#test/support/actors.ts'
import { assertionMembers, createSigner, signAssertion, type ClientSigner } from '#test/support/assertions.ts'
import type { AssertionAlgorithm } from '#src/domain/oauth/client.ts'
import type { TestService } from '#test/support/service.ts'
import { uploadAvatar } from '#test/support/uploads.ts'
import {
  basicOf,
  credentialsOf,
  introspect,
  redeem,
  refreshed,
  requestCode,
  type AppCredentials,
} from '#test/support/tokens.ts'

/** Where a proof is made, and by whom. */
export type World = { readonly service: TestService; readonly person: Person }

/** A run that fails unless the value works. */
type Proof = (world: World) => Promise<unknown>

const everyScope = ['openid', 'profile', 'email', 'address', 'phone', 'read', 'write', 'offline_access']

/** Registers an app that may ask for every scope. */
export function register({ service, person }: World, body: Partial<AppRegistrationRequest> = {}) {
  return registerTestApp(service, person, { scopes: everyScope, ...body })
}

/** Everything that one run of the code flow gives. */
export async function signIn(
  { service, person }: World,
  app: AppCredentials,
  request: Partial<AuthorizationRequest> = {},
) {
  const { data, error } = await redeem(service, app, await requestCode(service, person, app, request))
  expect(error).toBeUndefined()
  return data!
}

type SecretMethod = 'client_secret_basic' | 'client_secret_post'

/** An app that signs works at an endpoint, and the signature of another key does not. */
function signed(alg: AssertionAlgorithm, endpoint: unknown): Proof {
  const call = endpoint as typeof issueToken
  return async (world) => {
    const { url, clock } = world.service
    const [own, foreign] = [await createSigner(alg), await createSigner(alg)]
    const app = await register(world, {
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: alg,
      jwks: { keys: [own.publicJwk] },
    })
    const attempt = async (signer: ClientSigner) => {
      const members = assertionMembers(await signAssertion(signer, app.app_id, url, clock))
      const body = { grant_type: 'client_credentials', token: 'unknown', ...members } as const
      return (await call({ client: world.service.as(), body })).response?.status
    }
    expect(await attempt(own)).toBe(200)
    expect(await attempt({ ...foreign, kid: own.kid })).toBe(401)
  }
}

function signedBy(endpoint: unknown): Record<AssertionAlgorithm, Proof> {
  return {
    RS256: signed('RS256', endpoint),
    PS256: signed('PS256', endpoint),
    ES256: signed('ES256', endpoint),
    EdDSA: signed('EdDSA', endpoint),
  }
}

/** A client authentication method works at an endpoint, and a wrong secret in the same place does not. */
function method(name: SecretMethod, endpoint: unknown): Proof {
  const call = endpoint as typeof issueToken
  return async (world) => {
    const app = await register(world, { token_endpoint_auth_method: name })
    const attempt = async (secret: string) => {
      const isBasic = name === 'client_secret_basic'
      const proof = isBasic ? {} : credentialsOf({ ...app, app_secret: secret })
      const body = { grant_type: 'client_credentials', token: 'unknown', ...proof } as const
      const headers = isBasic ? basicOf(app.app_id, secret) : {}
      return (await call({ client: world.service.as(), headers, body })).response?.status
    }
    expect(await attempt(app.app_secret!)).toBe(200)
    expect(await attempt('secret_wrong')).toBe(401)
  }
}

function provenMethods(endpoint: unknown): Record<SecretMethod | 'private_key_jwt', Proof> {
  return {
    client_secret_basic: method('client_secret_basic', endpoint),
    client_secret_post: method('client_secret_post', endpoint),
    private_key_jwt: signed('ES256', endpoint),
  }
}

async function verified(
  { service }: World,
  idToken: string,
  alg: string,
  key?: Uint8Array,
): Promise<JWTPayload> {
  expect(decodeProtectedHeader(idToken).alg).toBe(alg)
  const options = { algorithms: [alg], issuer: service.url }
  if (key !== undefined) return (await jwtVerify(idToken, key, options)).payload
  const { data: jwks } = await getJwks({ client: service.as(), throwOnError: true })
  return (await jwtVerify(idToken, createLocalJWKSet(jwks as never), options)).payload
}

function algorithm(alg: 'RS256' | 'ES256' | 'EdDSA' | 'HS256'): Proof {
  return async (world) => {
    const app = await register(world, { id_token_signed_response_alg: alg })
    const { id_token: idToken = '' } = await signIn(world, app)
    const key = alg === 'HS256' ? new TextEncoder().encode(app.app_secret) : undefined
    expect(await verified(world, idToken, alg, key)).toMatchObject({ sub: world.person.id, aud: app.app_id })
  }
}

/** A scope that an app has is granted when asked for, and the token is known to carry it. */
function scope(name: string): Proof {
  return async (world) => {
    const app = await register(world)
    const tokens = await signIn(world, app, { scope: name })
    expect(tokens.scope).toBe(name)
    const answer = await introspect(world.service, app, tokens.access_token)
    expect(answer).toMatchObject({ active: true, scope: name })
  }
}

function claim(name: string): Proof {
  return async (world) => {
    const tokens = await signIn(world, await register(world), { nonce: 'n' })
    const { data } = await getUserinfo({ client: world.service.as(tokens.access_token), throwOnError: true })
    expect({ ...decodeJwt(tokens.id_token!), ...data }).toHaveProperty(name)
  }
}

/** What a person tells about themselves, by claim. */
const told = {
  name: 'Ann Example',
  given_name: 'Ann',
  family_name: 'Example',
  middle_name: 'Bea',
  nickname: 'Annie',
  preferred_username: 'ann',
  profile: 'https://example.com/ann',
  website: 'https://www.example.com/',
  gender: 'female',
  birthdate: '0000-03-22',
  zoneinfo: 'Europe/Berlin',
  locale: 'de-AT',
  phone_number: '+493012345678',
  address: { locality: 'Berlin' },
}

/** A claim is left out while the person does not tell it, and said as soon as they do. */
function toldClaim(name: string): Proof {
  return async ({ service }) => {
    const person = await signUp(service)
    const world = { service, person }
    const app = await register(world)
    const claims = async () => {
      const { access_token: token } = await signIn(world, app, { scope: 'openid profile phone address' })
      return (await getUserinfo({ client: service.as(token), throwOnError: true })).data
    }
    expect(await claims()).not.toHaveProperty(name)
    await updateAccount({ client: service.as(person.token), body: told, throwOnError: true })
    await uploadAvatar(service, person)
    const said = await claims()
    expect(said).toHaveProperty(name)
    expect(said).toMatchObject({ ...told, phone_number_verified: false })
  }
}

async function implicit(world: World): Promise<URLSearchParams> {
  const app = await register(world, { response_types: ['code', 'token'] })
  return authorizeApp(world.service, world.person, app.app_id, { response_type: 'token' })
}

function mode(name: string, separator: string): Proof {
  return async (world) => {
    const { app_id: id } = await register(world, { require_pkce: false })
    const body = { response_type: 'code', client_id: id, redirect_uri: redirectUri, response_mode: name }
    const { data } = await authorize({
      client: world.service.as(world.person.token),
      body,
      throwOnError: true,
    })
    expect(data.redirect_uri.startsWith(`${redirectUri}${separator}code=`)).toBe(true)
  }
}

/** One proof for each of these names. */
function each<Name extends string>(names: readonly Name[], prove: (name: Name) => Proof) {
  return Object.fromEntries(names.map((name) => [name, prove(name)]))
}

/** For every list of the metadata: what proves each of its values, with those of `openidProofs`. Lists and proofs have to be the same. */
export const proofs: Readonly<Record<string, Readonly<Record<string, Proof>>>> = {
  token_endpoint_auth_methods_supported: {
    ...provenMethods(issueToken),
    none: async (world) => signIn(world, await register(world, { token_endpoint_auth_method: 'none' })),
  },
  revocation_endpoint_auth_methods_supported: {
    ...provenMethods(revokeToken),
    none: async (world) => {
      const app = await register(world, { token_endpoint_auth_method: 'none' })
      const { access_token: token } = await signIn(world, app)
      await revokeToken({ client: world.service.as(), body: { token, client_id: app.app_id } })
      expect((await getUserinfo({ client: world.service.as(token) })).response?.status).toBe(401)
    },
  },
  introspection_endpoint_auth_methods_supported: provenMethods(introspectToken),
  token_endpoint_auth_signing_alg_values_supported: signedBy(issueToken),
  revocation_endpoint_auth_signing_alg_values_supported: signedBy(revokeToken),
  introspection_endpoint_auth_signing_alg_values_supported: signedBy(introspectToken),
  grant_types_supported: {
    authorization_code: async (world) => signIn(world, await register(world)),
    refresh_token: async (world) => {
      const app = await register(world)
      const { refresh_token: first } = await signIn(world, app)
      expect((await refreshed(world.service, app, first)).refresh_token).not.toBe(first)
    },
    client_credentials: async (world) => {
      const app = await register(world, { redirect_uris: [], scopes: ['read'] })
      const body = { grant_type: 'client_credentials', ...credentialsOf(app) } as const
      const { data } = await issueToken({ client: world.service.as(), body })
      expect(data).toMatchObject({ token_type: 'Bearer', scope: 'read' })
    },
    implicit: async (world) => {
      const token = (await implicit(world)).get('access_token')!
      expect((await getUserinfo({ client: world.service.as(token) })).response?.status).toBe(200)
    },
  },
  response_types_supported: {
    code: async (world) => {
      const { app_id: id } = await register(world, { require_pkce: false })
      const answer = await authorizeApp(world.service, world.person, id)
      expect(answer.get('code')).toMatch(/^code_/)
    },
    token: async (world) => {
      const answer = Object.fromEntries(await implicit(world))
      expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: '3600' })
      expect(answer).not.toHaveProperty('refresh_token')
    },
  },
  response_modes_supported: { query: mode('query', '?'), fragment: mode('fragment', '#') },
  id_token_signing_alg_values_supported: each(['RS256', 'ES256', 'EdDSA', 'HS256'], algorithm),
  scopes_supported: each(everyScope, scope),
  code_challenge_methods_supported: {
    S256: async (world) => {
      const app = await register(world)
      const requested = await requestCode(world.service, world.person, app)
      const { verifier } = createPkce()
      const wrong = await redeem(world.service, app, requested, { code_verifier: verifier })
      expect(wrong.error).toMatchObject({ error: 'invalid_grant' })
      expect((await redeem(world.service, app, requested)).response?.status).toBe(200)
    },
  },
  claims_supported: {
    ...each(['sub', 'iss', 'aud', 'exp', 'iat', 'auth_time', 'nonce', 'acr', 'amr', 'azp', 'sid'], claim),
    ...each(['at_hash', 'c_hash'], claim),
    ...each(Object.keys(told), toldClaim),
    ...each(['picture', 'phone_number_verified'], toldClaim),
    ...each(['email', 'email_verified', 'updated_at'], claim),
  },
  claim_types_supported: {
    normal: async (world) => {
      const { access_token: token } = await signIn(world, await register(world))
      const { data } = await getUserinfo({ client: world.service.as(token), throwOnError: true })
      expect(data).toHaveProperty('email')
      expect(data).not.toHaveProperty('_claim_names')
    },
  },
}
