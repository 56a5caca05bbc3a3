import { fileURLToPath } from 'node:url'
import type * as WebAuthn from '@simplewebauthn/browser'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  beginPasskeyLogin,
  beginPasskeyRegistration,
  finishPasskeyLogin,
  finishPasskeyRegistration,
  type AssertedCredential,
  type CreatedCredential,
  type PasskeyCreationOptions,
  type PasskeyLoginRequest,
  type PasskeyRequestOptions,
} from '../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { launchChromium } from '#test/support/chromium.ts'
import { passkeysOf } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

/** What its script puts on a page. */
declare const SimpleWebAuthnBrowser: typeof WebAuthn

let service: TestService
let chromium: Browser

beforeAll(async () => {
  service = await startService()
  chromium = await launchChromium()
})
afterAll(async () => {
  await chromium.close()
  await service.stop()
})

/** A page with an authenticator of its own, which does what it is asked for without a finger. */
type Place = { readonly page: Page; readonly cdp: CDPSession; readonly authenticatorId: string }

async function openPlace(): Promise<Place> {
  const page = await (await chromium.newContext()).newPage()
  await page.goto(`${service.config.issuer}/docs/errors`)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { page, cdp, authenticatorId }
}

/** `navigator.credentials.create()` with what the service answered, as it is. */
function create({ page }: Place, options: PasskeyCreationOptions): Promise<CreatedCredential> {
  return page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(json)
    return ((await navigator.credentials.create({ publicKey })) as PublicKeyCredential).toJSON()
  }, options) as Promise<CreatedCredential>
}

/** `navigator.credentials.get()` with what the service answered, as it is. */
function get({ page }: Place, options: PasskeyRequestOptions): Promise<AssertedCredential> {
  return page.evaluate(async (json) => {
    // A made-up passkey may lie on a phone: Chromium would look for that one for as long as it may.
    const publicKey = { ...PublicKeyCredential.parseRequestOptionsFromJSON(json), timeout: 5_000 }
    return ((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON()
  }, options) as Promise<AssertedCredential>
}

async function enrol(place: Place, token: string) {
  const client = service.as(token)
  const { data } = await beginPasskeyRegistration({ client, throwOnError: true })
  const credential = await create(place, data.options)
  return finishPasskeyRegistration({
    client,
    body: { challenge_id: data.challenge_id, name: 'Chromium', credential },
  })
}

async function signIn(place: Place, body: PasskeyLoginRequest) {
  const client = service.as()
  const { data } = await beginPasskeyLogin({ client, body, throwOnError: true })
  const credential = await get(place, data.options)
  return finishPasskeyLogin({ client, body: { challenge_id: data.challenge_id, credential } })
}

describe('a passkey in Chromium', () => {
  it('is made, and signs its owner in without a name and with one, again and again', async () => {
    const [place, person] = [await openPlace(), await signUp(service)]
    const added = await enrol(place, person.token)
    expect(status(added)).toBe(201)
    expect(added.data).toMatchObject({ name: 'Chromium', transports: ['internal'], last_used_at: null })
    for (const body of [{}, { email: person.email }, {}]) {
      const answer = await signIn(place, body)
      expect(answer.data?.user.id).toBe(person.id)
      expect(await passkeysOf(service, answer.data!.token)).toHaveLength(1)
    }
    await place.page.context().close()
  })

  it('is made once for an account: the authenticator knows it', async () => {
    const [place, person] = [await openPlace(), await signUp(service)]
    expect(status(await enrol(place, person.token))).toBe(201)
    await expect(enrol(place, person.token)).rejects.toThrow(/InvalidStateError/)
    expect(await passkeysOf(service, person.token)).toHaveLength(1)
    await place.page.context().close()
  })

  it('is found among those of several accounts, by name', async () => {
    const [place, ann, bob] = [await openPlace(), await signUp(service), await signUp(service)]
    for (const { token } of [ann, bob]) await enrol(place, token)
    for (const { id, email } of [ann, bob]) expect((await signIn(place, { email })).data?.user.id).toBe(id)
    await place.page.context().close()
  })

  it('is made and used by @simplewebauthn/browser, with the options as they are', async () => {
    const [place, person] = [await openPlace(), await signUp(service)]
    const script = new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser'))
    await place.page.addInitScript({ path: fileURLToPath(script) })
    await place.page.reload()
    const owner = service.as(person.token)
    const { data: registration } = await beginPasskeyRegistration({ client: owner, throwOnError: true })
    const made = await place.page.evaluate(
      (optionsJSON) => SimpleWebAuthnBrowser.startRegistration({ optionsJSON }),
      registration.options as WebAuthn.PublicKeyCredentialCreationOptionsJSON,
    )
    const created = { challenge_id: registration.challenge_id, credential: { ...made } }
    expect(status(await finishPasskeyRegistration({ client: owner, body: created }))).toBe(201)

    const { data: begun } = await beginPasskeyLogin({ client: service.as(), body: {}, throwOnError: true })
    const signed = await place.page.evaluate(
      (optionsJSON) => SimpleWebAuthnBrowser.startAuthentication({ optionsJSON }),
      begun.options as WebAuthn.PublicKeyCredentialRequestOptionsJSON,
    )
    const answer = await finishPasskeyLogin({
      client: service.as(),
      body: { challenge_id: begun.challenge_id, credential: { ...signed } },
    })
    expect(answer.data?.user.id).toBe(person.id)
    await place.page.context().close()
  })

  it('is not found for an address that has none', async () => {
    const [place, person] = [await openPlace(), await signUp(service)]
    await enrol(place, person.token)
    await expect(signIn(place, { email: 'nobody@example.com' })).rejects.toThrow(/NotAllowedError/)
    await place.page.context().close()
  })

  it('signs nobody in where the authenticator cannot tell its owner', async () => {
    const [place, person] = [await openPlace(), await signUp(service)]
    await enrol(place, person.token)
    await place.cdp.send('WebAuthn.setUserVerified', {
      authenticatorId: place.authenticatorId,
      isUserVerified: false,
    })
    await expect(signIn(place, {})).rejects.toThrow(/NotAllowedError/)
    await place.page.context().close()
  })

  it('is refused when it was asked for on a page of another port of this host', async () => {
    const [place, person] = [await openPlace(), await signUp(service)]
    await enrol(place, person.token)
    await place.page.route('http://localhost:1/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' }),
    )
    await place.page.goto('http://localhost:1/')
    expectRefused(await signIn(place, {}), 401, 'invalid_credentials')
    await place.page.context().close()
  })
})
