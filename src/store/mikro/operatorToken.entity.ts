import { defineEntity, p } from '@mikro-orm/core'
import { bytes, moment, texts } from './properties.ts'

/** `operator_tokens`: client access tokens without user and app, by hash. */
export const OperatorTokenEntity = defineEntity({
  name: 'OperatorToken',
  tableName: 'operator_tokens',
  // What is over is removed along this index.
  indexes: [{ name: 'operator_tokens_expires_at_index', properties: ['expiresAt'] }],
  properties: {
    id: p.uuid().primary(),
    hash: bytes().unique('operator_tokens_hash_unique'),
    name: p.text(),
    scope: texts(),
    createdAt: moment(),
    expiresAt: moment().nullable(),
    lastUsedAt: moment().nullable(),
  },
})
