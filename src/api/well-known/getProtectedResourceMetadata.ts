import { protectedResourceMetadata } from '../../domain/oauth/metadata.ts'
import type { Operation } from '../../http/operation.ts'

/** Protected resource metadata: what access tokens open here. */
export const getProtectedResourceMetadata: Operation<'getProtectedResourceMetadata'> = async (
  call,
  context,
) => call.reply(200, protectedResourceMetadata(context.config))
