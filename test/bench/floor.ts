import { createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { argon2id, hash as argon2Hash, verify as argon2Verify } from 'argon2'
import { fastify } from 'fastify'
import { Pool } from 'pg'
import { deriveSuccessor, formatSecret, hashSecret } from '#src/domain/token/secret.ts'
import { systemRandom } from '#src/platform/random.ts'
import { keepTickShape } from '#src/platform/tickShape.ts'
import { codesOn } from '#src/store/mikro/codes.store.ts'
import type { Database, Run } from '#src/store/mikro/database.ts'
import { refreshTokensOn } from '#src/store/mikro/refreshTokens.store.ts'
import { reportToParent, type Loop } from './measured.ts'

/*
 * What there is to compare with, through the libraries that the service uses: Fastify as it comes, without log, contract
 * and checks; one statement; one signature; a hash. Less than this no service on them can cost. Its arguments are the
 * address of the database as JSON and the id of a row of `users`.
 */

const [, , address = '{}', userId = ''] = process.argv
// As the service does: without it a floor rises when its heap is first collected in a quiet moment.
keepTickShape()
const pool = new Pool({ ...JSON.parse(address), max: 10 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
/** As long as the claims of an access token. */
const claims = Buffer.alloc(300, 'x')
const ecPublic = createPublicKey(ec.privateKey)
const signature = signEs256()

function signEs256(): Buffer {
  return sign('sha256', claims, { key: ec.privateKey, dsaEncoding: 'ieee-p1363' })
}

function signRs256(key: KeyObject = rsa.privateKey): Buffer {
  return sign('sha256', claims, key)
}

function verifyEs256(): boolean {
  return verify('sha256', claims, { key: ecPublic, dsaEncoding: 'ieee-p1363' }, signature)
}

const selectUser = { name: 'floor.user', text: 'select * from users where id = $1' }

async function select(): Promise<{ email: string }> {
  const { rows } = await pool.query<{ email: string }>({ ...selectUser, values: [userId] })
  return { email: rows[0]!.email }
}

/** Everything that a floor answers beside its status: about as long as the answers of the service. */
const constant = { status: 'ok', text: 'x'.repeat(400) }

const app = fastify({ logger: false })
app.addContentTypeParser(
  'application/x-www-form-urlencoded',
  { parseAs: 'string' },
  (_request, body, done) => {
    done(null, body)
  },
)
app.get('/constant', async () => constant)
app.post('/constant', async () => constant)
app.post('/sign', async () => ({ ...constant, token: signEs256().toString('base64url') }))
app.post('/verify', async () => ({ ...constant, ok: verifyEs256() }))
app.post('/sign-both', async () => ({
  access: signEs256().toString('base64url'),
  id: signRs256().toString('base64url'),
}))
app.get('/select', async () => ({ ...constant, ...(await select()) }))
app.route({
  method: ['GET', 'POST'],
  url: '/select-verify',
  handler: async () => ({ ...constant, ok: verifyEs256(), ...(await select()) }),
})

/** The ports of the store on a plain pool: the statements of an operation, and nothing around them. */
const run: Run = async ({ name, text }, values) =>
  (await pool.query({ name, text, values: [...values] })).rows as never
const bare = { read: run, write: run } as Pick<Database, 'read' | 'write'> as Database
const refreshTokens = refreshTokensOn(bare)
const codes = codesOn(bare)

async function refresh(text: string): Promise<string> {
  const now = new Date()
  const salt = systemRandom.bytes(32)
  const { token } = (await refreshTokens.find(hashSecret(text)))!
  const next = deriveSuccessor(text, salt)
  const successor = { ...token, hash: hashSecret(next), generation: token.generation + 1, createdAt: now }
  if (!(await refreshTokens.rotate(hashSecret(text), salt, successor, null, now)))
    throw new Error('the refresh token was not rotated')
  signEs256()
  signRs256()
  return next
}

async function exchange(text: string): Promise<void> {
  const now = new Date()
  const { code } = (await codes.find(hashSecret(text)))!
  const hash = hashSecret(formatSecret('refreshToken', systemRandom.bytes(32)))
  const times = { createdAt: now, expiresAt: code.expiresAt, consumedAt: null, salt: null }
  if (!(await codes.redeem(hashSecret(text), { hash, generation: 1, ...times }, null, now)))
    throw new Error('the code was not redeemed')
  signEs256()
  signRs256()
}

/** Does the work `count` times, so many at once. */
async function repeat(count: number, atOnce: number, work: () => Promise<unknown>): Promise<void> {
  let left = count
  const lane = async () => {
    while (left-- > 0) await work()
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

const cost = { type: argon2id, version: 19, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const loops: Record<string, Loop> = {
  async argon2({ count, atOnce }) {
    const phc = await argon2Hash('password123', cost)
    await repeat(count, atOnce, () => argon2Verify(phc, 'password123'))
    return []
  },
  refresh: ({ seeds, count }) =>
    Promise.all(
      seeds.map(async (seed) => {
        let text = seed
        for (let turn = 0; turn < count / seeds.length; turn++) text = await refresh(text)
        return text
      }),
    ),
  async exchange({ seeds, count, atOnce }) {
    const waiting = seeds.values()
    await repeat(count, atOnce, () => exchange(waiting.next().value!))
    return []
  },
}

reportToParent(await app.listen({ port: 0, host: '127.0.0.1' }), loops)
