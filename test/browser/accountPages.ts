import { goTo, type PageCase } from './pageCase.ts'
import { signInNewcomer, signInResident } from './resident.ts'
import type { Visit } from './world.ts'

/** Every page of somebody's own account: with something on it, and empty; with a mistake; with a secret that is shown once. */
export const accountPages: readonly PageCase[] = [
  resident('account', 'showAccount', ''),
  newcomer('account-new', 'showAccount', ''),
  resident('profile', 'showProfile', '/profile'),
  {
    name: 'profile-wrong',
    operation: 'showProfile',
    open: async (visit) => {
      await signInResident(visit)
      await goTo(visit, '/account/profile')
      await visit.tab.locator('#birthdate').fill('yesterday')
      await visit.tab.locator('#phone_number').fill('call me')
      await visit.tab.locator('form[action="/account/profile"] button').click()
    },
  },
  resident('email', 'showNewEmail', '/email'),
  resident('password', 'showPasswordChange', '/password'),
  {
    name: 'password-wrong',
    operation: 'showPasswordChange',
    open: async (visit) => {
      await signInNewcomer(visit)
      await goTo(visit, '/account/password')
      await visit.tab.locator('#current_password').fill('not the password')
      await visit.tab.locator('#new_password').fill('quite another password')
      await visit.tab.locator('form[action="/account/password"] > button').click()
    },
  },
  resident('passkeys', 'showPasskeys', '/passkeys'),
  newcomer('passkeys-none', 'showPasskeys', '/passkeys'),
  resident('passkey-new', 'showNewPasskey', '/passkeys/new'),
  {
    name: 'passkey-remove',
    operation: 'showPasskeyRemoval',
    open: async (visit) => {
      const { passkey } = await signInResident(visit)
      await goTo(visit, `/account/passkeys/${passkey.id}/remove`)
    },
  },
  newcomer('two-factor', 'showSecondFactors', '/two-factor'),
  newcomer('totp', 'showTotp', '/two-factor/totp'),
  {
    name: 'totp-code',
    operation: 'showTotp',
    open: async (visit) => {
      await signInNewcomer(visit)
      await goTo(visit, '/account/two-factor/totp')
      await visit.tab.locator('.act button').click()
    },
  },
  newcomer('recovery-codes', 'showRecoveryCodes', '/two-factor/recovery-codes'),
  resident('sessions', 'showSessions', '/sessions'),
  resident('connected-apps', 'showConnectedApps', '/connected-apps'),
  newcomer('connected-apps-none', 'showConnectedApps', '/connected-apps'),
  resident('app-passwords', 'showAppPasswords', '/app-passwords'),
  {
    name: 'app-password-made',
    operation: 'showAppPasswords',
    open: async (visit) => {
      await signInNewcomer(visit)
      await goTo(visit, '/account/app-passwords/new')
      await visit.tab.locator('#name').fill('Mail program')
      await visit.tab.locator('#read').check()
      await visit.tab.locator('form[action="/account/app-passwords/new"] > button').click()
    },
  },
  resident('app-password-new', 'showNewAppPassword', '/app-passwords/new'),
  resident('history', 'showHistory', '/history'),
  resident('data', 'showExport', '/export'),
  resident('delete', 'showAccountDeletion', '/close'),
  {
    name: 'deleted',
    operation: 'showDeleted',
    open: async (visit) => {
      const { person } = await signInNewcomer(visit)
      await goTo(visit, '/account/close')
      await visit.tab.locator('#confirmation').fill(person.email)
      await visit.tab.locator('form[action="/account/close"] > button').click()
    },
  },
]

/** The page of somebody who has one of everything. */
function resident(name: string, operation: PageCase['operation'], path: string): PageCase {
  return { name, operation, open: (visit) => open(visit, signInResident, path) }
}

/** The page of somebody who has nothing yet. */
function newcomer(name: string, operation: PageCase['operation'], path: string): PageCase {
  return { name, operation, open: (visit) => open(visit, signInNewcomer, path) }
}

async function open(visit: Visit, signIn: (visit: Visit) => Promise<unknown>, path: string): Promise<void> {
  await signIn(visit)
  await goTo(visit, `/account${path}`)
}
