import type { AllOperations } from '../http/operation.ts'
import { createAppSecret } from './apps/createAppSecret.ts'
import { deleteApp } from './apps/deleteApp.ts'
import { deleteAppSecret } from './apps/deleteAppSecret.ts'
import { getApp } from './apps/getApp.ts'
import { listApps } from './apps/listApps.ts'
import { listAppSecrets } from './apps/listAppSecrets.ts'
import { registerApp } from './apps/registerApp.ts'
import { updateApp } from './apps/updateApp.ts'
import { confirmPasswordReset } from './auth/confirmPasswordReset.ts'
import { login } from './auth/login.ts'
import { register } from './auth/register.ts'
import { requestPasswordReset } from './auth/requestPasswordReset.ts'
import { resendVerification } from './auth/resendVerification.ts'
import { verifyEmail } from './auth/verifyEmail.ts'
import { authorize } from './oauth2/authorize.ts'
import { getUserinfo } from './oauth2/getUserinfo.ts'
import { introspectToken } from './oauth2/introspectToken.ts'
import { issueToken } from './oauth2/issueToken.ts'
import { postUserinfo } from './oauth2/postUserinfo.ts'
import { startAuthorization } from './oauth2/startAuthorization.ts'
import { submitAuthorization } from './oauth2/submitAuthorization.ts'
import { revokeToken } from './oauth2/revokeToken.ts'
import { getDevRequest } from './pages/getDevRequest.ts'
import { getDocs } from './pages/getDocs.ts'
import { getDocsScript } from './pages/getDocsScript.ts'
import { getDocsStylesheet } from './pages/getDocsStylesheet.ts'
import { getErrorDocs } from './pages/getErrorDocs.ts'
import { getScalarScript } from './pages/getScalarScript.ts'
import { getDevMailbox } from './pages/getDevMailbox.ts'
import { getStylesheet } from './pages/getStylesheet.ts'
import { showConsent } from './pages/showConsent.ts'
import { showEmailVerification } from './pages/showEmailVerification.ts'
import { showPasswordReset } from './pages/showPasswordReset.ts'
import { showSignIn } from './pages/showSignIn.ts'
import { submitConsent } from './pages/submitConsent.ts'
import { submitEmailVerification } from './pages/submitEmailVerification.ts'
import { submitPasswordReset } from './pages/submitPasswordReset.ts'
import { submitSignIn } from './pages/submitSignIn.ts'
import { getLiveness } from './system/getLiveness.ts'
import { getReadiness } from './system/getReadiness.ts'
import { getSpec } from './system/getSpec.ts'
import { getJwks } from './well-known/getJwks.ts'
import { getOauthMetadata } from './well-known/getOauthMetadata.ts'
import { getOpenidConfiguration } from './well-known/getOpenidConfiguration.ts'

/** Every operation of the contract under its name: one that is missing does not compile. */
export const operations = {
  authorize,
  confirmPasswordReset,
  createAppSecret,
  deleteApp,
  deleteAppSecret,
  getApp,
  getDevRequest,
  getDocs,
  getDocsScript,
  getDocsStylesheet,
  getErrorDocs,
  getDevMailbox,
  getJwks,
  getLiveness,
  getOauthMetadata,
  getOpenidConfiguration,
  getReadiness,
  getScalarScript,
  getSpec,
  getStylesheet,
  getUserinfo,
  introspectToken,
  issueToken,
  listApps,
  listAppSecrets,
  login,
  postUserinfo,
  register,
  registerApp,
  requestPasswordReset,
  resendVerification,
  revokeToken,
  showConsent,
  showEmailVerification,
  showPasswordReset,
  showSignIn,
  startAuthorization,
  submitAuthorization,
  submitConsent,
  submitEmailVerification,
  submitPasswordReset,
  submitSignIn,
  updateApp,
  verifyEmail,
} satisfies AllOperations
