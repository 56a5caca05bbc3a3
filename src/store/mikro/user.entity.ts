import { defineEntity, p } from '@mikro-orm/core'
import { moment } from './properties.ts'

/** `users`: accounts. The address's key and the password hash are written and read by prepared statements only. */
export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.uuid().primary(),
    email: p.text(),
    emailKey: p.text().unique('users_email_key_unique'),
    emailVerified: p.boolean(),
    passwordHash: p.text(),
    createdAt: moment(),
    updatedAt: moment(),
    suspendedAt: moment().nullable(),
  },
})
