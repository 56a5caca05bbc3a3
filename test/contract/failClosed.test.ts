import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import contract from '#generated/openapi.json' with { type: 'json' }
import { operations } from '#src/api/index.ts'
import type { Context } from '#src/context.ts'
import { Backend31 } from '#src/http/backend.ts'
import { forValidation } from '#src/http/contract.ts'
import type { OperationId } from '#src/http/operation.ts'
import { registerSteps } from '#src/http/router.ts'
import { answerProblems, entries, exampleRequest, wireRequestOf } from '#test/support/contract.ts'
import { isAccountPage } from '#test/support/liveAccount.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

/** Open to everybody, on purpose. Whoever makes another operation open writes it down here, by hand. */
const openToAll: readonly OperationId[] = [
  ...(['completeMfa', 'showSecondFactor', 'submitSecondFactor'] as const),
  ...(['register', 'login', 'requestPasswordReset', 'confirmPasswordReset'] as const),
  ...(['verifyEmail', 'resendVerification', 'beginPasskeyLogin', 'finishPasskeyLogin'] as const),
  ...(['confirmEmailChange', 'showEmailChange', 'submitEmailChange'] as const),
  // What the operator's policy asks for is proven by the handler: an initial access token, or nothing (RFC 7591 §3).
  'registerClient',
  // For browsers: what a page does is bound to cookies, transactions and form tokens, which its handler proves.
  ...(['startAuthorization', 'submitAuthorization', 'showSignIn', 'submitSignIn'] as const),
  ...(['showConsent', 'submitConsent', 'showPasswordReset', 'submitPasswordReset'] as const),
  ...(['showEmailVerification', 'submitEmailVerification', 'getStylesheet', 'getSubmitScript'] as const),
  ...(['getIcon', 'getTheme', 'submitLanguage', 'submitPasskeySignIn'] as const),
  ...(['showSignUp', 'submitSignUp', 'showAccountChoice', 'submitAccountChoice'] as const),
  ...(['showStepUp', 'submitStepUp'] as const),
  ...(['getPasskeyScript', 'getPasswordScript', 'getPasswordStrengthScript'] as const),
  ...(['endSession', 'postEndSession', 'showSignOut', 'submitSignOut'] as const),
  ...(['getDocs', 'getErrorDocs', 'getDocsScript', 'getDocsStylesheet', 'getScalarScript'] as const),
  ...([
    'getReference',
    'getDocsPage',
    'getDocsMarkdown',
    'getErrorPage',
    'getErrorMarkdown',
    'getLlms',
  ] as const),
  ...(['getDevMailbox', 'getDevRequest'] as const),
  ...(['getPasskeyAddScript', 'showDeleted'] as const),
  // Images that everybody sees who is shown them: a logo at the consent, an avatar by an address nobody guesses.
  ...(['getAppLogo', 'getPicture'] as const),
  ...(['getOpenidConfiguration', 'getOauthMetadata', 'getJwks'] as const),
  ...(['getProtectedResourceMetadata', 'getChangePasswordUrl'] as const),
  ...(['getLiveness', 'getReadiness', 'getSpec'] as const),
]

/** Open to everybody who proves an app: the step that does so is the handler's first. */
const openToClients: readonly OperationId[] = ['issueToken', 'revokeToken', 'introspectToken']

/** A token is optional, on purpose: whoever comes without one proves who they are in the body. */
const openToProofs: readonly OperationId[] = ['createSession']

const secured = entries.filter((entry) => entry.security.length > 0 && !isAccountPage(entry))
const ofSignedIn = entries.filter(isAccountPage)

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('operations without security', () => {
  test('are exactly the ones that are meant to be', () => {
    const open = entries.filter(
      ({ security, clientAuthentication }) => security.length === 0 && clientAuthentication === null,
    )
    expect(open.map(({ id }) => id).toSorted()).toEqual(openToAll.toSorted())
  })

  test('prove an app in every other case', () => {
    const ofClients = entries.filter(({ clientAuthentication }) => clientAuthentication !== null)
    expect(ofClients.map(({ id }) => id).toSorted()).toEqual(openToClients.toSorted())
  })

  test('no requirement of a secured operation is empty, which lets everybody in, but where that is meant', () => {
    const empty = secured.filter(({ security }) =>
      security.some((requirement) => Object.keys(requirement).length === 0),
    )
    expect(empty.map(({ id }) => id).toSorted()).toEqual(openToProofs.toSorted())
  })
})

describe('operations with security', () => {
  test.each(secured)('$id answers 401 with a challenge to somebody without a token', async (entry) => {
    const request = exampleRequest(entry)
    const proof = openToProofs.includes(entry.id) ? { body: null } : {}
    const answer = await send(service.url, wireRequestOf(entry, { ...request, ...proof }))
    expect(answer.status).toBe(401)
    expect(answer.headers['www-authenticate']).toMatch(
      /^Bearer realm="latchkey"(?:, resource_metadata="[^"]+")?$/,
    )
    expect(answer.body).toMatchObject({ error: 'invalid_token' })
    expect(answerProblems(entry, answer)).toEqual([])
  })

  test.each(secured)('$id looks at the token before it looks at the request', async (entry) => {
    const path = entry.path.replaceAll(/\{\w+\}/g, 'nothing')
    const [mediaType] = entry.consumes
    const body = mediaType === undefined ? {} : { body: '[]' }
    // Where a token is optional, a bad one is worse than none.
    const isOptional = openToProofs.includes(entry.id)
    const answer = await send(service.url, {
      method: entry.method,
      path: `${path}?count=many`,
      headers: {
        ...(mediaType !== undefined && { 'content-type': mediaType }),
        ...(isOptional && { 'x-auth-token': 'garbage' }),
      },
      ...body,
    })
    // A form of `[]` is a form with one empty value: all that is left to say is who may send it.
    expect(answer.status).toBe(401)
  })
})

describe('pages of somebody who is signed in', () => {
  test.each(ofSignedIn)(
    '$id leads whoever is not to the sign-in, before it looks at the request',
    async (entry) => {
      const path = entry.path.replaceAll(/\{\w+\}/g, 'nothing')
      const [mediaType] = entry.consumes
      const isForm = mediaType === 'application/x-www-form-urlencoded'
      const answer = await send(service.url, {
        method: entry.method,
        path: `${path}?count=many`,
        headers: isForm ? { 'content-type': mediaType } : {},
        ...(isForm && { body: 'a=b' }),
      })
      expect([answer.status, answer.text]).toEqual([303, ''])
      expect(answer.headers['location']).toMatch(/\/signin\?return_to=%2Faccount/)
      expect(answerProblems(entry, answer)).toEqual([])
    },
  )
})

describe('the corridor', () => {
  test('refuses to run without a step for the unauthorized, the invalid and every scheme', async () => {
    const backend = new Backend31({ definition: forValidation(contract) as never, quick: true, strict: true })
    await backend.init()
    registerSteps(backend, {} as Context, operations)
    expect(backend.strict).toBe(true)
    expect(backend.handlers['unauthorizedHandler']).toBeTypeOf('function')
    expect(backend.handlers['validationFail']).toBeTypeOf('function')
    const schemes = new Set(secured.flatMap(({ security }) => security.flatMap((each) => Object.keys(each))))
    expect(Object.keys(backend.securityHandlers)).toEqual(expect.arrayContaining([...schemes]))
    for (const { id } of entries) expect(backend.handlers[id], id).toBeTypeOf('function')
  })
})
