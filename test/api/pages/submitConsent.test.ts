import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteApp, updateApp, type AppRegistrationResponse } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import {
  answerOf,
  authorizationUrl,
  credentials,
  expectErrorPage,
  openConsent,
  pathOf,
  redeem,
  authorizationRequest,
  parametersOf,
} from '#test/support/authorization.ts'
import { actionOf, createBrowser, hiddenFields, linkOf, textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let owner: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  owner = await signUp(service)
  app = await registerTestApp(service, owner)
})
afterAll(() => service.stop())

/** The consent page of somebody new. */
async function open() {
  const browser = createBrowser(service)
  const person = await signUp(service)
  return { browser, person, page: await openConsent(service, browser, app.app_id, person) }
}

describe('submitConsent', () => {
  it('with a yes leads to the app with a code that works once, and remembers it', async () => {
    const { browser, page, person } = await open()
    const answer = answerOf(await browser.submit(page, { decision: 'approve' }))
    expect(Object.fromEntries(answer)).toEqual({
      code: expect.stringMatching(/^code_/),
      state: 'random-state',
      iss: service.url,
    })
    const tokens = await redeem(service, app, answer)
    expect(tokens?.scope).toBe('openid profile email')
    const claims = JSON.parse(Buffer.from(tokens!.id_token!.split('.')[1]!, 'base64url').toString()) as object
    expect(claims).toMatchObject({ sub: person.id, amr: ['pwd'] })
    expect(await redeem(service, app, answer)).toBeUndefined()
    expect(answerOf(await browser.get(authorizationUrl(service, app.app_id))).has('code')).toBe(true)
  })

  it('with a no tells the app so, and remembers nothing', async () => {
    const { browser, page } = await open()
    const answer = answerOf(await browser.submit(page, { decision: 'deny' }))
    expect([answer.get('error'), answer.get('state'), answer.get('iss'), answer.has('code')]).toEqual([
      'access_denied',
      'random-state',
      service.url,
      false,
    ])
    expect(pathOf(await browser.open(authorizationUrl(service, app.app_id)))).toBe('/consent')
  })

  it('gives one code for two clicks, and a way on for whoever sees the second answer', async () => {
    const { browser, page } = await open()
    const fields = { ...hiddenFields(page), decision: 'approve' }
    const answers = await Promise.all([0, 1, 2, 3].map(() => browser.post(actionOf(page), fields)))
    const codes = answers.filter(({ location }) => location?.includes('code='))
    expect(codes).toHaveLength(1)
    const late = answers.filter((answer) => !codes.includes(answer))
    for (const answer of late) {
      expectErrorPage(answer, 400, 'invalid_request')
      expect(textOf(answer)).toContain('finished already')
    }
    expect(answerOf(await browser.get(linkOf(late[0]!, 'Start again')!)).has('code')).toBe(true)
  })

  it('decides nothing for somebody who has signed in since the page was shown', async () => {
    const { browser, page } = await open()
    const other = await signUp(service)
    const signIn = await browser.open(linkOf(page, 'Not you?')!)
    await browser.submit(signIn, credentials(other))
    const again = await browser.submit(page, { decision: 'approve' })
    expect(pathOf(again)).toBe('/consent')
    expect(textOf(again)).toContain(`Signed in as ${other.email}.`)
    const tokens = await redeem(service, app, answerOf(await browser.submit(again, { decision: 'approve' })))
    const claims = JSON.parse(Buffer.from(tokens!.id_token!.split('.')[1]!, 'base64url').toString()) as object
    expect(claims).toMatchObject({ sub: other.id })
  })

  it.each([
    ['all that the app has', { scope: undefined }, ['openid', 'email']],
    ['single claims', { scope: 'openid', claims: '{"userinfo":{"email":null}}' }, ['openid', 'email']],
  ])('a yes counts for the scope that was shown: %s may be more by now', async (_what, asked, grown) => {
    const growing = await registerTestApp(service, owner, { scopes: ['openid'] })
    const browser = createBrowser(service)
    const page = await openConsent(service, browser, growing.app_id, await signUp(service), asked)
    expect(textOf(page)).not.toContain('e-mail address')
    await updateApp({
      client: service.as(owner.token),
      path: { appId: growing.app_id },
      body: { scopes: grown },
      throwOnError: true,
    })
    const again = await browser.submit(page, { decision: 'approve' })
    expect([again.status, pathOf(again)]).toEqual([200, '/consent'])
    expect(textOf(again)).toContain('e-mail address')
    expect(answerOf(await browser.submit(again, { decision: 'approve' })).has('code')).toBe(true)
  })

  it('asks for a new sign-in when the one before is too old to decide', async () => {
    const { browser, page, person } = await open()
    service.clock.advance(301)
    const signIn = await browser.submit(page, { decision: 'approve' })
    expect(pathOf(signIn)).toBe('/signin')
    const consent = await browser.submit(signIn, credentials(person))
    expect(answerOf(await browser.submit(consent, { decision: 'approve' })).has('code')).toBe(true)
  })

  it('says no also for whoever is not signed in any more', async () => {
    const { browser, page } = await open()
    service.clock.advance(301)
    const told = answerOf(await browser.submit(page, { decision: 'deny' }))
    expect(told.get('error')).toBe('access_denied')
    expect((await fetch(told.get('error_uri') ?? '')).status).toBe(200)
  })

  it.each([
    ['without its token', { form_token: '' }],
    ['with the token of another form', { form_token: 'x'.repeat(43) }],
    ['without a decision', { decision: '' }],
    ['with a decision that is none', { decision: 'perhaps' }],
    ['with more than the form has', { scope: 'openid admin' }],
  ])('refuses a form %s, and the authorization goes on', async (_what, fields) => {
    const { browser, page } = await open()
    expectErrorPage(await browser.submit(page, { decision: 'approve', ...fields }), 400, 'invalid_request')
    expect(answerOf(await browser.submit(page, { decision: 'approve' })).has('code')).toBe(true)
  })

  it('is an error page when the authorization has expired or the app is gone', async () => {
    const { browser, page } = await open()
    service.clock.advance(1800)
    const expired = await browser.submit(page, { decision: 'approve' })
    expectErrorPage(expired, 400, 'invalid_request')
    expect(parametersOf(linkOf(expired, 'Start again'))).toEqual(authorizationRequest(app.app_id))

    const leaving = await signUp(service)
    const doomed = await registerTestApp(service, leaving)
    const other = createBrowser(service)
    const consent = await openConsent(service, other, doomed.app_id, await signUp(service))
    await deleteApp({ client: service.as(leaving.token), path: { appId: doomed.app_id }, throwOnError: true })
    expectErrorPage(await other.submit(consent, { decision: 'approve' }), 400, 'invalid_request')
  })
})
