import type { AllOperations } from '../http/operation.ts'
import { createAppSecret } from './apps/createAppSecret.ts'
import { deleteApp } from './apps/deleteApp.ts'
import { deleteAppSecret } from './apps/deleteAppSecret.ts'
import { getApp } from './apps/getApp.ts'
import { listApps } from './apps/listApps.ts'
import { listAppSecrets } from './apps/listAppSecrets.ts'
import { registerApp } from './apps/registerApp.ts'
import { updateApp } from './apps/updateApp.ts'
import { login } from './auth/login.ts'
import { register } from './auth/register.ts'
import { authorize } from './oauth2/authorize.ts'
import { getUserinfo } from './oauth2/getUserinfo.ts'
import { introspectToken } from './oauth2/introspectToken.ts'
import { issueToken } from './oauth2/issueToken.ts'
import { postUserinfo } from './oauth2/postUserinfo.ts'
import { revokeToken } from './oauth2/revokeToken.ts'
import { getLiveness } from './system/getLiveness.ts'
import { getReadiness } from './system/getReadiness.ts'
import { getSpec } from './system/getSpec.ts'
import { getJwks } from './well-known/getJwks.ts'
import { getOauthMetadata } from './well-known/getOauthMetadata.ts'
import { getOpenidConfiguration } from './well-known/getOpenidConfiguration.ts'

/** Every operation of the contract under its name: one that is missing does not compile. */
export const operations = {
  authorize,
  createAppSecret,
  deleteApp,
  deleteAppSecret,
  getApp,
  getJwks,
  getLiveness,
  getOauthMetadata,
  getOpenidConfiguration,
  getReadiness,
  getSpec,
  getUserinfo,
  introspectToken,
  issueToken,
  listApps,
  listAppSecrets,
  login,
  postUserinfo,
  register,
  registerApp,
  revokeToken,
  updateApp,
} satisfies AllOperations
