import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { TestService } from '#test/support/service.ts'

/** Somebody else's MCP server, which takes access tokens of ours: a resource server (MCP, Authorization). */
export type ProtectedMcpServer = { readonly url: string; stop(): Promise<void> }

/** Starts one whose only tool, `whoami`, tells whom the token is about. It verifies tokens offline (RFC 9068 §4). */
export async function startMcpServer({ url: issuer, clock }: TestService): Promise<ProtectedMcpServer> {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`))
  const server = createServer((request, response) => void respond(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/.well-known/oauth-protected-resource/mcp') return describeResource(response)
    const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
    const expected = { issuer, audience: `${origin}/mcp`, typ: 'at+jwt', currentDate: clock.now() }
    const verified = await jwtVerify(token, keys, expected).catch(() => null)
    if (verified === null) return challenge(response)
    await answer(request, response, verified.payload.sub!)
  }

  /** RFC 9728 §2 */
  function describeResource(response: ServerResponse): void {
    const scopes_supported = ['openid', 'email']
    const metadata = { resource: `${origin}/mcp`, authorization_servers: [issuer], scopes_supported }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(metadata))
  }

  /** RFC 9728 §5.1 */
  function challenge(response: ServerResponse): void {
    const metadata = `${origin}/.well-known/oauth-protected-resource/mcp`
    response.writeHead(401, { 'www-authenticate': `Bearer resource_metadata="${metadata}"` }).end()
  }

  return {
    url: `${origin}/mcp`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Without sessions: every request has a server of its own. */
async function answer(request: IncomingMessage, response: ServerResponse, subject: string): Promise<void> {
  const mcp = new McpServer({ name: 'whoami', version: '1.0.0' })
  mcp.registerTool('whoami', { description: 'Whom the token is about' }, () => ({
    content: [{ type: 'text', text: subject }],
  }))
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined })
  response.on('close', () => void mcp.close())
  await mcp.connect(transport)
  await transport.handleRequest(request, response)
}
