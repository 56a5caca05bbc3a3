import type { ImageFile } from '../../domain/image/image.ts'
import type { Images } from '../images.ts'
import { StoreUnavailable } from '../store.ts'
import { readRow, selection, type Columns } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { isText, isUuid } from './shape.ts'

/** What the two tables have in common. */
const columns: Columns<ImageFile> = { mediaType: 'text', bytes: 'bytea' }
const image = selection(columns, 'i')
const replaced = 'media_type = excluded.media_type, bytes = excluded.bytes, created_at = excluded.created_at'

/** The statements, by port method. Account or client is locked first, in the order in which a deletion takes them. */
export const imageStatements = {
  setAvatar: {
    name: 'images.setAvatar',
    text: `with account as (select u.id from users u where u.id = $1 for key share)
      insert into avatars (user_id, picture_id, media_type, bytes, created_at)
      select id, $2::text, $3::text, $4::bytea, $5::timestamptz from account
      on conflict (user_id) do update set picture_id = excluded.picture_id, ${replaced}
      returning 1`,
  },
  findAvatar: { name: 'images.findAvatar', text: `select ${image} from avatars i where i.user_id = $1` },
  avatarOf: {
    name: 'images.avatarOf',
    text: 'select i.picture_id as "pictureId" from avatars i where i.user_id = $1',
  },
  findPicture: { name: 'images.findPicture', text: `select ${image} from avatars i where i.picture_id = $1` },
  deleteAvatar: { name: 'images.deleteAvatar', text: 'delete from avatars where user_id = $1' },
  setLogo: {
    name: 'images.setLogo',
    text: `with client as (update clients set logo_tag = $2::text where id = $1 returning id)
      insert into app_logos (client_id, media_type, bytes, created_at)
      select id, $3::text, $4::bytea, $5::timestamptz from client
      on conflict (client_id) do update set ${replaced}
      returning 1`,
  },
  findLogoById: {
    name: 'images.findLogoById',
    text: `select ${image} from app_logos i where i.client_id = $1`,
  },
  findLogoByClientId: {
    name: 'images.findLogoByClientId',
    text: `select ${image} from app_logos i join clients c on c.id = i.client_id where c.client_id = $1`,
  },
  deleteLogo: {
    name: 'images.deleteLogo',
    text: `with client as (update clients set logo_tag = null where id = $1 returning id)
      delete from app_logos i using client c where i.client_id = c.id`,
  },
} satisfies Record<string, Statement>

/** Images on the given database. */
export function imagesOn(database: Database): Images {
  const find = async (statement: Statement, key: string): Promise<ImageFile | null> => {
    const [found] = await database.read(statement, [key])
    return found ? readRow(columns, 'i', found) : null
  }
  return {
    async setAvatar(userId, pictureId, { mediaType, bytes }, now) {
      const values = [userId, pictureId, mediaType, bytes, now]
      const stored = await database.write(imageStatements.setAvatar, values)
      if (stored.length === 0) throw new StoreUnavailable('the account was deleted meanwhile')
    },
    findAvatar: async (userId) => (isUuid(userId) ? find(imageStatements.findAvatar, userId) : null),
    async avatarOf(userId) {
      if (!isUuid(userId)) return null
      const [found] = await database.read<{ pictureId: string }>(imageStatements.avatarOf, [userId])
      return found ?? null
    },
    findPicture: async (pictureId) =>
      isText(pictureId) ? find(imageStatements.findPicture, pictureId) : null,
    async deleteAvatar(userId) {
      if (isUuid(userId)) await database.write(imageStatements.deleteAvatar, [userId])
    },
    async setLogo(clientId, logoTag, { mediaType, bytes }, now) {
      if (!isUuid(clientId)) return false
      const values = [clientId, logoTag, mediaType, bytes, now]
      return (await database.write(imageStatements.setLogo, values)).length === 1
    },
    async findLogo(reference) {
      if (isUuid(reference)) return find(imageStatements.findLogoById, reference)
      return isText(reference) ? find(imageStatements.findLogoByClientId, reference) : null
    },
    async deleteLogo(clientId) {
      if (isUuid(clientId)) await database.write(imageStatements.deleteLogo, [clientId])
    },
  }
}
