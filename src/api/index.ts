import type { AllOperations } from '../http/operation.ts'
import { changeEmail } from './account/changeEmail.ts'
import { changePassword } from './account/changePassword.ts'
import { confirmEmailChange } from './account/confirmEmailChange.ts'
import { confirmTotp } from './account/confirmTotp.ts'
import { createAppPassword } from './account/createAppPassword.ts'
import { createRecoveryCodes } from './account/createRecoveryCodes.ts'
import { deleteAccount } from './account/deleteAccount.ts'
import { deleteAppPassword } from './account/deleteAppPassword.ts'
import { deleteTotp } from './account/deleteTotp.ts'
import { enrolTotp } from './account/enrolTotp.ts'
import { getAccount } from './account/getAccount.ts'
import { getTotpQrCode } from './account/getTotpQrCode.ts'
import { listActivity } from './account/listActivity.ts'
import { listAppPasswords } from './account/listAppPasswords.ts'
import { beginPasskeyRegistration } from './account/beginPasskeyRegistration.ts'
import { deleteAvatar } from './account/deleteAvatar.ts'
import { deletePasskey } from './account/deletePasskey.ts'
import { exportAccount } from './account/exportAccount.ts'
import { finishPasskeyRegistration } from './account/finishPasskeyRegistration.ts'
import { getAvatar } from './account/getAvatar.ts'
import { getPicture } from './account/getPicture.ts'
import { listConsents } from './account/listConsents.ts'
import { listPasskeys } from './account/listPasskeys.ts'
import { revokeConsent } from './account/revokeConsent.ts'
import { setAvatar } from './account/setAvatar.ts'
import { updateAccount } from './account/updateAccount.ts'
import { updatePasskey } from './account/updatePasskey.ts'
import { createAppSecret } from './apps/createAppSecret.ts'
import { deleteApp } from './apps/deleteApp.ts'
import { deleteAppLogo } from './apps/deleteAppLogo.ts'
import { deleteAppSecret } from './apps/deleteAppSecret.ts'
import { getApp } from './apps/getApp.ts'
import { getAppLogo } from './apps/getAppLogo.ts'
import { getAppUsage } from './apps/getAppUsage.ts'
import { listApps } from './apps/listApps.ts'
import { listAppSecrets } from './apps/listAppSecrets.ts'
import { registerApp } from './apps/registerApp.ts'
import { setAppLogo } from './apps/setAppLogo.ts'
import { updateApp } from './apps/updateApp.ts'
import { beginPasskeyLogin } from './auth/beginPasskeyLogin.ts'
import { completeMfa } from './auth/completeMfa.ts'
import { confirmPasswordReset } from './auth/confirmPasswordReset.ts'
import { finishPasskeyLogin } from './auth/finishPasskeyLogin.ts'
import { login } from './auth/login.ts'
import { register } from './auth/register.ts'
import { requestPasswordReset } from './auth/requestPasswordReset.ts'
import { resendVerification } from './auth/resendVerification.ts'
import { stepUp } from './auth/stepUp.ts'
import { verifyEmail } from './auth/verifyEmail.ts'
import { authorize } from './oauth2/authorize.ts'
import { getUserinfo } from './oauth2/getUserinfo.ts'
import { introspectToken } from './oauth2/introspectToken.ts'
import { issueToken } from './oauth2/issueToken.ts'
import { postUserinfo } from './oauth2/postUserinfo.ts'
import { deleteClient } from './oauth2/deleteClient.ts'
import { readClient } from './oauth2/readClient.ts'
import { registerClient } from './oauth2/registerClient.ts'
import { startAuthorization } from './oauth2/startAuthorization.ts'
import { submitAuthorization } from './oauth2/submitAuthorization.ts'
import { revokeToken } from './oauth2/revokeToken.ts'
import { updateClient } from './oauth2/updateClient.ts'
import { getDevRequest } from './pages/getDevRequest.ts'
import { getReference } from './pages/getReference.ts'
import { getErrorPage } from './pages/getErrorPage.ts'
import { getErrorMarkdown } from './pages/getErrorMarkdown.ts'
import { getDocsPage } from './pages/getDocsPage.ts'
import { getDocsMarkdown } from './pages/getDocsMarkdown.ts'
import { getLlms } from './pages/getLlms.ts'
import { getDocs } from './pages/getDocs.ts'
import { getDocsScript } from './pages/getDocsScript.ts'
import { getDocsStylesheet } from './pages/getDocsStylesheet.ts'
import { getErrorDocs } from './pages/getErrorDocs.ts'
import { getIcon } from './pages/getIcon.ts'
import { getPasskeyScript } from './pages/getPasskeyScript.ts'
import { getPasswordScript } from './pages/getPasswordScript.ts'
import { getPasswordStrengthScript } from './pages/getPasswordStrengthScript.ts'
import { getScalarScript } from './pages/getScalarScript.ts'
import { getDevMailbox } from './pages/getDevMailbox.ts'
import { endSession } from './oauth2/endSession.ts'
import { postEndSession } from './oauth2/postEndSession.ts'
import { showAccountChoice } from './pages/showAccountChoice.ts'
import { showSignOut } from './pages/showSignOut.ts'
import { showSignUp } from './pages/showSignUp.ts'
import { showStepUp } from './pages/showStepUp.ts'
import { submitAccountChoice } from './pages/submitAccountChoice.ts'
import { submitLanguage } from './pages/submitLanguage.ts'
import { submitPasskeySignIn } from './pages/submitPasskeySignIn.ts'
import { submitSignOut } from './pages/submitSignOut.ts'
import { getSubmitScript } from './pages/getSubmitScript.ts'
import { getStylesheet } from './pages/getStylesheet.ts'
import { getTheme } from './pages/getTheme.ts'
import { showConsent } from './pages/showConsent.ts'
import { showEmailChange } from './pages/showEmailChange.ts'
import { showEmailVerification } from './pages/showEmailVerification.ts'
import { showPasswordReset } from './pages/showPasswordReset.ts'
import { showSecondFactor } from './pages/showSecondFactor.ts'
import { showSignIn } from './pages/showSignIn.ts'
import { submitConsent } from './pages/submitConsent.ts'
import { submitEmailChange } from './pages/submitEmailChange.ts'
import { submitEmailVerification } from './pages/submitEmailVerification.ts'
import { submitPasswordReset } from './pages/submitPasswordReset.ts'
import { submitSecondFactor } from './pages/submitSecondFactor.ts'
import { submitSignIn } from './pages/submitSignIn.ts'
import { submitSignUp } from './pages/submitSignUp.ts'
import { submitStepUp } from './pages/submitStepUp.ts'
import { createSession } from './session/createSession.ts'
import { deleteSession } from './session/deleteSession.ts'
import { getSession } from './session/getSession.ts'
import { listSessions } from './session/listSessions.ts'
import { revokeOtherSessions } from './session/revokeOtherSessions.ts'
import { revokeSession } from './session/revokeSession.ts'
import { getLiveness } from './system/getLiveness.ts'
import { getReadiness } from './system/getReadiness.ts'
import { getSpec } from './system/getSpec.ts'
import { getChangePasswordUrl } from './well-known/getChangePasswordUrl.ts'
import { getJwks } from './well-known/getJwks.ts'
import { getOauthMetadata } from './well-known/getOauthMetadata.ts'
import { getOpenidConfiguration } from './well-known/getOpenidConfiguration.ts'
import { getProtectedResourceMetadata } from './well-known/getProtectedResourceMetadata.ts'
import { showAccount } from './pages/showAccount.ts'
import { showProfile } from './pages/showProfile.ts'
import { showSessions } from './pages/showSessions.ts'
import { submitAvatar } from './pages/submitAvatar.ts'
import { submitAvatarRemoval } from './pages/submitAvatarRemoval.ts'
import { submitOtherSessionsEnd } from './pages/submitOtherSessionsEnd.ts'
import { submitProfile } from './pages/submitProfile.ts'
import { submitSessionEnd } from './pages/submitSessionEnd.ts'
import { downloadExport } from './pages/downloadExport.ts'
import { showAccountDeletion } from './pages/showAccountDeletion.ts'
import { showApp } from './pages/showApp.ts'
import { showAppPasswords } from './pages/showAppPasswords.ts'
import { showAppRemoval } from './pages/showAppRemoval.ts'
import { showAppSettings } from './pages/showAppSettings.ts'
import { showApps } from './pages/showApps.ts'
import { showConnectedApps } from './pages/showConnectedApps.ts'
import { showDeleted } from './pages/showDeleted.ts'
import { showExport } from './pages/showExport.ts'
import { showHistory } from './pages/showHistory.ts'
import { showNewApp } from './pages/showNewApp.ts'
import { showNewAppPassword } from './pages/showNewAppPassword.ts'
import { showNewEmail } from './pages/showNewEmail.ts'
import { showNewPasskey } from './pages/showNewPasskey.ts'
import { showPasskeyRemoval } from './pages/showPasskeyRemoval.ts'
import { showPasskeys } from './pages/showPasskeys.ts'
import { showPasswordChange } from './pages/showPasswordChange.ts'
import { showRecoveryCodes } from './pages/showRecoveryCodes.ts'
import { showSecondFactors } from './pages/showSecondFactors.ts'
import { showTotp } from './pages/showTotp.ts'
import { submitAccountDeletion } from './pages/submitAccountDeletion.ts'
import { submitAppLogo } from './pages/submitAppLogo.ts'
import { submitAppLogoRemoval } from './pages/submitAppLogoRemoval.ts'
import { submitAppPasswordRemoval } from './pages/submitAppPasswordRemoval.ts'
import { submitAppRemoval } from './pages/submitAppRemoval.ts'
import { submitAppSecret } from './pages/submitAppSecret.ts'
import { submitAppSecretRemoval } from './pages/submitAppSecretRemoval.ts'
import { submitAppSettings } from './pages/submitAppSettings.ts'
import { submitConsentRevocation } from './pages/submitConsentRevocation.ts'
import { submitMailedCodes } from './pages/submitMailedCodes.ts'
import { submitNewApp } from './pages/submitNewApp.ts'
import { submitNewAppPassword } from './pages/submitNewAppPassword.ts'
import { submitNewEmail } from './pages/submitNewEmail.ts'
import { submitNewPasskey } from './pages/submitNewPasskey.ts'
import { submitPasskeyName } from './pages/submitPasskeyName.ts'
import { submitPasskeyRemoval } from './pages/submitPasskeyRemoval.ts'
import { submitPasswordChange } from './pages/submitPasswordChange.ts'
import { submitRecoveryCodes } from './pages/submitRecoveryCodes.ts'
import { submitTotp } from './pages/submitTotp.ts'
import { submitTotpCode } from './pages/submitTotpCode.ts'
import { submitTotpRemoval } from './pages/submitTotpRemoval.ts'
import { getPasskeyAddScript } from './pages/getPasskeyAddScript.ts'

