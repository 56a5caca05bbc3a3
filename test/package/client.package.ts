import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createContext, Script, type Context } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleForBrowser } from '#test/support/bundle.ts'
import { install, makeEmptyFolder, tarballs, type EmptyFolder } from './emptyFolder.ts'

let folder: EmptyFolder
beforeAll(async () => {
  folder = makeEmptyFolder()
  folder.write('package.json', '{ "type": "module", "private": true }')
  await install(folder, '--offline', tarballs.client)
})
afterAll(() => folder.remove())

const entries = ['@latchkey/client', '@latchkey/client/auth', '@latchkey/client/server']

describe('the packed SDK', () => {
  test('has nothing that publint minds', async () => {
    const pkgDir = join(folder.path, 'node_modules/@latchkey/client')
    const { messages, pkg } = await publint({ pkgDir, pack: false, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  test('has types that are right for every way to import it', async () => {
    const packed = createPackageFromTarballData(new Uint8Array(readFileSync(tarballs.client)))
    const result = await checkPackage(packed)
    if (result.types === false) throw new Error('there are no types')
    // It is ES modules only: Node 22.12 and later require() them, and resolution of the years before exports is not served.
    const known = (problem: (typeof result.problems)[number]) =>
      problem.kind === 'CJSResolvesToESM' ||
      ('resolutionKind' in problem && problem.resolutionKind === 'node10')
    expect(result.problems.filter((problem) => !known(problem))).toEqual([])
  })

  test('needs nothing else', async () => {
    expect((await folder.run('npm', 'ls', '--all', '--parseable')).trim().split('\n')).toHaveLength(2)
    const { sideEffects, dependencies } = JSON.parse(
      readFileSync(join(folder.path, 'node_modules/@latchkey/client/package.json'), 'utf8'),
    ) as Record<string, unknown>
    expect({ sideEffects, dependencies }).toEqual({ sideEffects: false, dependencies: undefined })
  })

  test.each([
    ['import', 'a.mjs', entries.map((entry) => `console.log(Object.keys(await import('${entry}')).join())`)],
    ['require', 'a.cjs', entries.map((entry) => `console.log(Object.keys(require('${entry}')).join())`)],
  ])('comes by %s in the Node that we ship', async (_way, file, lines) => {
    folder.write(file, lines.join('\n'))
    const printed = await folder.run('node', file)
    for (const name of ['createClient', 'login', 'createAuthClient', 'verifyAccessToken'])
      expect(printed).toContain(name)
  })

  test.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('compiles with module %s, every declaration checked', async (module, moduleResolution) => {
    folder.write('a.ts', consumer)
    const options = { module, moduleResolution, target: 'es2022', lib: 'es2022,dom,dom.iterable' }
    const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
    await folder.run(
      'node',
      resolve('node_modules/typescript/bin/tsc'),
      '--noEmit',
      '--strict',
      ...words,
      'a.ts',
    )
  })
})

const consumer = `
import { createClient, items, listApps, login } from '@latchkey/client'
import { createAuthClient } from '@latchkey/client/auth'
import { verifyAccessToken } from '@latchkey/client/server'
const auth = createAuthClient({ issuer: 'https://a.example', clientId: 'app_1', redirectUri: 'https://b.example/' })
const client = createClient({ baseUrl: 'https://a.example', token: auth.getAccessToken })
const { data, error } = await login({ client, body: { email: 'a', password: 'b' } })
if (error?.status === 403) error.mfa_token.toUpperCase()
// @ts-expect-error: only that one has it
error?.mfa_token
data?.user.email.toUpperCase()
for await (const app of items(listApps, { client })) app.name.toUpperCase()
const access = await verifyAccessToken('', { issuer: 'https://a.example' })
// @ts-expect-error: a list
access.scopes.toUpperCase()
export {}
`

describe('bundled', () => {
  const one = `import { createClient, login } from '@latchkey/client'
    globalThis.answer = (options, body) => login({ client: createClient(options), body })`
  const withAuth = `import { createClient, listApps } from '@latchkey/client'
    import { createAuthClient } from '@latchkey/client/auth'
    globalThis.answer = (options) => listApps({ client: createClient({ baseUrl: options.issuer, token: createAuthClient(options).getAccessToken }) })`
  const server = `import { authenticate } from '@latchkey/client/server'
    globalThis.answer = (headers, options) => authenticate(headers, options)`

  async function bundle(text: string, format?: 'iife'): Promise<string> {
    folder.write('entry.js', text)
    return bundleForBrowser(join(folder.path, 'entry.js'), format)
  }

  test.each([
    ['one operation', one, 6],
    ['an operation with auth', withAuth, 12],
  ])('%s stays within its budget', async (_what, text, kilobytes) => {
    const size = gzipSync(await bundle(text)).length
    expect(size).toBeGreaterThan(500)
    expect(size).toBeLessThanOrEqual(kilobytes * 1000)
  })

  test('runs where there is nothing but what the web has, as at the edge', async () => {
    const context = webOnly()
    expect(new Script('typeof process + typeof Buffer + typeof require').runInContext(context)).toBe(
      'undefinedundefinedundefined',
    )
    const answers = { status: 401, body: { error: 'invalid_credentials', error_description: 'No.' } }
    context['fetch'] = async () => Response.json(answers.body, { status: answers.status })
    new Script(await bundle(one, 'iife')).runInContext(context)
    const signIn = context['answer'] as (options: object, body: object) => Promise<{ error: unknown }>
    expect(await signIn({ baseUrl: 'https://a.example' }, {})).toMatchObject({ error: { status: 401 } })
    new Script(await bundle(server, 'iife')).runInContext(context)
    const check = context['answer'] as (headers: Headers, options: object) => Promise<unknown>
    await expect(check(new Headers(), { issuer: 'https://a.example' })).rejects.toMatchObject({ status: 401 })
  })

  /** A sandbox with the web's globals that an edge runtime has, and none of Node's. */
  function webOnly(): Context {
    const names =
      'AbortController AbortSignal Blob Headers Request Response TextDecoder TextEncoder URL URLSearchParams atob btoa clearTimeout console crypto setTimeout'
    return createContext(
      Object.fromEntries(
        names.split(' ').map((name) => [name, (globalThis as Record<string, unknown>)[name]]),
      ),
    )
  }
})
