import { defineEntity, p } from '@mikro-orm/core'
import { bytes, moment, texts } from './properties.ts'
import { SessionEntity } from './session.entity.ts'
import { UserEntity } from './user.entity.ts'

/** `passkeys`: the public halves. What an authenticator calls a passkey by is unique for an account only, see docs/divergences.md. */
export const PasskeyEntity = defineEntity({
  name: 'Passkey',
  tableName: 'passkeys',
  uniques: [{ name: 'passkeys_user_id_credential_id_unique', properties: ['userId', 'credentialId'] }],
  properties: {
    id: p.uuid().primary(),
    userId: () =>
      p
        .manyToOne(UserEntity)
        .mapToPk()
        .joinColumn('user_id')
        .deleteRule('cascade')
        .foreignKeyName('passkeys_user_id_foreign')
        // The unique index begins with the user.
        .index(false),
    credentialId: bytes(),
    publicKey: bytes(),
    // Unsigned 32 bits, which an int does not hold; a double does, and is read as a number.
    counter: p.double(),
    transports: texts(),
    aaguid: p.uuid(),
    synced: p.boolean(),
    backedUp: p.boolean(),
    name: p.text(),
    createdAt: moment(),
    lastUsedAt: moment().nullable(),
  },
})

/** `passkey_challenges`: what authenticators are asked to sign, by id, for some minutes. */
export const PasskeyChallengeEntity = defineEntity({
  name: 'PasskeyChallenge',
  tableName: 'passkey_challenges',
  // What has expired is removed along this index.
  indexes: [{ name: 'passkey_challenges_expires_at_index', properties: ['expiresAt'] }],
  properties: {
    id: p.uuid().primary(),
    hash: bytes(),
    purpose: p.enum(['registration', 'login']),
    sessionId: () =>
      p
        .manyToOne(SessionEntity)
        .mapToPk()
        .nullable()
        .joinColumn('session_id')
        .deleteRule('cascade')
        .foreignKeyName('passkey_challenges_session_id_foreign')
        .index('passkey_challenges_session_id_index'),
    addressDigest: bytes().nullable(),
    createdAt: moment(),
    expiresAt: moment(),
  },
})
