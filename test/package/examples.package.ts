import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { login, revokeConsent } from '../../client/index.ts'
import { launchChromium } from '#test/support/chromium.ts'
import { enrolAuthenticator } from '#test/support/factors.ts'
import { findFreePort } from '#test/support/process.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { bareEnvironment, install, makeEmptyFolder, tarballs, type EmptyFolder } from './emptyFolder.ts'

let service: TestService
const folders: EmptyFolder[] = []
const running: ChildProcess[] = []
beforeAll(async () => {
  service = await startService()
})
afterAll(async () => {
  for (const child of running) {
    const ended = once(child, 'exit')
    process.kill(-child.pid!, 'SIGTERM')
    await ended
  }
  for (const folder of folders) folder.remove()
  await service.stop()
})

/** Copies an example to where nothing else is, installs it with the packed SDK, and starts it. */
async function startExample(name: string) {
  const folder = makeEmptyFolder()
  folders.push(folder)
  cpSync(`client/examples/${name}`, folder.path, {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  })
  const manifest = readFileSync(join(folder.path, 'package.json'), 'utf8')
  folder.write('package.json', manifest.replace('file:../..', `file:${tarballs.client}`))
  await install(folder)
  const port = await findFreePort()
  const environment = {
    ...bareEnvironment(dirname(process.execPath)),
    ISSUER: service.url,
    PORT: String(port),
  }
  const child = spawn('npm', ['start'], { cwd: folder.path, env: environment, detached: true, stdio: 'pipe' })
  running.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  await expect.poll(() => said, { timeout: 60_000 }).toMatch(/is ready/)
  return { folder, environment, url: `http://localhost:${port}` }
}

describe('the media API', () => {
  test('answers whoever has a token for it, and nobody else', async () => {
    const { folder, environment, url } = await startExample('media-api')
    const child = spawn('npm', ['run', '--silent', 'token'], {
      cwd: folder.path,
      env: environment,
      stdio: 'pipe',
    })
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
    await once(child, 'close')
    const token = printed.trim()
    const get = (path: string, headers: Record<string, string> = { 'X-Auth-Token': token }) =>
      fetch(`${url}${path}`, { headers })

    const answer = await get('/api/v1/photos?count=10')
    const list = (await answer.json()) as { id: string; title: string }[]
    expect([answer.status, list.length, answer.headers.get('x-count')]).toEqual([200, 10, '10'])
    const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link')!)![1]!
    const rest = await get(next, { authorization: `Bearer ${token}` })
    expect([rest.status, ((await rest.json()) as unknown[]).length, rest.headers.get('link')]).toEqual([
      200,
      2,
      null,
    ])

    const image = await get(`/api/v1/photos/${list[0]!.id}/image`)
    const bytes = new Uint8Array(await image.arrayBuffer())
    expect([image.headers.get('content-type'), ...bytes.slice(0, 3)]).toEqual([
      'image/jpeg',
      0xff,
      0xd8,
      0xff,
    ])
    const etag = image.headers.get('etag')!
    const again = await get(`/api/v1/photos/${list[0]!.id}/image`, {
      'X-Auth-Token': token,
      'If-None-Match': etag,
    })
    expect([again.status, await again.text()]).toEqual([304, ''])

    const refused = await get('/api/v1/photos', {})
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="api"'])
    expect((await get('/api/v1/photos', { 'X-Auth-Token': 'x' })).status).toBe(401)
    expect((await get('/api/v1/photos?count=0')).status).toBe(400)
    expect((await get('/api/v1/photos/none/image')).status).toBe(404)
    expect(
      (await fetch(`${url}/api/v1/photos`, { method: 'POST', headers: { 'X-Auth-Token': token } })).status,
    ).toBe(405)
  })
})

let chromium: Browser
beforeAll(async () => {
  chromium = await launchChromium()
})
afterAll(() => chromium.close())

describe('the React app', () => {
  test('signs somebody in, renews, keeps it over a reload, and signs out in every tab', async () => {
    const { url } = await startExample('react-app')
    const context = await chromium.newContext({ locale: 'en-GB' })
    const complaints: string[] = []
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(`${url}/`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('E-mail address').fill('demo@example.com')
    await page.getByLabel('Password', { exact: true }).fill('password123')
    await page.locator('.login-submit').click()
    await page.getByText('You are demo@example.com.').waitFor()
    await page.getByRole('button', { name: 'Renew' }).click()
    await page.getByText('Tokens were renewed 1 times.').waitFor()
    await page.reload()
    await page.getByText('You are demo@example.com.').waitFor()
    const other = await context.newPage()
    await other.goto(`${url}/`)
    await other.getByText('You are demo@example.com.').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await other.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('the sign-in page of a team of its own', () => {
  test('signs somebody in with a second factor, asks for consent, ends with tokens, and signs out', async () => {
    const { folder, url } = await startExample('own-sign-in')
    await folder.run('node', resolve('node_modules/typescript/bin/tsc'))
    const body = { email: 'demo@example.com', password: 'password123' }
    const { data } = await login({ client: service.as(), body, throwOnError: true })
    const authenticator = await enrolAuthenticator(service, data)
    const page = await chromium.newPage({ locale: 'en-GB' })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    const answers = new Map<string, number>()
    page.on('response', (answer) => answers.set(new URL(answer.url()).pathname, answer.status()))
    const grants: URLSearchParams[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/oauth2/token')) grants.push(new URLSearchParams(request.postData() ?? ''))
    })
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const alert = page.getByRole('alert')
    const signIn = async (code: string) => {
      await button('Sign in').click()
      await page.getByLabel('E-mail address').fill(body.email)
      await page.getByLabel('Password').fill(body.password)
      await button('Sign in').click()
      await page.getByLabel('Code of your authenticator app, or recovery code').fill(code)
      await button('Go on').click()
    }

    await page.goto(`${url}/`)
    await signIn('0')
    await alert.getByText('The code is wrong, has expired or was used already').waitFor()
    await page.getByLabel('Code of').fill(authenticator.nextCode())
    await button('Go on').click()
    await page.getByText('know that it is you, see your profile, and see your e-mail address').waitFor()
    await page.getByText('It belongs to The Example Team. Nobody has verified that.').waitFor()
    await button('Do not allow').click()
    await alert.getByText('The user denied the request').waitFor()
    expect(answers.has('/oauth2/token')).toBe(false)

    await signIn(authenticator.recoveryCodes[0]!)
    await button('Allow').click()
    await page.getByText('You are demo@example.com.').waitFor()
    expect([answers.get('/oauth2/token'), answers.get('/oauth2/userinfo')]).toEqual([200, 200])
    await button('Renew').click()
    await page.getByText('Tokens were renewed 1 times.').waitFor()
    expect(grants.map((form) => form.get('grant_type'))).toEqual(['authorization_code', 'refresh_token'])
    await button('Sign out').click()
    await button('Sign in').waitFor()
    expect([answers.get('/api/v1/session'), await alert.textContent(), complaints]).toEqual([204, '', []])
    expect(page.url()).toBe(`${url}/`)

    await signIn(authenticator.recoveryCodes[1]!)
    await page.getByText('You are demo@example.com.').waitFor()
    const path = { appId: grants[0]!.get('client_id')! }
    await revokeConsent({ client: service.as(data.token), path, throwOnError: true })
    await button('Renew').click()
    await alert.getByText('This sign-in has ended.').waitFor()
    await button('Sign in').waitFor()
    expect([answers.get('/oauth2/token'), complaints]).toEqual([400, []])
    await page.close()
  })
})
