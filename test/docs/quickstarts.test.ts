import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AuthClient } from '../../client/auth/index.ts'
import { issueToken, type AppRegistrationResponse } from '../../client/index.ts'
import type { MockIssuer } from '#src/mockIssuer/start.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { credentials } from '#test/support/authorization.ts'
import { createBrowser } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf } from '#test/support/tokens.ts'

let service: TestService
let person: Person
const folder = mkdtempSync(join(tmpdir(), 'latchkey-quickstarts-'))

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
})

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await service.stop()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** What the pages import, where it is in this repository. */
const modules: Readonly<Record<string, string>> = {
  '@latchkey/client/auth': import.meta.resolve('../../client/auth/index.ts'),
  '@latchkey/client/server': import.meta.resolve('../../client/server/index.ts'),
  'latchkey/mock-issuer': import.meta.resolve('#src/mockIssuer/start.ts'),
  'openid-client': import.meta.resolve('openid-client'),
}

/** The code on a page of the service that is in this language, as it stands there. */
async function codeOf(page: string, language: 'ts' | 'sh'): Promise<readonly string[]> {
  const markdown = await (await fetch(`${service.url}/docs/${page}.md`)).text()
  const blocks = [...markdown.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
  return blocks.filter(([, name]) => name === language).map(([, , code]) => code!)
}

/** Runs the TypeScript of a page, with the app of whoever reads it put in. */
async function runPage<Exports>(page: string, app?: AppRegistrationResponse): Promise<Exports> {
  const code = (await codeOf(page, 'ts'))
    .join('\n')
    .replaceAll('app_…', app?.app_id ?? 'none')
    .replaceAll('secret_…', app?.app_secret ?? 'none')
    .replaceAll(/from '([^']+)'/g, (_all, name: string) => `from '${modules[name] ?? name}'`)
  const file = join(folder, `${page}.ts`)
  writeFileSync(file, code)
  return (await import(/* @vite-ignore */ file)) as Exports
}

/** Runs a command of a page. */
async function runShell(command: string, environment: Record<string, string>): Promise<any> {
  const env = { PATH: process.env['PATH'], ...environment }
  return JSON.parse((await promisify(execFile)('sh', ['-c', command], { env })).stdout)
}

/** Signs in on our page, at an app of one's own, which needs no consent; the URL at which the app is called back. */
async function signInAt(url: string): Promise<string> {
  const browser = createBrowser(service)
  return (await browser.submit(await browser.open(url), credentials(person))).location!
}

describe('the quickstart', () => {
  it('Single-page app registers a public app and signs somebody in', async () => {
    const [command = ''] = await codeOf('quickstart-single-page-app', 'sh')
    const app = (await runShell(command, { TOKEN: person.token })) as AppRegistrationResponse
    expect(app.app_secret).toBeUndefined()
    const visited: string[] = []
    const location = { href: 'http://localhost:3000/', assign: (url: string) => void visited.push(url) }
    vi.stubGlobal('location', location)
    vi.stubGlobal('history', { state: null, replaceState: () => {} })
    const page = await runPage<{ auth: AuthClient; start(): Promise<{ email?: string } | null> }>(
      'quickstart-single-page-app',
      app,
    )
    expect(await page.start()).toBeNull()
    location.href = await signInAt(visited[0]!)
    expect((await page.start())?.email).toBe(person.email)
    expect(await page.auth.getAccessToken()).toMatch(/^ey/)
    page.auth.dispose()
  })

  it('Server app signs somebody in and gets a refresh token', async () => {
    const redirect_uris = ['http://localhost:3000/callback']
    const app = await registerTestApp(service, person, { redirect_uris, scopes: ['openid', 'email'] })
    type Begun = { url: URL; verifier: string; state: string }
    const page = await runPage<{
      begin(): Promise<Begun>
      finish(url: URL, begun: Begun): Promise<{ user: { email?: string }; refreshToken?: string }>
    }>('quickstart-server-app', app)
    const begun = await page.begin()
    const { user, refreshToken } = await page.finish(new URL(await signInAt(begun.url.href)), begun)
    expect(user.email).toBe(person.email)
    expect(refreshToken).toMatch(/^refresh_/)
  })

  it('Machine to machine gets a token, with the SDK and without', async () => {
    const app = await registerTestApp(service, person, { redirect_uris: [], scopes: ['read'] })
    const { token } = await runPage<{ token: string }>('quickstart-machine-to-machine', app)
    expect(token).toMatch(/^ey/)
    const [command = ''] = await codeOf('quickstart-machine-to-machine', 'sh')
    const answer = await runShell(command, { APP_ID: app.app_id, APP_SECRET: app.app_secret! })
    expect(answer).toMatchObject({ token_type: 'Bearer', scope: 'read' })
  })

  it('Mobile app registers, signs in and refreshes', async () => {
    const [command = ''] = await codeOf('quickstart-mobile', 'sh')
    const app = (await runShell(command, { TOKEN: person.token })) as AppRegistrationResponse
    type Tokens = { access_token: string; refresh_token: string }
    const page = await runPage<{
      url: string
      finish(opened: string): Promise<Tokens>
      refresh(token: string): Promise<Tokens>
    }>('quickstart-mobile', app)
    const tokens = await page.finish(await signInAt(page.url))
    const next = await page.refresh(tokens.refresh_token)
    expect(next.refresh_token).not.toBe(tokens.refresh_token)
    await expect(page.finish('com.example.app:/callback?state=another')).rejects.toThrow('not our sign-in')
  })

  it('Protect an API lets in whoever has a token for it, and nobody else', async () => {
    const { api } = await runPage<{ api: Server }>('quickstart-protect-an-api')
    await once(api.listen(0, '127.0.0.1'), 'listening')
    try {
      const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}/photos`
      const ask = async (token?: string) =>
        (await fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }))
          .status
      const app = await registerTestApp(service, person, { scopes: ['openid', 'profile', 'email', 'read'] })
      const { data } = await issueToken({
        client: service.as(),
        body: {
          grant_type: 'client_credentials',
          scope: 'read',
          resource: 'https://photos.example.com',
          ...credentialsOf(app),
        },
        throwOnError: true,
      })
      expect(await ask(data.access_token)).toBe(200)
      expect(await ask()).toBe(401)
      expect(await ask('garbage')).toBe(401)
      expect(await ask((await obtainTokens(service, person, app)).access_token)).toBe(401)
    } finally {
      api.close()
    }
  })

  it('Test against mocks signs in without a page and plays a busy service', async () => {
    const { issuer, code } = await runPage<{ issuer: MockIssuer; code: string }>(
      'quickstart-test-against-mocks',
    )
    try {
      expect(code).toMatch(/^code_/)
      const ask = () =>
        fetch(`${issuer.url}/oauth2/token`, {
          method: 'POST',
          body: new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: 'app_machine',
            client_secret: 'any',
          }),
        })
      expect((await ask()).status).toBe(503)
      expect((await ask()).status).toBe(200)
    } finally {
      await issuer.stop()
    }
  })
})
