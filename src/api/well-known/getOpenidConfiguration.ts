import { openidConfiguration } from '../../domain/oauth/metadata.ts'
import type { Operation } from '../../http/operation.ts'

/** OpenID provider metadata. */
export const getOpenidConfiguration: Operation<'getOpenidConfiguration'> = async (call, context) =>
  call.reply(200, openidConfiguration(context.config))
