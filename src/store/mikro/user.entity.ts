import { defineEntity, p } from '@mikro-orm/core'
import { moment, texts } from './properties.ts'

/** `users`: accounts. The address's key and the password hash are written and read by prepared statements only. */
export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'users',
  indexes: [
    {
      name: 'users_deletion_requested_at_index',
      properties: ['deletionRequestedAt'],
      where: 'deletion_requested_at is not null',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    email: p.text(),
    emailKey: p.text().unique('users_email_key_unique'),
    emailVerified: p.boolean(),
    passwordHash: p.text(),
    secondFactors: texts().default([]),
    createdAt: moment(),
    updatedAt: moment(),
    suspendedAt: moment().nullable(),
    profile: p.json<Readonly<Record<string, unknown>>>().columnType('jsonb').defaultRaw(`'{}'`),
    deletionRequestedAt: moment().nullable(),
  },
})
