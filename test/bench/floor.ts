import { generateKeyPairSync, sign } from 'node:crypto'
import { fastify } from 'fastify'
import { reportToParent } from './measured.ts'

/*
 * What there is to compare with: Fastify as it comes, without log, contract and database. Less than this no service on
 * Fastify can cost.
 */

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const claims = Buffer.alloc(300, 'x')

const app = fastify({ logger: false })
app.get('/constant', async () => ({ status: 'ok' }))
app.post('/echo', async (request) => request.body)
app.post('/sign', async () => ({
  access_token: sign('sha256', claims, { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
}))
reportToParent(await app.listen({ port: 0, host: '127.0.0.1' }))
