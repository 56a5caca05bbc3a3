import { defineEntity, p } from '@mikro-orm/core'
import type { StoredParameters } from '../../domain/oauth/transaction.ts'
import { bytes, moment } from './properties.ts'

/** `authorization_transactions`: authorizations under way in browsers, by hash of their id. */
export const TransactionEntity = defineEntity({
  name: 'AuthorizationTransaction',
  tableName: 'authorization_transactions',
  // What ended long ago is removed along this index.
  indexes: [{ name: 'authorization_transactions_expires_at_index', properties: ['expiresAt'] }],
  properties: {
    hash: bytes().primary(),
    browserHash: bytes().nullable(),
    parameters: p.json<StoredParameters>().columnType('jsonb'),
    createdAt: moment(),
    expiresAt: moment(),
    consumedAt: moment().nullable(),
  },
})
