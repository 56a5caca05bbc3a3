import { createBrowser } from '#test/support/browser.ts'
import { goTo, type PageCase } from './pageCase.ts'
import { signInNewcomer, signInResident } from './resident.ts'
import type { Visit } from './world.ts'

/** Every page about somebody's own apps. */
export const appPages: readonly PageCase[] = [
  { name: 'apps', operation: 'showApps', open: (visit) => openApp(visit, () => '') },
  {
    name: 'apps-none',
    operation: 'showApps',
    open: async (visit) => {
      await signInNewcomer(visit)
      await goTo(visit, '/account/apps')
    },
  },
  { name: 'app-new', operation: 'showNewApp', open: (visit) => openApp(visit, () => '/new') },
  {
    name: 'app-new-wrong',
    operation: 'showNewApp',
    open: async (visit) => {
      await openApp(visit, () => '/new')
      await visit.tab.locator('#name').fill('Harbour Timetable')
      await visit.tab.locator('#redirect_uris').fill('http://example.com/callback\njavascript:alert(1)')
      await visit.tab.locator('form[action="/account/apps/new"] > button').click()
    },
  },
  { name: 'app', operation: 'showApp', open: (visit) => openApp(visit, (id) => `/${id}`) },
  {
    name: 'app-registered',
    operation: 'showApp',
    open: async (visit) => {
      await signInNewcomer(visit)
      await goTo(visit, '/account/apps/new')
      await visit.tab.locator('#name').fill('Orchard Notes')
      await visit.tab.locator('#redirect_uris').fill('https://orchard.example/callback')
      await visit.tab.locator('form[action="/account/apps/new"] > button').click()
    },
  },
  {
    name: 'app-settings',
    operation: 'showAppSettings',
    open: (visit) => openApp(visit, (id) => `/${id}/settings`),
  },
  {
    name: 'app-remove',
    operation: 'showAppRemoval',
    open: (visit) => openApp(visit, (id) => `/${id}/remove`),
  },
]

/** What developers read: documentation, the mailbox, and why a request was refused. */
export const readingPages: readonly PageCase[] = [
  reading('docs', 'getDocs', '/docs'),
  reading('docs-page', 'getDocsPage', '/docs/quickstart'),
  reading('docs-errors', 'getErrorDocs', '/docs/errors'),
  reading('docs-error', 'getErrorPage', '/docs/errors/invalid_grant'),
  reading('dev-mail', 'getDevMailbox', '/dev/mail'),
  {
    name: 'dev-request',
    operation: 'getDevRequest',
    isReading: true,
    open: async (visit) => {
      const { headers } = await createBrowser(visit.world.service).get(
        `${visit.world.service.url}/api/v1/apps`,
      )
      await goTo(visit, `/dev/requests/${headers.get('x-request-id')}`)
    },
  },
]

function reading(name: string, operation: PageCase['operation'], path: string): PageCase {
  return { name, operation, isReading: true, open: (visit) => goTo(visit, path) }
}

async function openApp(visit: Visit, path: (appId: string) => string): Promise<void> {
  const { app } = await signInResident(visit)
  await goTo(visit, `/account/apps${path(app.app_id)}`)
}
