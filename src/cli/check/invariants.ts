import type { SeenAnswer } from './answers.ts'
import type { CheckRequest, Connection } from './connection.ts'
import type { Hear } from './finding.ts'
import type { Account, Seen } from './pairs.ts'
import { look } from './look.ts'

/** What has to hold of every deployment, and no schema can say. */
type Invariant = {
  readonly name: string
  readonly place: string
  readonly look: (ask: Connection['ask']) => Promise<{ problems: string[]; answer?: SeenAnswer }>
}

/** Tries each. The last one ends the grant that the tokens of the golden suite come from. */
export async function playInvariants(
  { ask }: Connection,
  given: { readonly account: Account; readonly seen: Seen; readonly hear: Hear },
): Promise<void> {
  const all = [
    ...wireInvariants(given.seen),
    ...secrecyInvariants(given.account, given.seen),
    ...grantInvariants(given.seen),
  ]
  for (const { name, place, look: tried } of all)
    await look(given.hear, { suite: 'invariants', name, place }, async () => ({
      seen: '',
      ...(await tried(ask)),
    }))
}

/** An invariant of one answer: its status, its `error`, and what else is to be said. */
function refused(
  name: string,
  request: () => CheckRequest,
  [status, error]: readonly [number, string],
  further: (answer: SeenAnswer) => string[] = () => [],
): Invariant {
  return {
    name,
    place: '',
    async look(ask) {
      const answer = await ask(request())
      const code = (answer.body as { error?: unknown } | null | undefined)?.error
      const isRight = answer.status === status && code === error
      const seen = `${answer.status} ${String(code).slice(0, 60)}`
      const problems = isRight ? further(answer) : [`expected ${status} ${error}, seen ${seen}`]
      return { problems, answer }
    },
  }
}

function wireInvariants(seen: Seen): Invariant[] {
  const nowhere = { method: 'GET', path: '/api/v1/nothing-is-here' }
  const both = () => ({
    ...{ method: 'GET', path: '/api/v1/apps', token: seen.sessionToken },
    headers: { 'x-auth-token': seen.accessToken },
  })
  return [
    refused('a path that is not there is told in the shape of every error', () => nowhere, [
      404,
      'not_found',
    ]),
    refused(
      'another method is told which ones there are',
      () => ({ method: 'DELETE', path: '/api/v1/auth/login' }),
      [405, 'method_not_allowed'],
      ({ headers }) => (String(headers['allow']).includes('POST') ? [] : ['Allow does not name POST']),
    ),
    refused('two different tokens at once are refused', both, [400, 'invalid_request']),
    {
      name: 'each call counts once',
      place: 'X-RateLimit-Remaining',
      async look(ask) {
        const request = { method: 'GET', path: '/api/v1/apps', token: seen.sessionToken }
        const [before, after] = [remaining(await ask(request)), remaining(await ask(request))]
        // Without a limit there is nothing to count; a window that ends in between begins anew.
        const isRight = before === after + 1 || after > before || Number.isNaN(before)
        return { problems: isRight ? [] : [`expected ${before - 1} after ${before}, seen ${after}`] }
      },
    },
  ]
}

function remaining({ headers }: SeenAnswer): number {
  return Number(headers['x-ratelimit-remaining'] ?? Number.NaN)
}

function secrecyInvariants({ email }: Account, seen: Seen): Invariant[] {
  const post = (path: string, body: object) => ({ method: 'POST', path, json: JSON.stringify(body) })
  const unknown = `nobody-${email}`
  return [
    same('a wrong password tells nothing of the account', [
      post('/api/v1/auth/login', { email, password: 'this is not the password' }),
      post('/api/v1/auth/login', { email: unknown, password: 'this is not the password' }),
    ]),
    same('a reset tells nothing of the account', [
      post('/api/v1/auth/reset-password', { email }),
      post('/api/v1/auth/reset-password', { email: unknown }),
    ]),
    {
      name: 'the published keys are public ones',
      place: 'GET /.well-known/jwks.json',
      async look(ask) {
        const answer = await ask({ method: 'GET', path: '/.well-known/jwks.json' })
        const keys = (answer.body as { keys?: Record<string, unknown>[] } | null | undefined)?.keys ?? []
        const bare = keys.filter((key) => key['kty'] === 'oct' || 'd' in key || 'k' in key)
        const problems = bare.map((key) => `the key ${String(key['kid'])} is private or symmetric`)
        return { problems: keys.length === 0 ? ['expected keys, seen none'] : problems, answer }
      },
    },
    {
      name: 'no answer of tokens is kept',
      place: 'POST /oauth2/token',
      async look(ask) {
        const body = {
          grant_type: 'client_credentials',
          client_id: seen.appId,
          client_secret: seen.appSecret,
        }
        const answer = await ask(post('/oauth2/token', body))
        const kept = String(answer.headers['cache-control'] ?? 'nothing')
        const isKept = !kept.includes('no-store')
        return { problems: isKept ? [`Cache-Control: expected no-store, seen ${kept}`] : [], answer }
      },
    },
  ]
}

/** Two requests with one answer, but for the ids of the requests. */
function same(name: string, [first, second]: readonly [CheckRequest, CheckRequest]): Invariant {
  const bare = ({ status, text, headers }: SeenAnswer) => {
    const id = String(headers['x-request-id'])
    return `${status} ${text.replaceAll(id, '…')}`
  }
  return {
    name,
    place: `${first.method} ${first.path}`,
    async look(ask) {
      const [known, unknown] = [await ask(first), await ask(second)]
      const isSame = bare(known) === bare(unknown)
      const problem = `a known address is answered by ${known.status}, an unknown one by ${unknown.status}, or in other words`
      return { problems: isSame ? [] : [problem], answer: known }
    },
  }
}

function grantInvariants(seen: Seen): Invariant[] {
  const token = (body: () => object) => () => ({
    method: 'POST',
    path: '/oauth2/token',
    json: JSON.stringify({ ...body(), client_id: seen.appId, client_secret: seen.appSecret }),
  })
  const code = () => ({
    grant_type: 'authorization_code',
    code: seen.code,
    redirect_uri: 'https://example.com/callback',
    code_verifier: seen.verifier,
  })
  const refresh = () => ({ grant_type: 'refresh_token', refresh_token: seen.refreshToken })
  const elsewhere = () => ({
    ...{ method: 'POST', path: '/oauth2/authorize', token: seen.sessionToken },
    json: JSON.stringify({
      ...{ response_type: 'code', client_id: seen.appId, redirect_uri: 'https://evil.example/callback' },
      ...{ scope: 'openid', state: 's', code_challenge: 'a'.repeat(43), code_challenge_method: 'S256' },
    }),
  })
  const userinfo = () => ({ method: 'GET', path: '/oauth2/userinfo', token: seen.accessToken })
  return [
    refused(
      'no code goes to a redirect URI that is not registered',
      elsewhere,
      [400, 'invalid_request'],
      (answer) => (answer.text.includes('evil.example') ? ['the answer names the foreign redirect URI'] : []),
    ),
    refused('a code is good once', token(code), [400, 'invalid_grant']),
    refused('a code that comes again ends the refresh token', token(refresh), [400, 'invalid_grant']),
    refused('a code that comes again ends the access token', userinfo, [401, 'invalid_token']),
  ]
}
