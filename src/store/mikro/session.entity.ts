import { defineEntity, p } from '@mikro-orm/core'
import { AppPasswordEntity } from './appPassword.entity.ts'
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
    kind: p.enum(['api', 'browser']).default('api'),
    authenticatedAt: moment(),
    amr: texts(),
    createdAt: moment(),
    lastUsedAt: moment(),
    expiresAt: moment(),
    endedAt: moment().nullable(),
    userAgent: p.text().nullable(),
    address: p.text().nullable(),
    appPasswordId: () =>
      p
        .manyToOne(AppPasswordEntity)
        .mapToPk()
        .nullable()
        .joinColumn('app_password_id')
        .deleteRule('cascade')
        .foreignKeyName('sessions_app_password_id_foreign')
        .index('sessions_app_password_id_index'),
    scope: texts().nullable(),
  },
})

/** `session_tokens`: what stands for a session at `/api/v1` (`bearer`) or in a browser (`cookie`), by hash. */
export const SessionTokenEntity = defineEntity({
  name: 'SessionToken',
  tableName: 'session_tokens',
  // What is over is removed along this index.
  indexes: [{ name: 'session_tokens_expires_at_index', properties: ['expiresAt'] }],
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
