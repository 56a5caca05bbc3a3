import { randomBytes } from 'node:crypto'
import type { Caller } from './callers.ts'
import type { CheckRequest, Connection } from './connection.ts'
import type { Hear } from './finding.ts'
import type { Account, Seen } from './pairs.ts'
import { look, NotSeen } from './look.ts'

/** Everybody who is refused somewhere, by tokens of the account that is checked with. Who cannot be had is told. */
export async function createCast(
  connection: Connection,
  given: { readonly account: Account; readonly seen: Seen; readonly hear: Hear },
): Promise<readonly Caller[]> {
  const callers: Caller[] = []
  await look(given.hear, { suite: 'security', name: 'who asks', place: '' }, async () => {
    const problems: string[] = []
    for (const [name, make] of Object.entries(playersOf(connection, given)))
      try {
        callers.push({ name, ...nobody, ...(await make()) })
      } catch (error) {
        if (!(error instanceof NotSeen)) throw error
        problems.push(`not ${name}: it needs ${error.message}`)
      }
    return { seen: callers.map(({ name }) => name).join(', '), problems }
  })
  return callers
}

/** Whose token stands for nobody. */
const nobody = { kind: null, scope: [], isOwner: true } as const

type Player = () => Promise<Pick<Caller, 'token'> & Partial<Caller>>

function playersOf(
  connection: Connection,
  { account, seen }: { readonly account: Account; readonly seen: Seen },
): Readonly<Record<string, Player>> {
  const json = memberIn(connection)
  const accessToken = { kind: 'accessToken', scope: ['openid', 'profile', 'email'] } as const
  const another = async () => ({
    ...{ token: await stranger(connection, json), kind: 'session' as const, isOwner: false },
  })
  return {
    nobody: async () => ({ token: null }),
    garbage: async () => ({ token: 'garbage' }),
    'a session token without its signature': async () => ({ token: unsigned(seen.sessionToken) }),
    'a refresh token': async () => ({ token: seen.refreshToken }),
    'the secret of the app': async () => ({ token: seen.appSecret }),
    'the token of an ended session': async () => ({ token: await endedSession(connection, account, json) }),
    'a session': async () => ({ token: seen.sessionToken, kind: 'session' }),
    'an access token': async () => ({ token: seen.accessToken, ...accessToken }),
    'a token of the app itself': async () => ({
      token: await machineToken(seen, json),
      kind: 'accessToken',
    }),
    'an app password (read)': async () => ({
      token: await appPassword(seen, json),
      ...{ kind: 'appPassword', scope: ['read'] },
    }),
    ...(account.isNew && { 'another user': another }),
  }
}

function memberIn({ ask }: Connection): AskForMember {
  return async (request, member) => {
    const { body } = await ask(request)
    const value = (body as Record<string, unknown> | null | undefined)?.[member]
    if (typeof value !== 'string') throw new NotSeen(`the ${member} of ${request.method} ${request.path}`)
    return value
  }
}

type AskForMember = (request: CheckRequest, member: string) => Promise<string>

/** An account that nobody has. */
export function newAccount(): Account {
  const name = randomBytes(9).toString('hex')
  return { email: `check-${name}@example.com`, password: randomBytes(18).toString('base64url'), isNew: true }
}

/** The same claims under `alg: none` (RFC 8725 §2.1). */
function unsigned(token: string): string {
  const [, payload] = token.split('.')
  return `${Buffer.from('{"alg":"none","typ":"session+jwt"}').toString('base64url')}.${payload}.`
}

function loginOf({ email, password }: Account): CheckRequest {
  return { method: 'POST', path: '/api/v1/auth/login', json: JSON.stringify({ email, password }) }
}

async function endedSession({ ask }: Connection, account: Account, json: AskForMember): Promise<string> {
  const token = await json(loginOf(account), 'token')
  await ask({ method: 'DELETE', path: '/api/v1/session', token })
  return token
}

function machineToken(seen: Seen, json: AskForMember): Promise<string> {
  const body = { grant_type: 'client_credentials', client_id: seen.appId, client_secret: seen.appSecret }
  return json({ method: 'POST', path: '/oauth2/token', json: JSON.stringify(body) }, 'access_token')
}

function appPassword(seen: Seen, json: AskForMember): Promise<string> {
  const body = JSON.stringify({ name: 'latchkey check', scopes: ['read'], expires_in: 600 })
  const request = { method: 'POST', path: '/api/v1/me/app-passwords', token: seen.sessionToken, json: body }
  return json(request, 'app_password')
}

/** Somebody else, who leaves again with the check. */
async function stranger({ ask }: Connection, json: AskForMember): Promise<string> {
  const account = newAccount()
  const { email, password } = account
  await ask({ method: 'POST', path: '/api/v1/auth/register', json: JSON.stringify({ email, password }) })
  return json(loginOf(account), 'token')
}