/** Every operation of the contract under its name: one that is missing does not compile. */
export const operations = {
  authorize,
  beginPasskeyLogin,
  beginPasskeyRegistration,
  changeEmail,
  changePassword,
  completeMfa,
  confirmEmailChange,
  confirmPasswordReset,
  confirmTotp,
  createAppPassword,
  createAppSecret,
  createRecoveryCodes,
  createSession,
  deleteAccount,
  deleteApp,
  deleteAppLogo,
  deleteAppPassword,
  deleteAppSecret,
  deleteSession,
  deleteAvatar,
  deletePasskey,
  deleteTotp,
  enrolTotp,
  finishPasskeyLogin,
  finishPasskeyRegistration,
  exportAccount,
  getAccount,
  getApp,
  getAppLogo,
  getAppUsage,
  getAvatar,
  deleteClient,
  getChangePasswordUrl,
  getDevRequest,
  getReference,
  getErrorPage,
  getErrorMarkdown,
  getDocsPage,
  getDocsMarkdown,
  getLlms,
  getDocs,
  getDocsScript,
  getDocsStylesheet,
  getErrorDocs,
  getDevMailbox,
  getIcon,
  getJwks,
  getLiveness,
  getOauthMetadata,
  getOpenidConfiguration,
  getPasskeyScript,
  getPasswordScript,
  getPasswordStrengthScript,
  getPicture,
  getProtectedResourceMetadata,
  getReadiness,
  getScalarScript,
  getSession,
  getSpec,
  getStylesheet,
  getTheme,
  getTotpQrCode,
  getSubmitScript,
  endSession,
  postEndSession,
  showAccountChoice,
  showSignOut,
  showSignUp,
  showStepUp,
  submitAccountChoice,
  submitLanguage,
  submitPasskeySignIn,
  submitSignOut,
  getUserinfo,
  introspectToken,
  issueToken,
  listActivity,
  listAppPasswords,
  listApps,
  listAppSecrets,
  listConsents,
  listSessions,
  listPasskeys,
  login,
  postUserinfo,
  readClient,
  register,
  registerApp,
  registerClient,
  requestPasswordReset,
  resendVerification,
  revokeConsent,
  revokeOtherSessions,
  revokeSession,
  revokeToken,
  setAppLogo,
  setAvatar,
  showConsent,
  showEmailChange,
  showEmailVerification,
  showPasswordReset,
  showSecondFactor,
  showSignIn,
  startAuthorization,
  stepUp,
  submitAuthorization,
  submitConsent,
  submitEmailChange,
  submitEmailVerification,
  submitPasswordReset,
  submitSecondFactor,
  submitSignIn,
  submitSignUp,
  submitStepUp,
  updateAccount,
  updateApp,
  updatePasskey,
  updateClient,
  verifyEmail,
  showAccount,
  showProfile,
  showSessions,
  submitAvatar,
  submitAvatarRemoval,
  submitOtherSessionsEnd,
  submitProfile,
  submitSessionEnd,
  downloadExport,
  showAccountDeletion,
  showApp,
  showAppPasswords,
  showAppRemoval,
  showAppSettings,
  showApps,
  showConnectedApps,
  showDeleted,
  showExport,
  showHistory,
  showNewApp,
  showNewAppPassword,
  showNewEmail,
  showNewPasskey,
  showPasskeyRemoval,
  showPasskeys,
  showPasswordChange,
  showRecoveryCodes,
  showSecondFactors,
  showTotp,
  submitAccountDeletion,
  submitAppLogo,
  submitAppLogoRemoval,
  submitAppPasswordRemoval,
  submitAppRemoval,
  submitAppSecret,
  submitAppSecretRemoval,
  submitAppSettings,
  submitConsentRevocation,
  submitMailedCodes,
  submitNewApp,
  submitNewAppPassword,
  submitNewEmail,
  submitNewPasskey,
  submitPasskeyName,
  submitPasskeyRemoval,
  submitPasswordChange,
  submitRecoveryCodes,
  submitTotp,
  submitTotpCode,
  submitTotpRemoval,
  getPasskeyAddScript,
} satisfies AllOperations
