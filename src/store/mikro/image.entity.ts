import { defineEntity, p } from '@mikro-orm/core'
import { ClientEntity } from './client.entity.ts'
import { bytes, moment } from './properties.ts'
import { UserEntity } from './user.entity.ts'

const image = { mediaType: p.text(), bytes: bytes(), createdAt: moment() }

/** `avatars`: the picture of an account, with the id by which everybody may read it. */
export const AvatarEntity = defineEntity({
  name: 'Avatar',
  tableName: 'avatars',
  properties: {
    userId: () =>
      p
        .manyToOne(UserEntity)
        .mapToPk()
        .primary()
        .joinColumn('user_id')
        .deleteRule('cascade')
        .updateRule('no action')
        .foreignKeyName('avatars_user_id_foreign')
        // The primary key is the user.
        .index(false),
    pictureId: p.text().unique('avatars_picture_id_unique'),
    ...image,
  },
})

/** `app_logos`: what an app looks like. */
export const AppLogoEntity = defineEntity({
  name: 'AppLogo',
  tableName: 'app_logos',
  properties: {
    clientId: () =>
      p
        .manyToOne(ClientEntity)
        .mapToPk()
        .primary()
        .joinColumn('client_id')
        .deleteRule('cascade')
        .updateRule('no action')
        .foreignKeyName('app_logos_client_id_foreign')
        // The primary key is the client.
        .index(false),
    ...image,
  },
})
