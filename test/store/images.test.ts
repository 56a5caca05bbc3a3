import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageFile } from '#src/domain/image/image.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import { setScene, someId, start } from './specimens.ts'

let database: TestDatabase
let store: Store
let other: Store

beforeAll(async () => {
  database = await createDatabase()
  store = await openStore(database)
  other = await openStore(database)
})

afterAll(async () => {
  await store.close()
  await other.close()
  await database.drop()
})

function someImage(text = 'bytes'): ImageFile {
  return { mediaType: 'image/png', bytes: Buffer.from(`\0\xff'\\${text}`, 'latin1') }
}

const contenders = () => Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? store : other))

async function count(table: string, column: string, id: string): Promise<number> {
  const text = `select count(*)::int as count from ${table} where ${column} = $1`
  const [row] = await runAsAdmin(database.connection, text, [id])
  return Number(row?.count)
}

describe('avatars', () => {
  it('are given back as they were stored, by account and by picture', async () => {
    const { user } = await setScene(store)
    expect(await store.images.findAvatar(user.id)).toBeNull()
    expect(await store.images.avatarOf(user.id)).toBeNull()
    const pictureId = someId()
    await store.images.setAvatar(user.id, pictureId, someImage(), start)
    expect(await store.images.findAvatar(user.id)).toEqual(someImage())
    expect(await store.images.findPicture(pictureId)).toEqual(someImage())
    expect(await store.images.avatarOf(user.id)).toEqual({ pictureId })
  })

  it('are one an account: the former one is gone', async () => {
    const { user } = await setScene(store)
    const [first, second] = [someId(), someId()]
    await store.images.setAvatar(user.id, first, someImage(), start)
    const next: ImageFile = { ...someImage('next'), mediaType: 'image/webp' }
    await store.images.setAvatar(user.id, second, next, start)
    expect(await store.images.findPicture(first)).toBeNull()
    expect(await store.images.findPicture(second)).toEqual(next)
    await store.images.deleteAvatar(user.id)
    await store.images.deleteAvatar(user.id)
    expect(await store.images.findPicture(second)).toBeNull()
    expect(await store.images.findAvatar(user.id)).toBeNull()
  })

  it('stay one when eight are stored at once', async () => {
    const { user } = await setScene(store)
    const ids = contenders().map(() => someId())
    await Promise.all(
      contenders().map((each, at) => each.images.setAvatar(user.id, ids[at]!, someImage(`${at}`), start)),
    )
    const { pictureId } = (await store.images.avatarOf(user.id))!
    expect(await store.images.findAvatar(user.id)).toEqual(someImage(`${ids.indexOf(pictureId)}`))
    expect(await count('avatars', 'user_id', user.id)).toBe(1)
  })

  it('go with the account, and are not stored for one that is gone', async () => {
    const { user } = await setScene(store)
    await store.images.setAvatar(user.id, someId(), someImage(), start)
    await runAsAdmin(database.connection, 'delete from grants where user_id = $1', [user.id])
    await runAsAdmin(database.connection, 'delete from users where id = $1', [user.id])
    expect(await count('avatars', 'user_id', user.id)).toBe(0)
    const late = store.images.setAvatar(user.id, someId(), someImage(), start)
    await expect(late).rejects.toThrow('the account was deleted meanwhile')
  })

  it('are not found by what can be no id', async () => {
    for (const id of ['', 'no id', '\0', "'; drop table avatars; --"]) {
      expect(await store.images.findAvatar(id)).toBeNull()
      expect(await store.images.avatarOf(id)).toBeNull()
      expect(await store.images.findPicture(id)).toBeNull()
      await store.images.deleteAvatar(id)
    }
  })
})

describe('logos', () => {
  const tagOf = async (ownerId: string, id: string) => (await store.clients.findOwned(ownerId, id))?.logoTag

  it('are found by either id of the app, which bears their tag', async () => {
    const { user, client } = await setScene(store)
    expect(await store.images.findLogo(client.id)).toBeNull()
    expect(await store.images.setLogo(client.id, 'tag', someImage(), start)).toBe(true)
    for (const reference of [client.id, client.clientId])
      expect(await store.images.findLogo(reference)).toEqual(someImage())
    expect(await store.clients.findOwned(user.id, client.id)).toEqual({ ...client, logoTag: 'tag' })
    expect((await store.clients.findByClientId(client.clientId, start))?.client.logoTag).toBe('tag')
    await store.images.deleteLogo(client.id)
    expect(await store.images.findLogo(client.id)).toBeNull()
    expect(await tagOf(user.id, client.id)).toBeNull()
  })

  it('are no change of the app: one that was read before still counts', async () => {
    const { client } = await setScene(store)
    await store.images.setLogo(client.id, 'tag', someImage(), start)
    const changed = await store.clients.update(client, { name: 'Another' }, start)
    expect(changed).toMatchObject({ name: 'Another', logoTag: 'tag' })
  })

  it('agree with their tag when eight are stored at once', async () => {
    const { user, client } = await setScene(store)
    for (let round = 0; round < 5; round++) {
      const stored = contenders().map((each, at) =>
        each.images.setLogo(client.id, `${at}`, someImage(`${at}`), start),
      )
      expect(await Promise.all(stored)).toEqual(contenders().map(() => true))
      expect(await store.images.findLogo(client.id)).toEqual(someImage((await tagOf(user.id, client.id))!))
    }
  })

  it('neither block nor survive an app that is deleted at the same time', async () => {
    for (let round = 0; round < 10; round++) {
      const { user, client } = await setScene(store)
      await store.images.setLogo(client.id, 'before', someImage(), start)
      const stored = contenders().map((each, at) =>
        each.images.setLogo(client.id, `${at}`, someImage(), start),
      )
      expect(await other.clients.deleteOwned(user.id, client.id)).toBe(true)
      for (const each of await Promise.all(stored)) expect(each).toBeTypeOf('boolean')
      expect(await count('app_logos', 'client_id', client.id)).toBe(0)
      expect(await store.images.setLogo(client.id, 'late', someImage(), start)).toBe(false)
    }
  })

  it('are not found by what can be no app', async () => {
    for (const reference of ['', '\0', "'; drop table app_logos; --", someId()]) {
      expect(await store.images.findLogo(reference)).toBeNull()
      expect(await store.images.setLogo(reference, 'tag', someImage(), start)).toBe(false)
      await store.images.deleteLogo(reference)
    }
  })
})

describe('countUsers', () => {
  it('counts the accounts that have agreed to a client, up to a number', async () => {
    const { client } = await setScene(store)
    expect(await store.clients.countUsers(client.id, 9)).toBe(0)
    for (let people = 0; people < 3; people++) {
      const { user } = await setScene(store)
      await store.consents.record(user.id, client.id, ['openid'], start)
      await store.consents.record(user.id, client.id, ['email'], start)
    }
    expect(await store.clients.countUsers(client.id, 9)).toBe(3)
    expect(await store.clients.countUsers(client.id, 2)).toBe(2)
    expect(await store.clients.countUsers('no id', 2)).toBe(0)
  })
})
