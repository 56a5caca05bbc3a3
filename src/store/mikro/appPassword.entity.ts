import { defineEntity, p } from '@mikro-orm/core'
import { bytes, moment, texts } from './properties.ts'
import { UserEntity } from './user.entity.ts'

/** `app_passwords`: what users give to programs in place of their password, by hash. */
export const AppPasswordEntity = defineEntity({
  name: 'AppPassword',
  tableName: 'app_passwords',
  // What is over is removed along this index.
  indexes: [{ name: 'app_passwords_expires_at_index', properties: ['expiresAt'] }],
  properties: {
    id: p.uuid().primary(),
    userId: () =>
      p
        .manyToOne(UserEntity)
        .mapToPk()
        .joinColumn('user_id')
        .deleteRule('cascade')
        .foreignKeyName('app_passwords_user_id_foreign')
        .index('app_passwords_user_id_index'),
    hash: bytes().unique('app_passwords_hash_unique'),
    name: p.text(),
    scope: texts(),
    createdAt: moment(),
    expiresAt: moment().nullable(),
    lastUsedAt: moment().nullable(),
  },
})
