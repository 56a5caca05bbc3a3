import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount } from '../../client/index.ts'
import { signUp, type Person } from '#test/support/actors.ts'
import { codeOf, enrolAuthenticator } from '#test/support/factors.ts'
import { passkeysOf } from '#test/support/passkeys.ts'
import { endAuthorization } from '#test/support/relyingParty.ts'
import { press, tabTo, typeInto } from './keyboard.ts'
import { backAtApp, begin, createWorld, giveAuthenticator, visit, type Visit, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.stop())

/** Somebody who has no mouse. */
async function newcomer(options: Parameters<typeof visit>[1] = {}): Promise<Visit & { person: Person }> {
  const somebody = await visit(world, options)
  return { ...somebody, person: await signUp(world.service) }
}

async function signInByKeys({ tab, person }: Pick<Visit, 'tab'> & { person: Person }): Promise<void> {
  await typeInto(tab, '#login', person.email)
  await typeInto(tab, '#password', person.password)
  await press(tab, '.login-submit')
}

describe.each([true, false])('a keyboard alone, with script: %s', (javaScriptEnabled) => {
  it('signs somebody in and lets an app in', async () => {
    const somebody = await newcomer({ javaScriptEnabled })
    const begun = await begin(somebody)
    await signInByKeys(somebody)
    await somebody.tab.locator('.consent-submit').waitFor()
    await press(somebody.tab, '.consent-submit', 'Space')
    const { claims } = await endAuthorization(world.party, await backAtApp(somebody.tab), begun)
    expect(claims.sub).toBe(somebody.person.id)
    await somebody.context.close()
  })

  it('refuses an app, after a look at the first field that was wrong', async () => {
    const somebody = await newcomer({ javaScriptEnabled })
    await begin(somebody)
    await signInByKeys({ ...somebody, person: { ...somebody.person, password: 'wrong' } })
    await somebody.tab.getByRole('alert').waitFor()
    // The focus is in the field that is to be corrected: Tab was not pressed.
    expect(await somebody.tab.evaluate(() => document.activeElement?.id)).toBe('password')
    await somebody.tab.keyboard.type(somebody.person.password)
    await somebody.tab.keyboard.press('Enter')
    await somebody.tab.locator('.consent-submit').waitFor()
    await press(somebody.tab, 'button[value=deny]')
    expect(new URL(await backAtApp(somebody.tab)).searchParams.get('error')).toBe('access_denied')
    await somebody.context.close()
  })

  it('gives the code of an authenticator app', async () => {
    const somebody = await newcomer({ javaScriptEnabled })
    const authenticator = await enrolAuthenticator(world.service, somebody.person)
    const begun = await begin(somebody)
    await signInByKeys(somebody)
    await somebody.tab.locator('#code').waitFor()
    await somebody.tab.keyboard.type(authenticator.nextCode())
    await somebody.tab.keyboard.press('Enter')
    await somebody.tab.locator('.consent-submit').waitFor()
    await press(somebody.tab, '.consent-submit')
    const { claims } = await endAuthorization(world.party, await backAtApp(somebody.tab), begun)
    expect(claims.sub).toBe(somebody.person.id)
    await somebody.context.close()
  })

  it('sets an authenticator app up, from the start page of the account', async () => {
    const somebody = await newcomer({ javaScriptEnabled })
    const { tab, person } = somebody
    await tab.goto(`${world.service.url}/account`)
    await signInByKeys(somebody)
    await tab.waitForURL(`${world.service.url}/account`)
    // Past the menu by the link that is there for those who have no mouse.
    await press(tab, '.skip')
    await press(tab, '.list a[href="/account/two-factor"]')
    await press(tab, 'main a[href="/account/two-factor/totp"]')
    await press(tab, 'form[action="/account/two-factor/totp"] button')
    const secret = (await tab.locator('.codes code').innerText()).replaceAll(' ', '')
    await typeInto(tab, '#code', codeOf(world.service, secret))
    await tab.keyboard.press('Enter')
    await tab.locator('.codes li').first().waitFor()
    const { data } = await getAccount({ client: world.service.as(person.token) })
    expect(data?.second_factors).toEqual(['totp'])
    await somebody.context.close()
  })
})

describe('a keyboard alone', () => {
  it('makes a passkey and signs in with it', async () => {
    const somebody = await newcomer()
    const { tab, person, context } = somebody
    await tab.goto(`${world.service.url}/signin?return_to=%2Faccount%2Fpasskeys%2Fnew`)
    await signInByKeys(somebody)
    await tab.locator('#name').waitFor()
    await giveAuthenticator(somebody)
    await tab.keyboard.type('Keyboard')
    await tab.keyboard.press('Enter')
    await tab.getByRole('status').waitFor()
    expect((await passkeysOf(world.service, person.token)).map(({ name }) => name)).toEqual(['Keyboard'])
    await context.clearCookies()
    const begun = await begin(somebody)
    await tab.locator('#passkey:not([hidden]), .consent-submit').first().waitFor()
    // A browser may sign in by what it suggests for the address before a key is pressed.
    if (await tab.locator('.passkey-submit').isVisible()) await press(tab, '.passkey-submit')
    await tab.locator('.consent-submit').waitFor()
    await press(tab, '.consent-submit')
    const { claims } = await endAuthorization(world.party, await backAtApp(tab), begun)
    expect(claims.sub).toBe(person.id)
    await context.close()
  })

  it('reaches every thing on a page in the order in which it is read, and nothing holds it', async () => {
    const { tab, context } = await newcomer()
    await tab.goto(`${world.service.url}/signin`)
    for (const selector of ['#password', '.login-submit', '.ways a', '.languages button', '.skip', '#login'])
      await tabTo(tab, selector)
    expect(world.complaints).toEqual([])
    await context.close()
  })
})
