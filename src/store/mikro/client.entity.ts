import { defineEntity, p } from '@mikro-orm/core'
import type { GrantType, ResponseType } from '../../domain/oauth/client.ts'
import { bytes, moment, texts } from './properties.ts'
import { UserEntity } from './user.entity.ts'

/** `clients`: registered apps. They go with their owner; the operator's have none. */
export const ClientEntity = defineEntity({
  name: 'Client',
  tableName: 'clients',
  // The page of an owner's apps is read backwards along this index, which also serves the cascade from users.
  indexes: [
    { name: 'clients_owner_id_id_index', properties: ['ownerId', 'id'] },
    { name: 'clients_web_origins_index', properties: ['webOrigins'], type: 'gin' },
  ],
  properties: {
    id: p.uuid().primary(),
    clientId: p.text().unique('clients_client_id_unique'),
    ownerId: () =>
      p
        .manyToOne(UserEntity)
        .mapToPk()
        .nullable()
        .joinColumn('owner_id')
        .deleteRule('cascade')
        .foreignKeyName('clients_owner_id_foreign')
        .index(false),
    name: p.text(),
    description: p.text(),
    redirectUris: texts(),
    scopes: texts(),
    tokenEndpointAuthMethod: p.enum(['client_secret_basic', 'client_secret_post', 'none']).nullable(),
    responseTypes: texts<ResponseType>(),
    grantTypes: texts<GrantType>(),
    requirePkce: p.boolean(),
    idTokenSignedResponseAlg: p.enum(['RS256', 'ES256', 'EdDSA', 'HS256']),
    accessTokenFormat: p.enum(['jwt', 'opaque']),
    postLogoutRedirectUris: texts(),
    rateLimitHour: p.integer().nullable(),
    rateLimitDay: p.integer().nullable(),
    firstParty: p.boolean(),
    resources: texts(),
    // Follows from the redirect URIs; null where an older version wrote the row.
    webOrigins: texts().nullable(),
    createdAt: moment(),
    updatedAt: moment(),
  },
})

/** `client_secrets`: the hashes of an app's secrets. */
export const ClientSecretEntity = defineEntity({
  name: 'ClientSecret',
  tableName: 'client_secrets',
  properties: {
    id: p.uuid().primary(),
    clientId: () =>
      p
        .manyToOne(ClientEntity)
        .mapToPk()
        .joinColumn('client_id')
        .deleteRule('cascade')
        .foreignKeyName('client_secrets_client_id_foreign')
        .index('client_secrets_client_id_index'),
    name: p.text(),
    hash: bytes(),
    createdAt: moment(),
    expiresAt: moment().nullable(),
    lastUsedAt: moment().nullable(),
  },
})
