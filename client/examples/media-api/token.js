import { createClient, login, register, registerApp } from '@latchkey/client'
import { createMachineTokens } from '@latchkey/client/server'

// Makes an app at a service in development, and prints an access token of its own for this API.
const { ISSUER = 'http://localhost:8787', PORT = '2342' } = process.env
const { AUDIENCE = `http://localhost:${PORT}/` } = process.env

const client = createClient({ baseUrl: ISSUER })
const body = { email: 'demo@example.com', password: 'password123' }
const { error } = await register({ client, body })
if (error && error.error !== 'account_exists') throw error
const { data: session } = await login({ client, body, throwOnError: true })
const { data: app } = await registerApp({
  client: createClient({ baseUrl: ISSUER, token: session.token }),
  body: { name: 'Photo frame', scopes: ['read'], grant_types: ['client_credentials'] },
  throwOnError: true,
})
const machine = createMachineTokens({
  issuer: ISSUER,
  clientId: app.app_id,
  clientSecret: app.app_secret,
  scope: 'read',
  resource: AUDIENCE,
})
process.stdout.write(`${await machine.getAccessToken()}\n`)
