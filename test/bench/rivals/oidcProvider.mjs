import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { exportJWK } from 'jose'
import { Provider } from 'oidc-provider'
import pg from 'pg'
import { reportToParent } from '../measured.ts'

/*
 * node-oidc-provider as its documentation has it, with an adapter on PostgreSQL that uses named prepared statements. It
 * writes what it made (a client and refresh tokens) to its loop `seed`, since it has no API to register by.
 */

const [, , address = '{}'] = process.argv
const pool = new pg.Pool({ ...JSON.parse(address), max: 10 })
await pool.query(`create table if not exists oidc_models (kind text, id text, payload jsonb not null, grant_id text,
  uid text, consumed_at timestamptz, expires_at timestamptz, primary key (kind, id))`)
await pool.query('create index if not exists oidc_models_grant on oidc_models (grant_id)')

const ask = (name, text, values) => pool.query({ name, text, values })

class Adapter {
  constructor(kind) {
    this.kind = kind
  }
  async upsert(id, payload, expiresIn) {
    const expiresAt = expiresIn ? new Date(Date.now() + expiresIn * 1000) : null
    await ask(
      'upsert',
      `insert into oidc_models (kind, id, payload, grant_id, uid, expires_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (kind, id) do update set payload = excluded.payload, expires_at = excluded.expires_at`,
      [this.kind, id, payload, payload.grantId ?? null, payload.uid ?? null, expiresAt],
    )
  }
  async find(id) {
    const { rows } = await ask(
      'find',
      'select payload, consumed_at, expires_at from oidc_models where kind = $1 and id = $2',
      [this.kind, id],
    )
    const [row] = rows
    if (row === undefined || (row.expires_at !== null && row.expires_at < new Date())) return undefined
    const consumed = row.consumed_at === null ? {} : { consumed: Math.floor(row.consumed_at / 1000) }
    return { ...row.payload, ...consumed }
  }
  async consume(id) {
    await ask('consume', 'update oidc_models set consumed_at = now() where kind = $1 and id = $2', [
      this.kind,
      id,
    ])
  }
  async destroy(id) {
    await ask('destroy', 'delete from oidc_models where kind = $1 and id = $2', [this.kind, id])
  }
  async revokeByGrantId(grantId) {
    await ask('revoke', 'delete from oidc_models where grant_id = $1', [grantId])
  }
}

const keyOf = async (type, options, alg) => ({
  ...(await exportJWK(generateKeyPairSync(type, options).privateKey)),
  alg,
  use: 'sig',
  kid: alg,
})
const resource = 'https://api.example.com'
const client = {
  client_id: 'bench',
  client_secret: randomBytes(32).toString('base64url'),
  grant_types: ['client_credentials', 'refresh_token', 'authorization_code'],
  redirect_uris: ['https://example.com/callback'],
  token_endpoint_auth_method: 'client_secret_post',
}
await new Adapter('Client').upsert(client.client_id, client)

const provider = new Provider('https://bench.example.com', {
  adapter: Adapter,
  jwks: {
    keys: [
      await keyOf('rsa', { modulusLength: 2048 }, 'RS256'),
      await keyOf('ec', { namedCurve: 'P-256' }, 'ES256'),
    ],
  },
  scopes: ['openid', 'offline_access', 'read'],
  findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  rotateRefreshToken: true,
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'read',
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
})
provider.proxy = true

async function refreshToken() {
  const accountId = randomBytes(8).toString('hex')
  const grant = new provider.Grant({ accountId, clientId: client.client_id })
  grant.addOIDCScope('openid offline_access')
  grant.addResourceScope(resource, 'read')
  const grantId = await grant.save()
  const token = new provider.RefreshToken({
    accountId,
    client: await provider.Client.find(client.client_id),
    grantId,
    gty: 'authorization_code',
    iiat: Math.floor(Date.now() / 1000),
    resource,
    rotations: 0,
    scope: 'openid offline_access read',
  })
  return token.save()
}

const server = createServer(provider.callback())
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  reportToParent(`http://127.0.0.1:${server.address().port}`, {
    seed: async ({ count }) => [
      client.client_secret,
      ...(await Promise.all(Array.from({ length: count }, refreshToken))),
    ],
  })
})
