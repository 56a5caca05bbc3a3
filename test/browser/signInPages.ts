import { signUp } from '#test/support/actors.ts'
import { freshAddress, mailedChange } from '#test/support/emailChange.ts'
import { enrolAuthenticator } from '#test/support/factors.ts'
import { enrolMailbox } from '#test/support/mailedCodes.ts'
import { resetLink } from '#test/support/resetLink.ts'
import { resendVerification } from '../../client/index.ts'
import { mailedTokens } from '#test/support/mailedTokens.ts'
import { goTo, type PageCase } from './pageCase.ts'
import { begin, signInOn, type Visit } from './world.ts'

const wrong = { password: 'not the password' }

/** Every page on the way to a sign-in and away from it. */
export const signInPages: readonly PageCase[] = [
  { name: 'sign-in', operation: 'showSignIn', open: async (visit) => void (await begin(visit)) },
  {
    name: 'sign-in-wrong',
    operation: 'showSignIn',
    open: async (visit) => {
      await begin(visit)
      await signInOn(visit.tab, { ...(await signUp(visit.world.service)), ...wrong })
    },
  },
  { name: 'sign-in-account', operation: 'showSignIn', open: async (visit) => goTo(visit, '/signin') },
  {
    name: 'sign-up',
    operation: 'showSignUp',
    open: async (visit) => void (await begin(visit, { prompt: 'create' })),
  },
  {
    name: 'sign-up-wrong',
    operation: 'showSignUp',
    open: async (visit) => {
      await begin(visit, { prompt: 'create' })
      await visit.tab.locator('#login').fill('nina@example.com')
      await visit.tab.locator('#password').fill('short')
      await visit.tab.locator('.signup-submit').click()
    },
  },
  { name: 'sign-up-sent', operation: 'showSignUp', open: async (visit) => goTo(visit, '/signup?step=sent') },
  {
    name: 'second-factor',
    operation: 'showSecondFactor',
    open: async (visit) => {
      const person = await signUp(visit.world.service)
      await enrolAuthenticator(visit.world.service, person)
      await begin(visit)
      await signInOn(visit.tab, person)
    },
  },
  {
    name: 'second-factor-mail',
    operation: 'showSecondFactor',
    open: async (visit) => {
      const person = await signUp(visit.world.service)
      await enrolMailbox(visit.world.service, person)
      await begin(visit)
      await signInOn(visit.tab, person)
      await visit.tab.locator('#code').fill('00000000')
      await visit.tab.locator('.login-submit').click()
    },
  },
  {
    name: 'account-choice',
    operation: 'showAccountChoice',
    open: async (visit) => {
      await signedIn(visit)
      await begin(visit, { prompt: 'select_account' })
    },
  },
  {
    name: 'consent',
    operation: 'showConsent',
    open: (visit) => signedIn(visit, 'openid profile email offline_access'),
  },
  {
    name: 'step-up',
    operation: 'showStepUp',
    open: async (visit) => {
      await signedIn(visit)
      await goTo(visit, '/signin/again?return_to=%2Faccount')
    },
  },
  { name: 'forgot', operation: 'showPasswordReset', open: async (visit) => goTo(visit, '/reset-password') },
  {
    name: 'forgot-sent',
    operation: 'showPasswordReset',
    open: async (visit) => goTo(visit, '/reset-password?step=sent'),
  },
  {
    name: 'reset',
    operation: 'showPasswordReset',
    open: async ({ world, tab }) => {
      const { email } = await signUp(world.service)
      await tab.goto(await resetLink(world.service, email))
    },
  },
  {
    name: 'verify-email',
    operation: 'showEmailVerification',
    open: async (visit) => {
      const { email } = await signUp(visit.world.service)
      await resendVerification({ client: visit.world.service.as(), body: { email }, throwOnError: true })
      const [token] = await mailedTokens(visit.world.service, email)
      await goTo(visit, `/verify-email?token=${token}`)
    },
  },
  {
    name: 'verify-email-done',
    operation: 'showEmailVerification',
    open: async (visit) => goTo(visit, '/verify-email?step=done'),
  },
  {
    name: 'change-email',
    operation: 'showEmailChange',
    open: async (visit) => {
      const person = await signUp(visit.world.service)
      const token = await mailedChange(visit.world.service, person, freshAddress())
      await goTo(visit, `/change-email?token=${token}`)
    },
  },
  {
    name: 'sign-out',
    operation: 'showSignOut',
    open: async (visit) => {
      await signedIn(visit)
      await goTo(visit, '/signout')
    },
  },
  { name: 'signed-out', operation: 'showSignOut', open: async (visit) => goTo(visit, '/signout') },
  {
    name: 'sign-out-for-app',
    operation: 'endSession',
    open: async (visit) => {
      await signedIn(visit)
      await goTo(visit, `/oauth2/logout?client_id=${visit.world.party.app.app_id}`)
    },
  },
  {
    name: 'error',
    operation: 'showSignIn',
    open: async (visit) => goTo(visit, '/signin?transaction=nonsense'),
  },
  {
    name: 'error-finished',
    operation: 'showConsent',
    open: async (visit) => {
      await signedIn(visit)
      const { tab, world } = visit
      const asked = tab.url()
      await tab.locator('.consent-submit').click()
      await tab.waitForURL((url) => url.origin !== new URL(world.service.url).origin)
      await tab.goto(asked)
    },
  },
  {
    name: 'form-post',
    operation: 'startAuthorization',
    isScriptless: true,
    open: async (visit) => {
      await signedIn(visit)
      await visit.tab.locator('.consent-submit').click()
      await begin(visit, { response_mode: 'form_post' })
    },
  },
]

/** Signs somebody new in, up to the decision about the app. */
async function signedIn(visit: Visit, scope = 'openid email'): Promise<void> {
  await begin(visit, { scope })
  await signInOn(visit.tab, await signUp(visit.world.service))
  await visit.tab.locator('.consent-submit').waitFor()
}
