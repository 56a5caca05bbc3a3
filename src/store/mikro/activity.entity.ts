import { defineEntity, p } from '@mikro-orm/core'
import { moment } from './properties.ts'
import { UserEntity } from './user.entity.ts'

/** `activities`: what happened to accounts. */
export const ActivityEntity = defineEntity({
  name: 'Activity',
  tableName: 'activities',
  indexes: [
    { name: 'activities_user_id_id_index', properties: ['userId', 'id'] },
    { name: 'activities_at_index', properties: ['at'] },
  ],
  properties: {
    id: p.uuid().primary(),
    userId: () =>
      p
        .manyToOne(UserEntity)
        .mapToPk()
        .joinColumn('user_id')
        .deleteRule('cascade')
        .foreignKeyName('activities_user_id_foreign')
        .index(false),
    // Text without a check: a version that is still running must be able to read kinds that a newer one writes.
    kind: p.text(),
    at: moment(),
    address: p.text().nullable(),
    userAgent: p.text().nullable(),
    // No foreign keys: the history stays when sessions are cleaned away and apps are deleted.
    sessionId: p.uuid().nullable(),
    clientId: p.uuid().nullable(),
  },
})
