import { defineEntity, p } from '@mikro-orm/core'
import { bytes, moment } from './properties.ts'

/** `sign_in_attempts`: counters of attempts, by MAC; written and read by prepared statements only. */
export const AttemptEntity = defineEntity({
  name: 'Attempt',
  tableName: 'sign_in_attempts',
  indexes: [{ name: 'sign_in_attempts_expires_at_index', properties: ['expiresAt'] }],
  properties: {
    key: bytes().primary(),
    failures: p.integer(),
    lastAt: moment(),
    previousAt: moment().nullable(),
    // When the failures are forgotten.
    lapsesAt: moment(),
    knownUntil: moment().nullable(),
    // When there is nothing left to remember, neither failures nor a known network.
    expiresAt: moment(),
  },
})
