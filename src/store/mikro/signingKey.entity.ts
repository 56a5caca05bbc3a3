import { defineEntity, p } from '@mikro-orm/core'
import { bytes, moment } from './properties.ts'

/** `signing_keys`: public halves in clear, private halves sealed. */
export const SigningKeyEntity = defineEntity({
  name: 'SigningKey',
  tableName: 'signing_keys',
  properties: {
    kid: p.text().primary(),
    algorithm: p.enum(['RS256', 'ES256', 'EdDSA']),
    status: p.enum(['next', 'active', 'retiring']),
    publicJwk: p.json(),
    sealedPrivateKey: bytes(),
    createdAt: moment(),
    statusSince: moment(),
  },
})
