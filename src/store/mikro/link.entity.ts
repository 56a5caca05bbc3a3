import { defineEntity, p } from '@mikro-orm/core'
import { bytes, moment } from './properties.ts'

/** `links`: what was mailed, by hash. */
export const LinkEntity = defineEntity({
  name: 'Link',
  tableName: 'links',
  indexes: [
    { name: 'links_account_id_index', properties: ['accountId'] },
    { name: 'links_address_digest_index', properties: ['addressDigest'] },
    { name: 'links_expires_at_index', properties: ['expiresAt'] },
  ],
  properties: {
    hash: bytes().primary(),
    purpose: p.enum(['reset_password', 'verify_email', 'change_email']),
    // No foreign key: the account of a registration that waits does not exist yet.
    accountId: p.uuid(),
    addressDigest: bytes(),
    registration: bytes().nullable(),
    newAddress: bytes().nullable(),
    createdAt: moment(),
    expiresAt: moment(),
    endedAt: moment().nullable(),
  },
})
