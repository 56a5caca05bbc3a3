import type { Operation } from '../../http/operation.ts'
import { siteList } from '../../pages/site.ts'

/** Every page of the documentation, for programs. */
export const getLlms: Operation<'getLlms'> = async (call, { config }) =>
  call.reply(200, siteList(config.issuer))
