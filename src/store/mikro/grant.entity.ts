import { defineEntity, p } from '@mikro-orm/core'
import { ClientEntity } from './client.entity.ts'
import { SessionEntity } from './session.entity.ts'
import { bytes, moment, texts } from './properties.ts'
import { UserEntity } from './user.entity.ts'

/** `grants`: what a user allowed an app, once. */
export const GrantEntity = defineEntity({
  name: 'Grant',
  tableName: 'grants',
  properties: {
    id: p.uuid().primary(),
    clientId: () =>
      p
        .manyToOne(ClientEntity)
        .mapToPk()
        .joinColumn('client_id')
        .deleteRule('cascade')
        .foreignKeyName('grants_client_id_foreign')
        .index('grants_client_id_index'),
    userId: () =>
      p
        .manyToOne(UserEntity)
        .mapToPk()
        .joinColumn('user_id')
        .deleteRule('cascade')
        .foreignKeyName('grants_user_id_foreign')
        .index('grants_user_id_index'),
    // No cascade and no null on delete: a session may only be cleaned away once the grants that die with it are gone and the
    // offline ones are detached (expiry.statements.ts). PostgreSQL refuses anything else.
    sessionId: () =>
      p
        .manyToOne(SessionEntity)
        .mapToPk()
        .nullable()
        .joinColumn('session_id')
        .deleteRule('no action')
        .foreignKeyName('grants_session_id_foreign')
        .index('grants_session_id_index'),
    scope: texts(),
    resource: p.text().nullable(),
    claims: p.json().nullable(),
    nonce: p.text().nullable(),
    authenticatedAt: moment(),
    amr: texts(),
    offline: p.boolean(),
    createdAt: moment(),
    revokedAt: moment().nullable(),
  },
})

/** `authorization_codes`: RFC 6749 §4.1.2, by hash; one to a grant. */
export const CodeEntity = defineEntity({
  name: 'Code',
  tableName: 'authorization_codes',
  properties: {
    hash: bytes().primary(),
    grantId: () =>
      p
        .manyToOne(GrantEntity)
        .mapToPk()
        .joinColumn('grant_id')
        .deleteRule('cascade')
        .foreignKeyName('authorization_codes_grant_id_foreign')
        .unique('authorization_codes_grant_id_unique'),
    redirectUri: p.text(),
    codeChallenge: p.text().nullable(),
    createdAt: moment(),
    expiresAt: moment(),
    consumedAt: moment().nullable(),
  },
})

/** `refresh_tokens`: RFC 6749 §1.5, by hash; one of each generation to a grant. */
export const RefreshTokenEntity = defineEntity({
  name: 'RefreshToken',
  tableName: 'refresh_tokens',
  // Finds the successor, serves the cascade, and makes a second successor impossible whatever the statements do.
  uniques: [{ name: 'refresh_tokens_grant_id_generation_unique', properties: ['grantId', 'generation'] }],
  properties: {
    hash: bytes().primary(),
    grantId: () =>
      p
        .manyToOne(GrantEntity)
        .mapToPk()
        .joinColumn('grant_id')
        .deleteRule('cascade')
        .foreignKeyName('refresh_tokens_grant_id_foreign')
        .index(false),
    generation: p.integer(),
    createdAt: moment(),
    expiresAt: moment(),
    consumedAt: moment().nullable(),
    salt: bytes().nullable(),
  },
})
