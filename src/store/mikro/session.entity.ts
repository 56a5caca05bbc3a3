import { defineEntity, p } from '@mikro-orm/core'
import { bytes, moment, texts } from './properties.ts'
import { UserEntity } from './user.entity.ts'

/** `sessions`: sign-ins. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: p.uuid().primary(),
    userId: () =>
      p
        .manyToOne(UserEntity)
        .mapToPk()
        .joinColumn('user_id')
        .deleteRule('cascade')
        .foreignKeyName('sessions_user_id_foreign')
        .index('sessions_user_id_index'),
    authenticatedAt: moment(),
    amr: texts(),
    createdAt: moment(),
    lastUsedAt: moment(),
    expiresAt: moment(),
    endedAt: moment().nullable(),
  },
})

/** `session_tokens`: what stands for a session at `/api/v1` (`bearer`) or in a browser (`cookie`), by hash. */
export const SessionTokenEntity = defineEntity({
  name: 'SessionToken',
  tableName: 'session_tokens',
  properties: {
    hash: bytes().primary(),
    sessionId: () =>
      p
        .manyToOne(SessionEntity)
        .mapToPk()
        .joinColumn('session_id')
        .deleteRule('cascade')
        .foreignKeyName('session_tokens_session_id_foreign')
        .index('session_tokens_session_id_index'),
    kind: p.enum(['bearer', 'cookie']).default('bearer'),
    createdAt: moment(),
    expiresAt: moment(),
  },
})
