import { createClient, items, listApps, login, register, registerApp } from '@latchkey/client'
import { createServer } from 'vite'

const { ISSUER = 'http://localhost:8787', PORT = '5173' } = process.env
const home = `http://localhost:${PORT}/`
const name = `React example on port ${PORT}`

/** The app of the demo account with our name; registered where there is none. */
async function findOrRegisterApp() {
  const anonymous = createClient({ baseUrl: ISSUER })
  const body = { email: 'demo@example.com', password: 'password123' }
  const { error } = await register({ client: anonymous, body })
  if (error && error.error !== 'account_exists') throw error
  const { data: session } = await login({ client: anonymous, body, throwOnError: true })
  const client = createClient({ baseUrl: ISSUER, token: session.token })
  for await (const app of items(listApps, { client })) if (app.name === name) return app.app_id
  const { data } = await registerApp({
    client,
    body: {
      name,
      scopes: ['openid', 'profile', 'email'],
      redirect_uris: [home],
      post_logout_redirect_uris: [home],
      token_endpoint_auth_method: 'none',
    },
    throwOnError: true,
  })
  return data.app_id
}

const server = await createServer({
  root: import.meta.dirname,
  server: { port: Number(PORT), strictPort: true },
  define: {
    'import.meta.env.ISSUER': JSON.stringify(ISSUER),
    'import.meta.env.CLIENT_ID': JSON.stringify(await findOrRegisterApp()),
  },
})
await server.listen()
process.stdout.write(`The app is ready: ${home} (sign in as demo@example.com, password123)\n`)
