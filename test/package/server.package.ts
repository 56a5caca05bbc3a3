import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createClient, getLiveness, login, register, registerApp } from '../../client/index.ts'
import { launchChromium } from '#test/support/chromium.ts'
import { startCollector, type Collector } from '#test/support/collector.ts'
import { startPageServer, type PageServer } from '#test/support/pageServer.ts'
import { findFreePort } from '#test/support/process.ts'
import { bareEnvironment, install, makeEmptyFolder, tarballs, type EmptyFolder } from './emptyFolder.ts'

let serverFolder: EmptyFolder
let clientFolder: EmptyFolder
let service: ChildProcess
let issuer = ''
let said = ''
let collector: Collector

beforeAll(async () => {
  serverFolder = makeEmptyFolder()
  clientFolder = makeEmptyFolder()
  for (const folder of [serverFolder, clientFolder]) folder.write('package.json', '{ "private": true }')
  await install(clientFolder, '--offline', tarballs.client)
  await install(serverFolder, tarballs.server)
  collector = await startCollector()
  const port = await findFreePort()
  issuer = `http://localhost:${port}`
  // As people type it, with whatever Node the machine has: the package brings its own.
  service = spawn('npx', ['--offline', 'latchkey', 'serve'], {
    cwd: serverFolder.path,
    env: { ...bareEnvironment(), PORT: String(port), ...collector.environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [service.stdout!, service.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  await vi.waitUntil(() => said.includes('Latchkey is ready'), { timeout: 60_000 })
})
afterAll(async () => {
  const ended = once(service, 'exit')
  process.kill(-service.pid!, 'SIGTERM')
  await ended
  await collector.stop()
  serverFolder.remove()
  clientFolder.remove()
})

describe('the packed server in an empty folder', () => {
  test('serves by npx latchkey serve', async () => {
    const { data } = await getLiveness({ client: createClient({ baseUrl: issuer }) })
    expect(data).toEqual({ status: 'ok' })
    expect((await fetch(`${issuer}/docs`)).status).toBe(200)
    expect((await fetch(`${issuer}/openapi.json`)).status).toBe(200)
  })

  test('tells a collector of its requests where one is named', async () => {
    await getLiveness({ client: createClient({ baseUrl: issuer }) })
    const isTold = () => collector.spans.some(({ name }) => name === 'getLiveness')
    await vi.waitUntil(isTold, { timeout: 15_000 })
  })
})

describe('latchkey check in an empty folder', () => {
  test('finds that the packed server keeps its contract', async () => {
    const report = await serverFolder.run('npx', '--offline', 'latchkey', 'check', issuer)
    expect(report).toContain(`${issuer} keeps the contract`)
  })
})

describe('the quickstart in an empty folder with only the packed SDK', () => {
  let chromium: Browser
  let site: PageServer
  beforeAll(async () => {
    chromium = await launchChromium()
    site = await startPageServer((path) => {
      const file = join(clientFolder.path, path === '/' ? 'index.html' : path)
      return existsSync(file) ? readFileSync(file, 'utf8') : null
    })
  })
  afterAll(async () => {
    await chromium.close()
    await site.stop()
  })

  test('signs in and out against the running server, line by line as the README has it', async () => {
    const person = { email: 'user@example.com', password: 'password123' }
    const client = createClient({ baseUrl: issuer })
    await register({ client, body: person, throwOnError: true })
    const { data: session } = await login({ client, body: person, throwOnError: true })
    const { data: app } = await registerApp({
      client: createClient({ baseUrl: issuer, token: session.token }),
      body: {
        name: 'My page',
        scopes: ['openid', 'profile', 'email'],
        redirect_uris: [`${site.origin}/`],
        post_logout_redirect_uris: [`${site.origin}/`],
        token_endpoint_auth_method: 'none',
      },
      throwOnError: true,
    })
    const page = quickstart()
      .replaceAll('http://localhost:8787', issuer)
      .replaceAll('http://localhost:3000', site.origin)
      .replaceAll('app_…', app.app_id)
    clientFolder.write('index.html', page)

    const tab = await chromium.newPage({ locale: 'en-GB' })
    await tab.goto(`${site.origin}/`)
    await tab.getByText('Nobody is signed in').waitFor()
    await tab.getByRole('button', { name: 'Sign in' }).click()
    await tab.getByLabel('E-mail address').fill(person.email)
    await tab.getByLabel('Password', { exact: true }).fill(person.password)
    await tab.locator('.login-submit').click()
    await tab.getByText(`${person.email} is signed in`).waitFor()
    expect(tab.url()).toBe(`${site.origin}/`)
    await tab.getByRole('button', { name: 'Sign out' }).click()
    await tab.getByText('Nobody is signed in').waitFor()
  })

  /** The page of the SDK's README. */
  function quickstart(): string {
    const [, page] = /```html\n([\s\S]*?)```/.exec(readFileSync('client/README.md', 'utf8')) ?? []
    if (page === undefined) throw new Error('client/README.md has no page')
    return page
  }
})
