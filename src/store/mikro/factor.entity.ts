import { defineEntity, p } from '@mikro-orm/core'
import { bytes, moment } from './properties.ts'
import { UserEntity } from './user.entity.ts'

/** An account, as part of the primary key. */
const owner = (table: string) =>
  p
    .manyToOne(UserEntity)
    .mapToPk()
    .primary()
    .joinColumn('user_id')
    .deleteRule('cascade')
    .updateRule('no action')
    .foreignKeyName(`${table}_user_id_foreign`)
    // The primary key begins with the user.
    .index(false)

/** `totp_factors`: sealed secrets of authenticator apps; written and read by prepared statements only, like all of these. */
export const TotpFactorEntity = defineEntity({
  name: 'TotpFactor',
  tableName: 'totp_factors',
  properties: {
    userId: () => owner('totp_factors'),
    sealedSecret: bytes(),
    createdAt: moment(),
    confirmedAt: moment().nullable(),
    lastStep: p.integer().nullable(),
  },
})

/** `recovery_codes`: those that were not used yet, by hash. */
export const RecoveryCodeEntity = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_codes',
  properties: {
    userId: () => owner('recovery_codes'),
    hash: bytes().primary(),
    createdAt: moment(),
  },
})

/** `email_codes`: the latest mailed code of an account, by MAC. */
export const EmailCodeEntity = defineEntity({
  name: 'EmailCode',
  tableName: 'email_codes',
  // What is over is removed along this index.
  indexes: [{ name: 'email_codes_expires_at_index', properties: ['expiresAt'] }],
  properties: {
    userId: () => owner('email_codes'),
    hash: bytes(),
    createdAt: moment(),
    expiresAt: moment(),
    tries: p.integer().default(0),
  },
})

/** `mfa_challenges`: sign-ins between password and second factor, by hash. */
export const MfaChallengeEntity = defineEntity({
  name: 'MfaChallenge',
  tableName: 'mfa_challenges',
  // What is over is removed along this index.
  indexes: [{ name: 'mfa_challenges_expires_at_index', properties: ['expiresAt'] }],
  properties: {
    hash: bytes().primary(),
    userId: () =>
      p
        .manyToOne(UserEntity)
        .mapToPk()
        .joinColumn('user_id')
        .deleteRule('cascade')
        .foreignKeyName('mfa_challenges_user_id_foreign')
        .index('mfa_challenges_user_id_index'),
    userAsOf: moment(),
    createdAt: moment(),
    expiresAt: moment(),
    tries: p.integer(),
    consumedAt: moment().nullable(),
  },
})
