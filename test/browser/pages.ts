import { signUp } from '#test/support/actors.ts'
import { freshAddress, mailedChange } from '#test/support/emailChange.ts'
import { enrolAuthenticator } from '#test/support/factors.ts'
import { enrolMailbox } from '#test/support/mailedCodes.ts'
import { resetLink } from '#test/support/resetLink.ts'
import { resendVerification } from '../../client/index.ts'
import { mailedTokens } from '#test/support/mailedTokens.ts'
import { begin, signInOn, type Visit } from './world.ts'

/** A page, and how somebody comes to it. The matrix looks at every one in every way, and `make screenshots` takes its picture. */
export type PageCase = {
  /** names the picture */
  readonly name: string
  /** brings the browser to it, in whatever language, with script or without */
  readonly open: (visit: Visit) => Promise<void>
  /** where a script leads on at once, there is nothing to look at but without one */
  readonly isScriptless?: true
}

const wrong = { password: 'not the password' }

/** Every page on the way to a sign-in and away from it. */
export const signInPages: readonly PageCase[] = [
  { name: 'sign-in', open: async (visit) => void (await begin(visit)) },
  {
    name: 'sign-in-wrong',
    open: async (visit) => {
      await begin(visit)
      await signInOn(visit.tab, { ...(await signUp(visit.world.service)), ...wrong })
    },
  },
  { name: 'sign-in-account', open: async (visit) => goTo(visit, '/signin') },
  { name: 'sign-up', open: async (visit) => void (await begin(visit, { prompt: 'create' })) },
  {
    name: 'sign-up-wrong',
    open: async (visit) => {
      await begin(visit, { prompt: 'create' })
      await visit.tab.locator('#login').fill('nina@example.com')
      await visit.tab.locator('#password').fill('short')
      await visit.tab.locator('.signup-submit').click()
    },
  },
  { name: 'sign-up-sent', open: async (visit) => goTo(visit, '/signup?step=sent') },
  {
    name: 'second-factor',
    open: async (visit) => {
      const person = await signUp(visit.world.service)
      await enrolAuthenticator(visit.world.service, person)
      await begin(visit)
      await signInOn(visit.tab, person)
    },
  },
  {
    name: 'second-factor-mail',
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
    open: async (visit) => {
      await signedIn(visit)
      await begin(visit, { prompt: 'select_account' })
    },
  },
  {
    name: 'consent',
    open: (visit) => signedIn(visit, 'openid profile email offline_access'),
  },
  {
    name: 'step-up',
    open: async (visit) => {
      await signedIn(visit)
      await goTo(visit, '/signin/again?return_to=%2Faccount')
    },
  },
  { name: 'forgot', open: async (visit) => goTo(visit, '/reset-password') },
  { name: 'forgot-sent', open: async (visit) => goTo(visit, '/reset-password?step=sent') },
  {
    name: 'reset',
    open: async ({ world, tab }) => {
      const { email } = await signUp(world.service)
      await tab.goto(await resetLink(world.service, email))
    },
  },
  {
    name: 'verify-email',
    open: async (visit) => {
      const { email } = await signUp(visit.world.service)
      await resendVerification({ client: visit.world.service.as(), body: { email }, throwOnError: true })
      const [token] = await mailedTokens(visit.world.service, email)
      await goTo(visit, `/verify-email?token=${token}`)
    },
  },
  { name: 'verify-email-done', open: async (visit) => goTo(visit, '/verify-email?step=done') },
  {
    name: 'change-email',
    open: async (visit) => {
      const person = await signUp(visit.world.service)
      const token = await mailedChange(visit.world.service, person, freshAddress())
      await goTo(visit, `/change-email?token=${token}`)
    },
  },
  {
    name: 'sign-out',
    open: async (visit) => {
      await signedIn(visit)
      await goTo(visit, '/signout')
    },
  },
  { name: 'signed-out', open: async (visit) => goTo(visit, '/signout') },
  { name: 'error', open: async (visit) => goTo(visit, '/signin?transaction=nonsense') },
  {
    name: 'error-finished',
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
    isScriptless: true,
    open: async (visit) => {
      await signedIn(visit)
      await visit.tab.locator('.consent-submit').click()
      await begin(visit, { response_mode: 'form_post' })
    },
  },
]

/** Every page that there is. The account area adds its own. */
export const pages: readonly PageCase[] = [...signInPages]

async function goTo({ world, tab }: Visit, path: string): Promise<void> {
  await tab.goto(`${world.service.url}${path}`)
}

/** Signs somebody new in, up to the decision about the app. */
async function signedIn(visit: Visit, scope = 'openid email'): Promise<void> {
  await begin(visit, { scope })
  await signInOn(visit.tab, await signUp(visit.world.service))
  await visit.tab.locator('.consent-submit').waitFor()
}
