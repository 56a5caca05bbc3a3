import * as openid from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signUp, type Person } from '#test/support/actors.ts'
import { credentials, expectErrorPage, pathOf } from '#test/support/authorization.ts'
import { createBrowser, linkOf } from '#test/support/browser.ts'
import {
  beginAuthorization,
  createRelyingParty,
  endAuthorization,
  type RelyingParty,
} from '#test/support/relyingParty.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let person: Person
let party: RelyingParty

beforeAll(async () => {
  service = await startService()
  party = await createRelyingParty(service, await signUp(service), 'https://example.com/callback')
})
afterAll(() => service.stop())

async function newcomer() {
  person = await signUp(service)
  return createBrowser(service)
}

describe('the browser flow with openid-client', () => {
  it('goes from the app through sign-in and consent back to the app', async () => {
    const browser = await newcomer()
    const begun = await beginAuthorization(party)
    const signIn = await browser.open(begun.url)
    expect(pathOf(signIn)).toBe('/signin')
    const consent = await browser.submit(signIn, credentials(person))
    expect(pathOf(consent)).toBe('/consent')
    const back = await browser.submit(consent, { decision: 'approve' })
    expect(back.status).toBe(303)
    const { claims, userinfo, tokens } = await endAuthorization(party, back.location!, begun)
    expect(claims.sub).toBe(person.id)
    expect(userinfo).toMatchObject({ sub: person.id, email: person.email })
    const refreshed = await openid.refreshTokenGrant(party.config, tokens.refresh_token!)
    expect(refreshed.claims()?.sub).toBe(person.id)

    const silently = await beginAuthorization(party, { prompt: 'none' })
    const again = await endAuthorization(party, (await browser.open(silently.url)).location!, silently)
    expect([again.claims.sub, again.claims.auth_time]).toEqual([claims.sub, claims.auth_time])
  })

  it('tells the app of a no, with everything it needs to believe it', async () => {
    const browser = await newcomer()
    const begun = await beginAuthorization(party)
    const consent = await browser.submit(await browser.open(begun.url), credentials(person))
    const back = await browser.submit(consent, { decision: 'deny' })
    const ended = endAuthorization(party, back.location!, begun)
    await expect(ended).rejects.toMatchObject({ error: 'access_denied' })
  })

  it('lives side by side in several tabs', async () => {
    const browser = await newcomer()
    const begun = [await beginAuthorization(party), await beginAuthorization(party)] as const
    const tabs = [await browser.open(begun[0].url), await browser.open(begun[1].url)] as const
    const consents = [
      await browser.submit(tabs[0], credentials(person)),
      await browser.open(tabs[1].url.replace('/signin', '/consent')),
    ] as const
    for (const index of [1, 0] as const) {
      const back = await browser.submit(consents[index], { decision: 'approve' })
      expect((await endAuthorization(party, back.location!, begun[index])).claims.sub).toBe(person.id)
    }
  })

  it('survives reload and back, until the app has its answer', async () => {
    const browser = await newcomer()
    const begun = await beginAuthorization(party)
    const signIn = await browser.open(begun.url)
    // All but the challenge for passkeys, which is another one each time.
    expect(withoutChallenge(await browser.open(signIn.url))).toBe(withoutChallenge(signIn))
    const consent = await browser.submit(signIn, credentials(person))
    const backAtSignIn = await browser.open(signIn.url)
    expect(pathOf(backAtSignIn)).toBe('/signin')
    const consentAgain = await browser.submit(backAtSignIn, credentials(person))
    expect(pathOf(consentAgain)).toBe('/consent')
    // The same person in the same session: the question was seen, whichever page it is answered on.
    const back = await browser.submit(consent, { decision: 'approve' })
    expect((await endAuthorization(party, back.location!, begun)).claims.sub).toBe(person.id)
    expectErrorPage(await browser.submit(consentAgain, { decision: 'approve' }), 400, 'invalid_request')
    expectErrorPage(await browser.open(consent.url), 400, 'invalid_request')
  })

  it('that took too long can begin again from its own page', async () => {
    const browser = await newcomer()
    const begun = await beginAuthorization(party)
    const signIn = await browser.open(begun.url)
    service.clock.advance(1800)
    const expired = await browser.submit(signIn, credentials(person))
    expectErrorPage(expired, 400, 'invalid_request')
    const again = await browser.open(linkOf(expired, 'Start again')!)
    const consent = await browser.submit(again, credentials(person))
    const back = await browser.submit(consent, { decision: 'approve' })
    // The library keeps its own time, which has not moved: it is the app's side that is looked at here.
    expect(new URL(back.location!).searchParams.get('state')).toBe(begun.checks.expectedState)
  })

  it('works with a request by form, and an answer in the fragment', async () => {
    const browser = await newcomer()
    const { url } = await beginAuthorization(party, { response_mode: 'fragment' })
    const { origin, pathname, searchParams } = new URL(url)
    const elsewhere = { origin: 'https://example.com', 'sec-fetch-site': 'cross-site', cookie: '' }
    const posted = await browser.post(`${origin}${pathname}`, Object.fromEntries(searchParams), elsewhere)
    const consent = await browser.submit(await browser.follow(posted), credentials(person))
    const back = await browser.submit(consent, { decision: 'approve' })
    expect(new URL(back.location!).hash).toMatch(/^#code=code_[\w-]+&state=/)
  })

  it('gives an app that asked for it access beyond the session', async () => {
    const browser = await newcomer()
    const begun = await beginAuthorization(party, { scope: 'openid offline_access', prompt: 'consent' })
    const consent = await browser.submit(await browser.open(begun.url), credentials(person))
    const back = await browser.submit(consent, { decision: 'approve' })
    const { tokens } = await endAuthorization(party, back.location!, begun)
    expect(tokens.scope).toBe('openid offline_access')
  })
})

function withoutChallenge({ html }: { readonly html: string }): string {
  return html.replaceAll(/data-options="[^"]*"|name="challenge_id" value="[^"]*"/g, '')
}
