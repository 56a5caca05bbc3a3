import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { Client as Postgres } from 'pg'
import { expect } from 'vitest'
import { getJwks, getProtectedResourceMetadata, getUserinfo } from '../../client/index.ts'
import type { Client } from '#src/domain/oauth/client.ts'
import { redirectUri } from '#test/support/actors.ts'
import {
  authorizationUrl,
  credentials,
  openConsent,
  openSignIn,
  pathOf,
} from '#test/support/authorization.ts'
import { actionOf, createBrowser, hiddenFields } from '#test/support/browser.ts'
import { registerOperatorApp } from '#test/support/operator.ts'
import { register, signIn, type World } from './discoveryProofs.ts'

type Proofs = Readonly<Record<string, (world: World) => Promise<unknown>>>

/** An app that only the operator, or a client for itself, can register. */
function registerOther({ service }: World, members: Partial<Client>) {
  return registerOperatorApp(service, {
    redirectUris: [redirectUri],
    scopes: ['openid', 'profile', 'email'],
    responseTypes: ['code'],
    grantTypes: ['authorization_code', 'refresh_token'],
    firstParty: true,
    ...members,
  })
}

/** A browser in which the person is signed in and has agreed to everything. */
async function settled(world: World) {
  const { app_id: id } = await register(world)
  const browser = createBrowser(world.service)
  await browser.submit(await openSignIn(world.service, browser, id), credentials(world.person))
  const ask = (changes: Readonly<Record<string, string>>) =>
    browser.open(authorizationUrl(world.service, id, changes))
  expect((await ask({})).location).toContain(`${redirectUri}?code=`)
  return ask
}

function userinfoSigned(alg: 'RS256' | 'ES256' | 'EdDSA') {
  return async (world: World) => {
    const { service, person } = world
    const app = await registerOther(world, { userinfoSignedResponseAlg: alg })
    const { access_token: token } = await signIn(world, app)
    const response = await fetch(`${service.url}/oauth2/userinfo`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(response.headers.get('content-type')).toBe('application/jwt')
    const { data: jwks } = await getJwks({ client: service.as(), throwOnError: true })
    const { payload } = await jwtVerify(await response.text(), createLocalJWKSet(jwks as never), {
      algorithms: [alg],
      issuer: service.url,
      audience: app.app_id,
    })
    expect(payload).toMatchObject({ sub: person.id, email: person.email })
  }
}

/** Pages in a language. */
function pagesIn(tag: string, words: string) {
  return async (world: World) => {
    const { app_id: id } = await register(world)
    const page = await openSignIn(world.service, createBrowser(world.service, 'fr'), id, { ui_locales: tag })
    expect(page.html).toContain(`<html lang="${tag}" dir="ltr">`)
    expect(page.html).toContain(words)
  }
}

/** What proves each value of the lists that OpenID Connect, logout and resource servers add. */
export const openidProofs: Readonly<Record<string, Proofs>> = {
  acr_values_supported: {
    aal1: async (world) => {
      const { id_token: text } = await signIn(world, await register(world))
      expect(decodeJwt(text!)).toMatchObject({ acr: 'aal1', amr: ['pwd'] })
    },
    aal2: async (world) => {
      // As it stands in the database after a sign-in with a second factor.
      const database = new Postgres({ ...world.service.database })
      await database.connect()
      const set = (amr: string) =>
        database.query('update sessions set amr = $2 where user_id = $1', [world.person.id, amr])
      await set('{pwd,otp,mfa}')
      const { id_token: text } = await signIn(world, await register(world))
      await set('{pwd}')
      await database.end()
      expect(decodeJwt(text!)).toMatchObject({ acr: 'aal2' })
    },
  },
  prompt_values_supported: {
    none: async (world) => {
      const { app_id: id } = await register(world)
      const page = await createBrowser(world.service).open(
        authorizationUrl(world.service, id, { prompt: 'none' }),
      )
      expect(new URL(page.location!).searchParams.get('error')).toBe('login_required')
    },
    login: async (world) => expect(pathOf(await (await settled(world))({ prompt: 'login' }))).toBe('/signin'),
    consent: async (world) =>
      expect(pathOf(await (await settled(world))({ prompt: 'consent' }))).toBe('/consent'),
    select_account: async (world) =>
      expect(pathOf(await (await settled(world))({ prompt: 'select_account' }))).toBe('/signin/accounts'),
    create: async (world) =>
      expect(pathOf(await (await settled(world))({ prompt: 'create' }))).toBe('/signup'),
  },
  display_values_supported: {
    page: async (world) =>
      expect(pathOf(await (await settled(world))({ display: 'page', prompt: 'login' }))).toBe('/signin'),
  },
  ui_locales_supported: {
    en: pagesIn('en', 'Sign in'),
    de: pagesIn('de', 'Anmelden'),
    fr: pagesIn('fr', 'Connexion'),
    es: pagesIn('es', 'Iniciar sesión'),
    ja: pagesIn('ja', 'ログイン'),
  },
  userinfo_signing_alg_values_supported: {
    RS256: userinfoSigned('RS256'),
    ES256: userinfoSigned('ES256'),
    EdDSA: userinfoSigned('EdDSA'),
  },
  subject_types_supported: {
    public: async (world) => {
      const first = await signIn(world, await register(world))
      const second = await signIn(world, await register(world))
      const subjects = [first, second].map(({ id_token: text }) => decodeJwt(text!).sub)
      expect(subjects).toEqual([world.person.id, world.person.id])
    },
    pairwise: async (world) => {
      const subjectIn = async (sectorIdentifier: string) => {
        const app = await registerOther(world, { subjectType: 'pairwise', sectorIdentifier })
        return decodeJwt((await signIn(world, app)).id_token!).sub
      }
      const subjects = [
        await subjectIn('a.example'),
        await subjectIn('a.example'),
        await subjectIn('b.example'),
      ]
      expect(new Set([...subjects, world.person.id]).size).toBe(3)
    },
  },
}

/** `form_post`: the answer is a form that leads to the app. */
export async function formPost(world: World): Promise<void> {
  const { app_id: id } = await register(world)
  const browser = createBrowser(world.service)
  const { service, person } = world
  const asked = await openConsent(service, browser, id, person, {
    response_mode: 'form_post',
    prompt: 'consent',
    scope: 'openid read',
  })
  const page = await browser.submit(asked, { decision: 'approve' })
  expect([page.location, actionOf(page)]).toEqual([null, redirectUri])
  expect(hiddenFields(page)).toHaveProperty('code')
}

/** A resource whose tokens come from us says so itself (RFC 9728 §4). */
export async function protectedResource({ service }: World): Promise<void> {
  const { data } = await getProtectedResourceMetadata({ client: service.as(), throwOnError: true })
  expect(data).toMatchObject({ resource: service.url, authorization_servers: [service.url] })
  expect((await getUserinfo({ client: service.as() })).response?.headers.get('www-authenticate')).toContain(
    `resource_metadata="${service.url}/.well-known/oauth-protected-resource"`,
  )
}
