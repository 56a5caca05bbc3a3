import { authorizationServerMetadata } from '../../domain/oauth/metadata.ts'
import type { Operation } from '../../http/operation.ts'

/** Authorization server metadata, from the same source as the OpenID configuration. */
export const getOauthMetadata: Operation<'getOauthMetadata'> = async (call, context) =>
  call.reply(200, authorizationServerMetadata(context.config))
