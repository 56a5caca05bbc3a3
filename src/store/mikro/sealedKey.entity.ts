import { defineEntity, p } from '@mikro-orm/core'
import { bytes } from './properties.ts'

/** `sealed_keys`: keys of ours by name, sealed. */
export const SealedKeyEntity = defineEntity({
  name: 'SealedKey',
  tableName: 'sealed_keys',
  properties: { name: p.text().primary(), sealed: bytes() },
})
