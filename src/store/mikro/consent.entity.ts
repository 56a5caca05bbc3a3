import { defineEntity, p } from '@mikro-orm/core'
import { ClientEntity } from './client.entity.ts'
import { moment, texts } from './properties.ts'
import { UserEntity } from './user.entity.ts'

/** `consents`: what a user has agreed an app may ask for. */
export const ConsentEntity = defineEntity({
  name: 'Consent',
  tableName: 'consents',
  properties: {
    userId: () =>
      p
        .manyToOne(UserEntity)
        .mapToPk()
        .primary()
        .joinColumn('user_id')
        .deleteRule('cascade')
        .updateRule('no action')
        .foreignKeyName('consents_user_id_foreign')
        // The primary key begins with the user.
        .index(false),
    clientId: () =>
      p
        .manyToOne(ClientEntity)
        .mapToPk()
        .primary()
        .joinColumn('client_id')
        .deleteRule('cascade')
        .updateRule('no action')
        .foreignKeyName('consents_client_id_foreign')
        .index('consents_client_id_index'),
    scope: texts(),
    createdAt: moment(),
    updatedAt: moment(),
  },
})
