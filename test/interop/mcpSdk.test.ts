import { auth, UnauthorizedError, type OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { OAuthClientInformationMixed, OAuthTokens } from '@modelcontextprotocol/sdk/shared/auth.js'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signUp, type Person } from '#test/support/actors.ts'
import { createBrowser, type TestBrowser } from '#test/support/browser.ts'
import { openRegistration } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { startMcpServer, type ProtectedMcpServer } from './mcpServer.ts'
import { decideAs } from './walk.ts'

const callback = 'http://127.0.0.1:3000/callback'
let service: TestService
let mcpServer: ProtectedMcpServer
let person: Person
let browser: TestBrowser

beforeAll(async () => {
  service = await startService(openRegistration)
  mcpServer = await startMcpServer(service)
})
afterAll(async () => {
  await mcpServer.stop()
  await service.stop()
})
beforeEach(async () => {
  person = await signUp(service)
  browser = createBrowser(service)
})

/** What an app keeps for the library, and where the library sent the browser. */
type Keeper = OAuthClientProvider & {
  readonly kept: {
    client?: OAuthClientInformationMixed
    tokens?: OAuthTokens
    verifier?: string
    sentTo?: URL
  }
}

/** Knows nobody: the library discovers and registers everything. */
function createKeeper(method: 'none' | 'client_secret_basic' | 'client_secret_post'): Keeper {
  const kept: Keeper['kept'] = {}
  return {
    kept,
    redirectUrl: callback,
    clientMetadata: {
      client_name: 'An agent',
      redirect_uris: [callback],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: method,
    },
    state: () => 'random-state',
    clientInformation: () => kept.client,
    saveClientInformation: (client) => void (kept.client = client),
    tokens: () => kept.tokens,
    saveTokens: (tokens) => void (kept.tokens = tokens),
    saveCodeVerifier: (verifier) => void (kept.verifier = verifier),
    codeVerifier: () => kept.verifier ?? '',
    redirectToAuthorization: (url) => void (kept.sentTo = url),
  }
}

/** Signs in where the library sent the browser, and returns the code that comes back. */
async function bringCode({ kept }: Keeper): Promise<string> {
  expect(kept.sentTo!.searchParams.get('code_challenge_method')).toBe('S256')
  const back = await decideAs(person, browser, kept.sentTo!.href)
  const answer = new URL(back.location!).searchParams
  expect(answer.get('state')).toBe('random-state')
  return answer.get('code')!
}

describe('the MCP SDK', () => {
  it('as the client of a protected server registers, signs in, calls a tool, and refreshes', async () => {
    const keeper = createKeeper('none')
    const open = () => new StreamableHTTPClientTransport(new URL(mcpServer.url), { authProvider: keeper })
    const connect = async (transport = open()) => {
      const client = new Client({ name: 'agent', version: '1.0.0' })
      await client.connect(transport)
      return client
    }
    const first = open()
    await expect(connect(first)).rejects.toBeInstanceOf(UnauthorizedError)
    await first.finishAuth(await bringCode(keeper))
    const tokens = keeper.kept.tokens!
    expect(decodeJwt(tokens.access_token)).toMatchObject({ aud: mcpServer.url, scope: 'openid email' })

    const client = await connect()
    const told = { content: [{ type: 'text', text: person.id }] }
    expect(await client.callTool({ name: 'whoami' })).toMatchObject(told)
    service.clock.advance(3601)
    expect(await client.callTool({ name: 'whoami' })).toMatchObject(told)
    expect(keeper.kept.tokens).not.toMatchObject({ refresh_token: tokens.refresh_token })
    expect(decodeJwt(keeper.kept.tokens!.access_token).aud).toBe(mcpServer.url)
    await client.close()
  })

  it.each(['none', 'client_secret_basic', 'client_secret_post'] as const)(
    'runs auth() for our own resource, userinfo, with %s',
    async (method) => {
      const keeper = createKeeper(method)
      expect(await auth(keeper, { serverUrl: service.url, scope: 'openid email' })).toBe('REDIRECT')
      expect(keeper.kept.client).toMatchObject({ token_endpoint_auth_method: method })
      expect(keeper.kept.sentTo!.searchParams.get('resource')).toBe(service.url)
      const authorizationCode = await bringCode(keeper)
      expect(await auth(keeper, { serverUrl: service.url, authorizationCode })).toBe('AUTHORIZED')
      const former = keeper.kept.tokens!
      expect(await auth(keeper, { serverUrl: service.url })).toBe('AUTHORIZED')
      const fresh = keeper.kept.tokens!
      expect(fresh.refresh_token).not.toBe(former.refresh_token)
      const headers = { authorization: `Bearer ${fresh.access_token}` }
      const userinfo = await fetch(`${service.url}/oauth2/userinfo`, { headers })
      expect(await userinfo.json()).toMatchObject({ sub: person.id, email: person.email })
    },
  )

  it('starts over when its secret is refused', async () => {
    const keeper = createKeeper('client_secret_basic')
    await auth(keeper, { serverUrl: service.url, scope: 'openid' })
    const authorizationCode = await bringCode(keeper)
    const known = keeper.kept.client!
    keeper.kept.client = { ...known, client_secret: `secret_${'A'.repeat(43)}` }
    const invalidated: string[] = []
    keeper.invalidateCredentials = (scope) => {
      invalidated.push(scope)
      delete keeper.kept.client
      delete keeper.kept.tokens
    }
    await expect(auth(keeper, { serverUrl: service.url, authorizationCode })).rejects.toThrow(
      /client information/,
    )
    expect(invalidated).toEqual(['all'])
    expect(await auth(keeper, { serverUrl: service.url, scope: 'openid' })).toBe('REDIRECT')
    expect(keeper.kept.client.client_id).not.toBe(known.client_id)
  })
})
