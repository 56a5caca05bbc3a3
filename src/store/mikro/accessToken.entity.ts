import { defineEntity, p } from '@mikro-orm/core'
import { ClientEntity } from './client.entity.ts'
import { GrantEntity } from './grant.entity.ts'
import { bytes, moment, texts } from './properties.ts'

/** `access_tokens`: opaque ones only, by hash. */
export const AccessTokenEntity = defineEntity({
  name: 'AccessToken',
  tableName: 'access_tokens',
  // What is over is removed along this index.
  indexes: [{ name: 'access_tokens_expires_at_index', properties: ['expiresAt'] }],
  properties: {
    hash: bytes().primary(),
    jti: p.text(),
    clientId: () =>
      p
        .manyToOne(ClientEntity)
        .mapToPk()
        .joinColumn('client_id')
        .deleteRule('cascade')
        .foreignKeyName('access_tokens_client_id_foreign')
        .index('access_tokens_client_id_index'),
    // No foreign key: a user's token belongs to a grant, and goes with it when the user goes.
    userId: p.uuid().nullable(),
    grantId: () =>
      p
        .manyToOne(GrantEntity)
        .mapToPk()
        .nullable()
        .joinColumn('grant_id')
        .deleteRule('cascade')
        .foreignKeyName('access_tokens_grant_id_foreign')
        .index('access_tokens_grant_id_index'),
    scope: texts(),
    audience: p.text(),
    issuedAt: moment(),
    expiresAt: moment(),
  },
})

/** `revoked_access_tokens`: the deny list, by `jti`, until `expires_at`. */
export const RevokedAccessTokenEntity = defineEntity({
  name: 'RevokedAccessToken',
  tableName: 'revoked_access_tokens',
  indexes: [{ name: 'revoked_access_tokens_expires_at_index', properties: ['expiresAt'] }],
  properties: { jti: p.text().primary(), expiresAt: moment() },
})
