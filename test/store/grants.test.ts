import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import {
  after,
  setGrant,
  setScene,
  someCode,
  someGrant,
  someHash,
  someOpaqueToken,
  someRefreshToken,
  start,
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

describe('authorization codes', () => {
  it('are found by hash, with grant, user and session', async () => {
    const { user, session, client } = scene
    const grant = someGrant(client, session)
    const code = someCode()
    await store.codes.issue(grant, code)
    expect(await store.codes.find(code.hash)).toStrictEqual({ code, grant, user, session })
    expect(await store.codes.find(someHash())).toBeNull()
  })

  it('keep the absence of everything optional', async () => {
    const grant = {
      ...someGrant(scene.client, scene.session),
      sessionId: null,
      resource: null,
      nonce: null,
      offline: true,
    }
    const code = { ...someCode(), codeChallenge: null }
    await store.codes.issue(grant, code)
    expect(await store.codes.find(code.hash)).toStrictEqual({ code, grant, user: scene.user, session: null })
  })

  it('become what they are redeemed for, once', async () => {
    const grant = someGrant(scene.client, scene.session)
    const code = someCode()
    const tokens = [1, 2].map(() => ({
      refresh: someRefreshToken(),
      opaque: someOpaqueToken(scene.client, grant),
    }))
    await store.codes.issue(grant, code)
    const outcomes = []
    for (const { refresh, opaque } of tokens) {
      outcomes.push(await store.codes.redeem(code.hash, refresh, opaque, after(1)))
    }
    expect(outcomes).toEqual([true, false])
    expect((await store.codes.find(code.hash))?.code.consumedAt).toEqual(after(1))
    const kept = await Promise.all(
      tokens.map(async ({ refresh, opaque }) => [
        (await store.refreshTokens.find(refresh.hash))?.token ?? null,
        (await store.accessTokens.findOpaque(opaque.hash))?.token ?? null,
      ]),
    )
    expect(kept).toEqual([
      [tokens[0]?.refresh, tokens[0]?.opaque.token],
      [null, null],
    ])
  })

  it('may be redeemed for nothing that is stored', async () => {
    const code = someCode()
    await store.codes.issue(someGrant(scene.client, scene.session), code)
    expect(await store.codes.redeem(code.hash, null, null, after(1))).toBe(true)
  })

  it('cannot be redeemed from the moment they expire', async () => {
    const code = someCode()
    await store.codes.issue(someGrant(scene.client, scene.session), code)
    expect(await store.codes.redeem(code.hash, someRefreshToken(), null, after(60))).toBe(false)
    expect(await store.codes.redeem(code.hash, null, null, after(59.999))).toBe(true)
  })

  it('cannot be redeemed once the grant is revoked, nor when unknown', async () => {
    const grant = someGrant(scene.client, scene.session)
    const code = someCode()
    await store.codes.issue(grant, code)
    await store.grants.revoke(grant.id, after(1))
    await store.grants.revoke(grant.id, after(2))
    expect(await store.codes.redeem(code.hash, null, null, after(3))).toBe(false)
    expect(await store.codes.redeem(someHash(), null, null, after(3))).toBe(false)
    const found = await store.codes.find(code.hash)
    expect(found?.grant.revokedAt).toEqual(after(1))
    expect(found?.code.consumedAt).toBeNull()
  })

  it('are not issued for an app that was deleted meanwhile', async () => {
    const gone = await setScene(store)
    await store.clients.deleteOwned(gone.user.id, gone.client.id)
    const code = someCode()
    await expect(store.codes.issue(someGrant(gone.client, gone.session), code)).rejects.toThrow(
      'ended meanwhile, or the consent or the app',
    )
    expect(await store.codes.find(code.hash)).toBeNull()
  })
})

describe('grants', () => {
  it('are created without a code, with their opaque token', async () => {
    const grants = [someGrant(scene.client, scene.session), someGrant(scene.client, scene.session)] as const
    const opaque = someOpaqueToken(scene.client, grants[0])
    await store.grants.create(grants[0], opaque)
    await store.grants.create(grants[1], null)
    expect((await store.accessTokens.findOpaque(opaque.hash))?.grant).toEqual(grants[0])
  })

  it('hold on to their session: it cannot be deleted from under them', async () => {
    const { session } = scene
    await setGrant(store, scene)
    const deletion = runAsAdmin(database.connection, 'delete from sessions where id = $1', [session.id])
    await expect(deletion).rejects.toThrow('grants_session_id_foreign')
  })

  it('go with their user, whatever the session says', async () => {
    const leaving = await setScene(store)
    const { refreshToken } = await setGrant(store, leaving)
    await runAsAdmin(database.connection, 'delete from users where id = $1', [leaving.user.id])
    expect(await store.refreshTokens.find(refreshToken.hash)).toBeNull()
    expect(await store.sessions.findByToken(leaving.sessionToken.hash)).toBeNull()
  })

  it('take an id that is none for an unknown one', async () => {
    await store.grants.revoke('no id', after(1))
  })
})

describe('refresh tokens', () => {
  it('are found by hash, with grant, user and session', async () => {
    const { grant, refreshToken: token } = await setGrant(store, scene)
    const { user, session } = scene
    expect(await store.refreshTokens.find(token.hash)).toStrictEqual({
      token,
      grant,
      user,
      session,
      successorConsumed: false,
    })
    expect(await store.refreshTokens.find(someHash())).toBeNull()
  })

  it('are followed by their successor, once, and keep the salt it is derived with', async () => {
    const { grant, refreshToken } = await setGrant(store, scene)
    const [won, lost] = [someRefreshToken(2), someRefreshToken(2)]
    const opaque = [someOpaqueToken(scene.client, grant), someOpaqueToken(scene.client, grant)] as const
    const salt = someHash()
    expect(await store.refreshTokens.rotate(refreshToken.hash, salt, won, opaque[0], after(2))).toBe(true)
    expect(await store.refreshTokens.rotate(refreshToken.hash, someHash(), lost, opaque[1], after(3))).toBe(
      false,
    )
    const found = await store.refreshTokens.find(refreshToken.hash)
    expect(found?.token).toEqual({ ...refreshToken, consumedAt: after(2), salt })
    expect((await store.refreshTokens.find(won.hash))?.token).toEqual(won)
    expect(await store.refreshTokens.find(lost.hash)).toBeNull()
    expect((await store.accessTokens.findOpaque(opaque[0].hash))?.grant).toEqual(grant)
    expect(await store.accessTokens.findOpaque(opaque[1].hash)).toBeNull()
  })

  it('know when their successor was used', async () => {
    const { refreshToken } = await setGrant(store, scene)
    const [second, third] = [someRefreshToken(2), someRefreshToken(3)]
    const successorConsumed = async (hash: Buffer) =>
      (await store.refreshTokens.find(hash))?.successorConsumed
    await store.refreshTokens.rotate(refreshToken.hash, someHash(), second, null, after(2))
    expect(await successorConsumed(refreshToken.hash)).toBe(false)
    await store.refreshTokens.rotate(second.hash, someHash(), third, null, after(3))
    expect(await successorConsumed(refreshToken.hash)).toBe(true)
    expect(await successorConsumed(second.hash)).toBe(false)
  })

  it('cannot be used from the moment they expire, nor once the grant is revoked', async () => {
    const { grant, refreshToken } = await setGrant(store, scene)
    const next = someRefreshToken(2)
    expect(await store.refreshTokens.rotate(refreshToken.hash, someHash(), next, null, after(3600))).toBe(
      false,
    )
    await store.grants.revoke(grant.id, after(2))
    expect(await store.refreshTokens.rotate(refreshToken.hash, someHash(), next, null, after(3))).toBe(false)
    const found = await store.refreshTokens.find(refreshToken.hash)
    expect(found?.token).toEqual(refreshToken)
    expect(await store.refreshTokens.find(next.hash)).toBeNull()
  })

  it('note use of the session, at most once a minute', async () => {
    const own = await setScene(store)
    const { refreshToken: first } = await setGrant(store, own)
    const [second, third] = [someRefreshToken(2), someRefreshToken(3)]
    const lastUse = async () => (await store.sessions.findByToken(own.sessionToken.hash))?.session.lastUsedAt
    await store.refreshTokens.rotate(first.hash, someHash(), second, null, after(60))
    expect(await lastUse()).toEqual(start)
    await store.refreshTokens.rotate(second.hash, someHash(), third, null, after(61))
    expect(await lastUse()).toEqual(after(61))
  })
})
