import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccessToken, JwtAccessToken } from '#src/domain/oauth/accessToken.ts'
import type { Client } from '#src/domain/oauth/client.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import {
  after,
  setGrant,
  setScene,
  someAccessToken,
  someHash,
  someId,
  someOpaqueToken,
  type Scene,
} from './specimens.ts'

let database: TestDatabase
let store: Store
let scene: Scene

beforeAll(async () => {
  database = await createDatabase()
  store = await openStore(database)
  scene = await setScene(store)
})

afterAll(async () => {
  await store.close()
  await database.drop()
})

/** The same token as a JWT would tell of it. */
function jwtOf(client: Client, { userId: _userId, ...token }: AccessToken): JwtAccessToken {
  return { ...token, publicClientId: client.clientId, subject: 'subject' }
}

describe('access tokens', () => {
  it('of a user come with everything that stands behind them', async () => {
    const { client, user, session } = scene
    const { grant } = await setGrant(store, scene)
    const token = someAccessToken(client, grant)
    const known = { profile: {}, pictureId: null }
    const facts = { token, client, user, known, grant, session, revoked: false }
    expect(await store.accessTokens.facts(jwtOf(client, token))).toEqual({
      ...facts,
      token: { ...jwtOf(client, token), userId: user.id },
    })
    const opaque = { hash: someHash(), token }
    await store.accessTokens.store(opaque)
    expect(await store.accessTokens.findOpaque(opaque.hash)).toStrictEqual(facts)
  })

  it('of a client have nobody behind them', async () => {
    const { client } = scene
    const opaque = someOpaqueToken(client, null)
    const facts = { token: opaque.token, client, user: null, grant: null, session: null, revoked: false }
    const jwt = jwtOf(client, opaque.token)
    expect(await store.accessTokens.facts(jwt)).toEqual({ ...facts, token: { ...jwt, userId: null } })
    await store.accessTokens.store(opaque)
    expect(await store.accessTokens.findOpaque(opaque.hash)).toEqual(facts)
  })

  it('come with their app as it is at this very moment, whoever changed it and how', async () => {
    const own = await setScene(store)
    const jwt = jwtOf(own.client, someAccessToken(own.client, null))
    const name = async () => (await store.accessTokens.facts(jwt)).client?.name
    expect([await name(), await name()]).toEqual([own.client.name, own.client.name])
    await runAsAdmin(database.connection, 'update clients set name = $2 where id = $1', [
      own.client.id,
      'New',
    ])
    expect([await name(), await name()]).toEqual(['New', 'New'])
    await runAsAdmin(database.connection, 'delete from clients where id = $1', [own.client.id])
    expect((await store.accessTokens.facts(jwt)).client).toBeNull()
  })

  it('tell the profile of their user, and which picture there is', async () => {
    const own = await setScene(store)
    const { grant } = await setGrant(store, own)
    await store.accounts.updateProfile(own.user.id, { nickname: 'Ann' }, after(3))
    const picture = { mediaType: 'image/png', bytes: Buffer.from('png') } as const
    await store.images.setAvatar(own.user.id, 'pic', picture, after(4))
    const { known } = await store.accessTokens.facts(jwtOf(own.client, someAccessToken(own.client, grant)))
    expect(known).toEqual({ profile: { nickname: 'Ann' }, pictureId: 'pic' })
  })

  it('are unknown by any other hash', async () => {
    expect(await store.accessTokens.findOpaque(someHash())).toBeNull()
  })

  it('show that their grant was revoked and their session ended', async () => {
    const own = await setScene(store)
    const { grant } = await setGrant(store, own)
    await store.grants.revoke(grant.id, after(5))
    await store.sessions.end(own.session.id, after(6))
    const facts = await store.accessTokens.facts(jwtOf(own.client, someAccessToken(own.client, grant)))
    expect(facts.grant?.revokedAt).toEqual(after(5))
    expect(facts.session?.endedAt).toEqual(after(6))
    expect(facts.revoked).toBe(false)
  })

  it('are revoked one by one, by their jti, as often as is asked', async () => {
    const [one, other] = [someOpaqueToken(scene.client, null), someOpaqueToken(scene.client, null)]
    for (const opaque of [one, other]) await store.accessTokens.store(opaque)
    await store.accessTokens.revoke(one.token.jti, one.token.expiresAt)
    await store.accessTokens.revoke(one.token.jti, one.token.expiresAt)
    expect((await store.accessTokens.facts(jwtOf(scene.client, one.token))).revoked).toBe(true)
    expect((await store.accessTokens.findOpaque(one.hash))?.revoked).toBe(true)
    expect((await store.accessTokens.facts(jwtOf(scene.client, other.token))).revoked).toBe(false)
    expect((await store.accessTokens.findOpaque(other.hash))?.revoked).toBe(false)
  })

  it('have nothing behind them where their ids name nothing, or are none', async () => {
    const token = jwtOf(scene.client, someAccessToken(scene.client, null))
    for (const id of [someId(), 'no id', "'", 'nul\0']) {
      const facts = await store.accessTokens.facts({
        ...token,
        jti: id,
        publicClientId: id,
        grantId: id,
      })
      expect(facts).toMatchObject({ client: null, user: null, grant: null, session: null, revoked: false })
    }
  })

  it('are not stored for a client that is gone', async () => {
    const opaque = someOpaqueToken({ ...scene.client, id: someId() }, null)
    await expect(store.accessTokens.store(opaque)).rejects.toThrow('deleted meanwhile')
  })
})
