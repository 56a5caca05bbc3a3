import { createClient, items, listApps, login, register, registerApp, updateAccount } from '@latchkey/client'
import { createServer } from 'vite'

const { ISSUER = 'http://localhost:8787', PORT = '5174' } = process.env
const home = `http://localhost:${PORT}/`
const name = `Own sign-in on port ${PORT}`

/** Makes an account, if it is not there. */
async function ensureAccount(body) {
  const { error } = await register({ client: createClient({ baseUrl: ISSUER }), body })
  if (error && error.error !== 'account_exists') throw error
}

/** Our app; registered where there is none. It is another account's, because an app's owner is never asked for consent. */
async function findOrRegisterApp() {
  const body = { email: 'team@example.com', password: 'password123' }
  await ensureAccount(body)
  const anonymous = createClient({ baseUrl: ISSUER })
  const { data: session } = await login({ client: anonymous, body, throwOnError: true })
  const client = createClient({ baseUrl: ISSUER, token: session.token })
  for await (const app of items(listApps, { client })) if (app.name === name) return app.app_id
  await updateAccount({ client, body: { name: 'The Example Team' }, throwOnError: true })
  const { data } = await registerApp({
    client,
    body: {
      name,
      scopes: ['openid', 'profile', 'email'],
      redirect_uris: [home],
      token_endpoint_auth_method: 'none',
    },
    throwOnError: true,
  })
  return data.app_id
}

await ensureAccount({ email: 'demo@example.com', password: 'password123' })
const server = await createServer({
  root: import.meta.dirname,
  server: { port: Number(PORT), strictPort: true },
  define: {
    'import.meta.env.ISSUER': JSON.stringify(ISSUER),
    'import.meta.env.CLIENT_ID': JSON.stringify(await findOrRegisterApp()),
  },
})
await server.listen()
process.stdout.write(`The page is ready: ${home} (sign in as demo@example.com, password123)\n`)
