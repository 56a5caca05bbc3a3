import { defineEntity, p } from '@mikro-orm/core'
import type { ClientJwks, GrantType, ResponseType } from '../../domain/oauth/client.ts'
import { bytes, moment, texts } from './properties.ts'
import { UserEntity } from './user.entity.ts'

/*
 * Nodes keep the apps that ask them often in memory. Whoever changes or deletes one, by whichever way (its owner, the
 * operator, a deletion that cascades), tells them by its internal id as the change commits. The note of a secret's use is no
 * such change: it would be told once a minute for each app.
 */
const tellClient = `perform pg_notify('latchkey_clients', old.id::text); return null;`
const tellSecret = `if tg_op <> 'UPDATE' or (old.client_id, old.hash, old.expires_at) is distinct from (new.client_id, new.hash, new.expires_at) then perform pg_notify('latchkey_clients', coalesce(new.client_id, old.client_id)::text); end if; return null;`

/** `clients`: registered apps. They go with their owner; the operator's have none. */
export const ClientEntity = defineEntity({
  name: 'Client',
  tableName: 'clients',
  // The page of an owner's apps is read backwards along this index, which also serves the cascade from users.
  indexes: [
    { name: 'clients_owner_id_id_index', properties: ['ownerId', 'id'] },
    { name: 'clients_web_origins_index', properties: ['webOrigins'], type: 'gin' },
  ],
  triggers: [{ name: 'change', timing: 'after', events: ['update', 'delete'], body: tellClient }],
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
    tokenEndpointAuthMethod: p
      .enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'])
      .nullable(),
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
    // Written with the row of app_logos only.
    logoTag: p.text().nullable(),
    // Follows from the redirect URIs; null where an older version wrote the row.
    webOrigins: texts().nullable(),
    createdAt: moment(),
    updatedAt: moment(),
    tokenEndpointAuthSigningAlg: p.enum(['RS256', 'PS256', 'ES256', 'EdDSA']).nullable(),
    jwks: p.json<ClientJwks>().nullable(),
    jwksUri: p.text().nullable(),
    subjectType: p.enum(['public', 'pairwise']).default('public'),
    sectorIdentifier: p.text().nullable(),
    userinfoSignedResponseAlg: p.enum(['RS256', 'ES256', 'EdDSA']).nullable(),
    defaultMaxAge: p.integer().nullable(),
    requireAuthTime: p.boolean().default(false),
    defaultAcrValues: texts().default([]),
    backchannelLogoutUri: p.text().nullable(),
    backchannelLogoutSessionRequired: p.boolean().default(false),
    frontchannelLogoutUri: p.text().nullable(),
    frontchannelLogoutSessionRequired: p.boolean().default(false),
    initiateLoginUri: p.text().nullable(),
    clientUri: p.text().nullable(),
    logoUri: p.text().nullable(),
    policyUri: p.text().nullable(),
    tosUri: p.text().nullable(),
  },
})

/** `client_secrets`: the hashes of an app's secrets. */
export const ClientSecretEntity = defineEntity({
  name: 'ClientSecret',
  tableName: 'client_secrets',
  // What is over is removed along this index.
  indexes: [{ name: 'client_secrets_expires_at_index', properties: ['expiresAt'] }],
  triggers: [{ name: 'change', timing: 'after', events: ['insert', 'delete', 'update'], body: tellSecret }],
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

/** `client_registrations`: what a client that registered itself is managed by, and what it said that no rule reads. */
export const ClientRegistrationEntity = defineEntity({
  name: 'ClientRegistration',
  tableName: 'client_registrations',
  properties: {
    clientId: () =>
      p
        .oneToOne(ClientEntity)
        .mapToPk()
        .primary()
        .joinColumn('client_id')
        .updateRule('no action')
        .deleteRule('cascade')
        .foreignKeyName('client_registrations_client_id_foreign'),
    tokenHash: bytes().unique('client_registrations_token_hash_unique'),
    metadata: p.json(),
    createdAt: moment(),
  },
})

/** `client_assertions`: the ids of assertions that were used, by digest, until they expire. */
export const ClientAssertionEntity = defineEntity({
  name: 'ClientAssertion',
  tableName: 'client_assertions',
  indexes: [{ name: 'client_assertions_expires_at_index', properties: ['expiresAt'] }],
  properties: {
    clientId: () =>
      p
        .manyToOne(ClientEntity)
        .mapToPk()
        .primary()
        .joinColumn('client_id')
        .updateRule('no action')
        .deleteRule('cascade')
        .foreignKeyName('client_assertions_client_id_foreign')
        .index(false),
    hash: bytes().primary(),
    expiresAt: moment(),
  },
})
