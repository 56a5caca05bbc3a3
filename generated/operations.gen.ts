// Generated from openapi/ by `make generate`. Do not edit.
import type * as T from './types/types.gen.ts'

export interface Operations {
  register: {
    body: T.RegisterData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 201; body: T.RegisterResponses[201]; headers?: Record<string, never> }
      | { status: 403; body: T.RegisterErrors[403]; headers?: Record<string, never> }
      | { status: 409; body: T.RegisterErrors[409]; headers?: Record<string, never> }
  }
  login: {
    body: T.LoginData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.LoginResponses[200]; headers?: Record<string, never> }
      | { status: 401; body: T.LoginErrors[401]; headers?: Record<string, never> }
      | { status: 403; body: T.LoginErrors[403]; headers?: Record<string, never> }
  }
  completeMfa: {
    body: T.CompleteMfaData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.CompleteMfaResponses[200]; headers?: Record<string, never> }
      | { status: 400; body: T.CompleteMfaErrors[400]; headers?: Record<string, never> }
      | { status: 401; body: T.CompleteMfaErrors[401]; headers?: Record<string, never> }
  }
  stepUp: {
    body: T.StepUpData['body']
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.StepUpResponses[200]; headers?: Record<string, never> }
      | { status: 401; body: T.StepUpErrors[401]; headers?: Record<string, never> }
      | { status: 409; body: T.StepUpErrors[409]; headers?: Record<string, never> }
  }
  requestPasswordReset: {
    body: T.RequestPasswordResetData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.RequestPasswordResetResponses[200]; headers?: Record<string, never> }
  }
  confirmPasswordReset: {
    body: T.ConfirmPasswordResetData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.ConfirmPasswordResetResponses[200]; headers?: Record<string, never> }
      | { status: 400; body: T.ConfirmPasswordResetErrors[400]; headers?: Record<string, never> }
  }
  verifyEmail: {
    body: T.VerifyEmailData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.VerifyEmailResponses[200]; headers?: Record<string, never> }
      | { status: 400; body: T.VerifyEmailErrors[400]; headers?: Record<string, never> }
      | { status: 401; body: T.VerifyEmailErrors[401]; headers?: Record<string, never> }
      | { status: 403; body: T.VerifyEmailErrors[403]; headers?: Record<string, never> }
      | { status: 409; body: T.VerifyEmailErrors[409]; headers?: Record<string, never> }
  }
  resendVerification: {
    body: T.ResendVerificationData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.ResendVerificationResponses[200]; headers?: Record<string, never> }
  }
  getSession: {
    body: undefined
    path: {}
    query: {}
    principal: 'session' | 'appPassword'
    reply:
      | { status: 200; body: T.GetSessionResponses[200]; headers?: Record<string, never> }
      | { status: 404; body: T.GetSessionErrors[404]; headers?: Record<string, never> }
  }
  createSession: {
    body: T.CreateSessionData['body']
    path: {}
    query: {}
    principal: 'nobody' | 'session' | 'appPassword'
    reply:
      | { status: 200; body: T.CreateSessionResponses[200]; headers?: Record<string, never> }
      | { status: 201; body: T.CreateSessionResponses[201]; headers?: Record<string, never> }
      | { status: 401; body: T.CreateSessionErrors[401]; headers?: Record<string, never> }
      | { status: 403; body: T.CreateSessionErrors[403]; headers?: Record<string, never> }
  }
  deleteSession: {
    body: undefined
    path: {}
    query: {}
    principal: 'session' | 'appPassword'
    reply:
      | { status: 204; body: undefined; headers?: Record<string, never> }
      | { status: 404; body: T.DeleteSessionErrors[404]; headers?: Record<string, never> }
  }
  listSessions: {
    body: undefined
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.ListSessionsResponses[200]; headers: { 'x-count': number } }
  }
  revokeOtherSessions: {
    body: undefined
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 204; body: undefined; headers?: Record<string, never> }
  }
  revokeSession: {
    body: undefined
    path: NonNullable<T.RevokeSessionData['path']>
    query: {}
    principal: 'session'
    reply:
      | { status: 204; body: undefined; headers?: Record<string, never> }
      | { status: 404; body: T.RevokeSessionErrors[404]; headers?: Record<string, never> }
  }
  getAccount: {
    body: undefined
    path: {}
    query: {}
    principal: 'session' | 'appPassword'
    reply:
      | { status: 200; body: T.GetAccountResponses[200]; headers?: Record<string, never> }
  }
  deleteAccount: {
    body: undefined
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.DeleteAccountResponses[200]; headers?: Record<string, never> }
      | { status: 401; body: T.DeleteAccountErrors[401]; headers?: Record<string, never> }
  }
  updateAccount: {
    body: T.UpdateAccountData['body']
    path: {}
    query: {}
    principal: 'session' | 'appPassword'
    reply:
      | { status: 200; body: T.UpdateAccountResponses[200]; headers?: Record<string, never> }
      | { status: 401; body: T.UpdateAccountErrors[401]; headers?: Record<string, never> }
      | { status: 409; body: T.UpdateAccountErrors[409]; headers?: Record<string, never> }
  }
  exportAccount: {
    body: undefined
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.ExportAccountResponses[200]; headers: { 'content-disposition': string } }
      | { status: 401; body: T.ExportAccountErrors[401]; headers?: Record<string, never> }
  }
  changePassword: {
    body: T.ChangePasswordData['body']
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.ChangePasswordResponses[200]; headers?: Record<string, never> }
      | { status: 401; body: T.ChangePasswordErrors[401]; headers?: Record<string, never> }
  }
  changeEmail: {
    body: T.ChangeEmailData['body']
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.ChangeEmailResponses[200]; headers?: Record<string, never> }
      | { status: 401; body: T.ChangeEmailErrors[401]; headers?: Record<string, never> }
  }
  confirmEmailChange: {
    body: T.ConfirmEmailChangeData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.ConfirmEmailChangeResponses[200]; headers?: Record<string, never> }
      | { status: 400; body: T.ConfirmEmailChangeErrors[400]; headers?: Record<string, never> }
      | { status: 401; body: T.ConfirmEmailChangeErrors[401]; headers?: Record<string, never> }
      | { status: 409; body: T.ConfirmEmailChangeErrors[409]; headers?: Record<string, never> }
  }
  listActivity: {
    body: undefined
    path: {}
    query: NonNullable<T.ListActivityData['query']>
    principal: 'session' | 'appPassword'
    reply:
      | { status: 200; body: T.ListActivityResponses[200]; headers: { 'link'?: string; 'x-count': number } }
  }
  listConsents: {
    body: undefined
    path: {}
    query: NonNullable<T.ListConsentsData['query']>
    principal: 'session'
    reply:
      | { status: 200; body: T.ListConsentsResponses[200]; headers: { 'link'?: string; 'x-count': number } }
  }
  revokeConsent: {
    body: undefined
    path: NonNullable<T.RevokeConsentData['path']>
    query: {}
    principal: 'session'
    reply:
      | { status: 204; body: undefined; headers?: Record<string, never> }
      | { status: 404; body: T.RevokeConsentErrors[404]; headers?: Record<string, never> }
  }
  listAppPasswords: {
    body: undefined
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.ListAppPasswordsResponses[200]; headers: { 'x-count': number } }
  }
  createAppPassword: {
    body: T.CreateAppPasswordData['body']
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 201; body: T.CreateAppPasswordResponses[201]; headers?: Record<string, never> }
      | { status: 409; body: T.CreateAppPasswordErrors[409]; headers?: Record<string, never> }
  }
  deleteAppPassword: {
    body: undefined
    path: NonNullable<T.DeleteAppPasswordData['path']>
    query: {}
    principal: 'session'
    reply:
      | { status: 204; body: undefined; headers?: Record<string, never> }
      | { status: 404; body: T.DeleteAppPasswordErrors[404]; headers?: Record<string, never> }
  }
  getAvatar: {
    body: undefined
    path: {}
    query: {}
    principal: 'session' | 'appPassword'
    reply:
      | { status: 200; body: Uint8Array; headers: { 'content-disposition': string; 'content-security-policy'?: string; 'content-type': 'image/png' | 'image/jpeg' | 'image/webp' } }
      | { status: 304; body: undefined; headers?: Record<string, never> }
      | { status: 404; body: T.GetAvatarErrors[404]; headers?: Record<string, never> }
  }
  setAvatar: {
    body: { readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp'; readonly bytes: Buffer }
    path: {}
    query: {}
    principal: 'session' | 'appPassword'
    reply:
      | { status: 200; body: T.SetAvatarResponses[200]; headers?: Record<string, never> }
      | { status: 400; body: T.SetAvatarErrors[400]; headers?: Record<string, never> }
      | { status: 413; body: T.SetAvatarErrors[413]; headers?: Record<string, never> }
      | { status: 415; body: T.SetAvatarErrors[415]; headers?: Record<string, never> }
  }
  deleteAvatar: {
    body: undefined
    path: {}
    query: {}
    principal: 'session' | 'appPassword'
    reply:
      | { status: 204; body: undefined; headers?: Record<string, never> }
  }
  getPicture: {
    body: undefined
    path: NonNullable<T.GetPictureData['path']>
    query: {}
    principal: never
    reply:
      | { status: 200; body: Uint8Array; headers: { 'content-disposition': string; 'content-security-policy'?: string; 'content-type': 'image/png' | 'image/jpeg' | 'image/webp' } }
      | { status: 304; body: undefined; headers?: Record<string, never> }
      | { status: 404; body: T.GetPictureErrors[404]; headers?: Record<string, never> }
  }
  beginPasskeyLogin: {
    body: T.BeginPasskeyLoginData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.BeginPasskeyLoginResponses[200]; headers?: Record<string, never> }
  }
  finishPasskeyLogin: {
    body: T.FinishPasskeyLoginData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.FinishPasskeyLoginResponses[200]; headers?: Record<string, never> }
      | { status: 401; body: T.FinishPasskeyLoginErrors[401]; headers?: Record<string, never> }
  }
  listPasskeys: {
    body: undefined
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.ListPasskeysResponses[200]; headers: { 'x-count': number } }
  }
  finishPasskeyRegistration: {
    body: T.FinishPasskeyRegistrationData['body']
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 201; body: T.FinishPasskeyRegistrationResponses[201]; headers?: Record<string, never> }
      | { status: 409; body: T.FinishPasskeyRegistrationErrors[409]; headers?: Record<string, never> }
  }
  beginPasskeyRegistration: {
    body: undefined
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.BeginPasskeyRegistrationResponses[200]; headers?: Record<string, never> }
      | { status: 409; body: T.BeginPasskeyRegistrationErrors[409]; headers?: Record<string, never> }
  }
  deletePasskey: {
    body: undefined
    path: NonNullable<T.DeletePasskeyData['path']>
    query: {}
    principal: 'session'
    reply:
      | { status: 204; body: undefined; headers?: Record<string, never> }
      | { status: 404; body: T.DeletePasskeyErrors[404]; headers?: Record<string, never> }
  }
  updatePasskey: {
    body: T.UpdatePasskeyData['body']
    path: NonNullable<T.UpdatePasskeyData['path']>
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.UpdatePasskeyResponses[200]; headers?: Record<string, never> }
      | { status: 404; body: T.UpdatePasskeyErrors[404]; headers?: Record<string, never> }
  }
  enrolTotp: {
    body: undefined
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 201; body: T.EnrolTotpResponses[201]; headers?: Record<string, never> }
      | { status: 409; body: T.EnrolTotpErrors[409]; headers?: Record<string, never> }
  }
  deleteTotp: {
    body: undefined
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 204; body: undefined; headers?: Record<string, never> }
      | { status: 404; body: T.DeleteTotpErrors[404]; headers?: Record<string, never> }
  }
  confirmTotp: {
    body: T.ConfirmTotpData['body']
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.ConfirmTotpResponses[200]; headers?: Record<string, never> }
      | { status: 401; body: T.ConfirmTotpErrors[401]; headers?: Record<string, never> }
      | { status: 404; body: T.ConfirmTotpErrors[404]; headers?: Record<string, never> }
  }
  getTotpQrCode: {
    body: undefined
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: Uint8Array; headers?: { 'content-security-policy'?: string } }
      | { status: 404; body: T.GetTotpQrCodeErrors[404]; headers?: Record<string, never> }
  }
  createRecoveryCodes: {
    body: undefined
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 201; body: T.CreateRecoveryCodesResponses[201]; headers?: Record<string, never> }
      | { status: 409; body: T.CreateRecoveryCodesErrors[409]; headers?: Record<string, never> }
  }
  registerApp: {
    body: T.RegisterAppData['body']
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 201; body: T.RegisterAppResponses[201]; headers?: Record<string, never> }
      | { status: 409; body: T.RegisterAppErrors[409]; headers?: Record<string, never> }
  }
  listApps: {
    body: undefined
    path: {}
    query: NonNullable<T.ListAppsData['query']>
    principal: 'session' | 'appPassword'
    reply:
      | { status: 200; body: T.ListAppsResponses[200]; headers: { 'link'?: string; 'x-count': number } }
  }
  getApp: {
    body: undefined
    path: NonNullable<T.GetAppData['path']>
    query: {}
    principal: 'session' | 'appPassword'
    reply:
      | { status: 200; body: T.GetAppResponses[200]; headers?: Record<string, never> }
      | { status: 404; body: T.GetAppErrors[404]; headers?: Record<string, never> }
  }
  deleteApp: {
    body: undefined
    path: NonNullable<T.DeleteAppData['path']>
    query: {}
    principal: 'session'
    reply:
      | { status: 204; body: undefined; headers?: Record<string, never> }
      | { status: 404; body: T.DeleteAppErrors[404]; headers?: Record<string, never> }
  }
  updateApp: {
    body: T.UpdateAppData['body']
    path: NonNullable<T.UpdateAppData['path']>
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.UpdateAppResponses[200]; headers?: Record<string, never> }
      | { status: 404; body: T.UpdateAppErrors[404]; headers?: Record<string, never> }
  }
  listAppSecrets: {
    body: undefined
    path: NonNullable<T.ListAppSecretsData['path']>
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.ListAppSecretsResponses[200]; headers: { 'x-count': number } }
      | { status: 404; body: T.ListAppSecretsErrors[404]; headers?: Record<string, never> }
  }
  createAppSecret: {
    body: T.CreateAppSecretData['body']
    path: NonNullable<T.CreateAppSecretData['path']>
    query: {}
    principal: 'session'
    reply:
      | { status: 201; body: T.CreateAppSecretResponses[201]; headers?: Record<string, never> }
      | { status: 404; body: T.CreateAppSecretErrors[404]; headers?: Record<string, never> }
      | { status: 409; body: T.CreateAppSecretErrors[409]; headers?: Record<string, never> }
  }
  deleteAppSecret: {
    body: undefined
    path: NonNullable<T.DeleteAppSecretData['path']>
    query: {}
    principal: 'session'
    reply:
      | { status: 204; body: undefined; headers?: Record<string, never> }
      | { status: 404; body: T.DeleteAppSecretErrors[404]; headers?: Record<string, never> }
  }
  getAppLogo: {
    body: undefined
    path: NonNullable<T.GetAppLogoData['path']>
    query: NonNullable<T.GetAppLogoData['query']>
    principal: never
    reply:
      | { status: 200; body: Uint8Array; headers: { 'content-disposition': string; 'content-security-policy'?: string; 'content-type': 'image/png' | 'image/jpeg' | 'image/webp' } }
      | { status: 304; body: undefined; headers?: Record<string, never> }
      | { status: 404; body: T.GetAppLogoErrors[404]; headers?: Record<string, never> }
  }
  setAppLogo: {
    body: { readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp'; readonly bytes: Buffer }
    path: NonNullable<T.SetAppLogoData['path']>
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.SetAppLogoResponses[200]; headers?: Record<string, never> }
      | { status: 400; body: T.SetAppLogoErrors[400]; headers?: Record<string, never> }
      | { status: 404; body: T.SetAppLogoErrors[404]; headers?: Record<string, never> }
      | { status: 413; body: T.SetAppLogoErrors[413]; headers?: Record<string, never> }
      | { status: 415; body: T.SetAppLogoErrors[415]; headers?: Record<string, never> }
  }
  deleteAppLogo: {
    body: undefined
    path: NonNullable<T.DeleteAppLogoData['path']>
    query: {}
    principal: 'session'
    reply:
      | { status: 204; body: undefined; headers?: Record<string, never> }
      | { status: 404; body: T.DeleteAppLogoErrors[404]; headers?: Record<string, never> }
  }
  getAppUsage: {
    body: undefined
    path: NonNullable<T.GetAppUsageData['path']>
    query: {}
    principal: 'session' | 'appPassword'
    reply:
      | { status: 200; body: T.GetAppUsageResponses[200]; headers?: Record<string, never> }
      | { status: 404; body: T.GetAppUsageErrors[404]; headers?: Record<string, never> }
  }
  startAuthorization: {
    body: undefined
    path: {}
    query: NonNullable<T.StartAuthorizationData['query']>
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  authorize: {
    body: T.AuthorizeData['body']
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 200; body: T.AuthorizeResponses[200]; headers?: Record<string, never> }
      | { status: 400; body: T.AuthorizeErrors[400]; headers?: Record<string, never> }
      | { status: 401; body: T.AuthorizeErrors[401]; headers?: Record<string, never> }
      | { status: 403; body: T.AuthorizeErrors[403]; headers?: Record<string, never> }
  }
  submitAuthorization: {
    body: T.SubmitAuthorizationData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  issueToken: {
    body: T.IssueTokenData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.IssueTokenResponses[200]; headers?: Record<string, never> }
      | { status: 400; body: T.IssueTokenErrors[400]; headers?: Record<string, never> }
  }
  registerClient: {
    body: T.RegisterClientData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 201; body: T.RegisterClientResponses[201]; headers?: Record<string, never> }
      | { status: 400; body: T.RegisterClientErrors[400]; headers?: Record<string, never> }
      | { status: 401; body: T.RegisterClientErrors[401]; headers?: Record<string, never> }
      | { status: 403; body: T.RegisterClientErrors[403]; headers?: Record<string, never> }
      | { status: 404; body: T.RegisterClientErrors[404]; headers?: Record<string, never> }
  }
  readClient: {
    body: undefined
    path: NonNullable<T.ReadClientData['path']>
    query: {}
    principal: 'registrationToken'
    reply:
      | { status: 200; body: T.ReadClientResponses[200]; headers?: Record<string, never> }
  }
  updateClient: {
    body: T.UpdateClientData['body']
    path: NonNullable<T.UpdateClientData['path']>
    query: {}
    principal: 'registrationToken'
    reply:
      | { status: 200; body: T.UpdateClientResponses[200]; headers?: Record<string, never> }
      | { status: 400; body: T.UpdateClientErrors[400]; headers?: Record<string, never> }
      | { status: 409; body: T.UpdateClientErrors[409]; headers?: Record<string, never> }
  }
  deleteClient: {
    body: undefined
    path: NonNullable<T.DeleteClientData['path']>
    query: {}
    principal: 'registrationToken'
    reply:
      | { status: 204; body: undefined; headers?: Record<string, never> }
  }
  revokeToken: {
    body: T.RevokeTokenData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: undefined; headers?: Record<string, never> }
  }
  introspectToken: {
    body: T.IntrospectTokenData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.IntrospectTokenResponses[200]; headers?: Record<string, never> }
  }
  getUserinfo: {
    body: undefined
    path: {}
    query: {}
    principal: 'accessToken'
    reply:
      | { status: 200; body: T.GetUserinfoResponses[200]; headers?: Record<string, never> } | { status: 200; body: string; headers: { 'content-type': 'application/jwt' } }
  }
  postUserinfo: {
    body: T.PostUserinfoData['body']
    path: {}
    query: {}
    principal: 'accessToken'
    reply:
      | { status: 200; body: T.PostUserinfoResponses[200]; headers?: Record<string, never> } | { status: 200; body: string; headers: { 'content-type': 'application/jwt' } }
  }
  endSession: {
    body: undefined
    path: {}
    query: NonNullable<T.EndSessionData['query']>
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  postEndSession: {
    body: T.PostEndSessionData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  getOpenidConfiguration: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.GetOpenidConfigurationResponses[200]; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getOauthMetadata: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.GetOauthMetadataResponses[200]; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getProtectedResourceMetadata: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.GetProtectedResourceMetadataResponses[200]; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getChangePasswordUrl: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  getJwks: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.GetJwksResponses[200]; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  showSignIn: {
    body: undefined
    path: {}
    query: NonNullable<T.ShowSignInData['query']>
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitSignIn: {
    body: T.SubmitSignInData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 401; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 429; body: string; headers?: { 'content-security-policy'?: string } }
  }
  submitPasskeySignIn: {
    body: T.SubmitPasskeySignInData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 401; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 429; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showAccountChoice: {
    body: undefined
    path: {}
    query: NonNullable<T.ShowAccountChoiceData['query']>
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  submitAccountChoice: {
    body: T.SubmitAccountChoiceData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  showStepUp: {
    body: undefined
    path: {}
    query: NonNullable<T.ShowStepUpData['query']>
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  submitStepUp: {
    body: T.SubmitStepUpData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 401; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 409; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 429; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showSignUp: {
    body: undefined
    path: {}
    query: NonNullable<T.ShowSignUpData['query']>
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitSignUp: {
    body: T.SubmitSignUpData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 403; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 409; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showSecondFactor: {
    body: undefined
    path: {}
    query: NonNullable<T.ShowSecondFactorData['query']>
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  submitSecondFactor: {
    body: T.SubmitSecondFactorData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 401; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 429; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showConsent: {
    body: undefined
    path: {}
    query: NonNullable<T.ShowConsentData['query']>
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  submitConsent: {
    body: T.SubmitConsentData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  showSignOut: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitSignOut: {
    body: T.SubmitSignOutData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  showPasswordReset: {
    body: undefined
    path: {}
    query: NonNullable<T.ShowPasswordResetData['query']>
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitPasswordReset: {
    body: T.SubmitPasswordResetData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showEmailVerification: {
    body: undefined
    path: {}
    query: NonNullable<T.ShowEmailVerificationData['query']>
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitEmailVerification: {
    body: T.SubmitEmailVerificationData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 401; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 403; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 409; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 429; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showEmailChange: {
    body: undefined
    path: {}
    query: NonNullable<T.ShowEmailChangeData['query']>
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitEmailChange: {
    body: T.SubmitEmailChangeData['body']
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 401; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 409; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 429; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showAccount: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  showProfile: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitProfile: {
    body: T.SubmitProfileData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
  }
  submitAvatar: {
    body: { readonly form_token: string; readonly image?: { readonly mediaType: string; readonly bytes: Buffer } }
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 413; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 415; body: string; headers?: { 'content-security-policy'?: string } }
  }
  submitAvatarRemoval: {
    body: T.SubmitAvatarRemovalData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  showSessions: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitOtherSessionsEnd: {
    body: T.SubmitOtherSessionsEndData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  submitSessionEnd: {
    body: T.SubmitSessionEndData['body']
    path: NonNullable<T.SubmitSessionEndData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  showPasswordChange: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitPasswordChange: {
    body: T.SubmitPasswordChangeData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 401; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 429; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showNewEmail: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitNewEmail: {
    body: T.SubmitNewEmailData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 429; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showAppPasswords: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  showNewAppPassword: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitNewAppPassword: {
    body: T.SubmitNewAppPasswordData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 409; body: string; headers?: { 'content-security-policy'?: string } }
  }
  submitAppPasswordRemoval: {
    body: T.SubmitAppPasswordRemovalData['body']
    path: NonNullable<T.SubmitAppPasswordRemovalData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  showPasskeys: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  showNewPasskey: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitNewPasskey: {
    body: T.SubmitNewPasskeyData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 409; body: string; headers?: { 'content-security-policy'?: string } }
  }
  submitPasskeyName: {
    body: T.SubmitPasskeyNameData['body']
    path: NonNullable<T.SubmitPasskeyNameData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  showPasskeyRemoval: {
    body: undefined
    path: NonNullable<T.ShowPasskeyRemovalData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  submitPasskeyRemoval: {
    body: T.SubmitPasskeyRemovalData['body']
    path: NonNullable<T.SubmitPasskeyRemovalData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  showSecondFactors: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitMailedCodes: {
    body: T.SubmitMailedCodesData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 409; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showTotp: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  submitTotp: {
    body: T.SubmitTotpData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 409; body: string; headers?: { 'content-security-policy'?: string } }
  }
  submitTotpCode: {
    body: T.SubmitTotpCodeData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 401; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 429; body: string; headers?: { 'content-security-policy'?: string } }
  }
  submitTotpRemoval: {
    body: T.SubmitTotpRemovalData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  showRecoveryCodes: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitRecoveryCodes: {
    body: T.SubmitRecoveryCodesData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 409; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showConnectedApps: {
    body: undefined
    path: {}
    query: NonNullable<T.ShowConnectedAppsData['query']>
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitConsentRevocation: {
    body: T.SubmitConsentRevocationData['body']
    path: NonNullable<T.SubmitConsentRevocationData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  showHistory: {
    body: undefined
    path: {}
    query: NonNullable<T.ShowHistoryData['query']>
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  showExport: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  downloadExport: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: T.DownloadExportResponses[200]; headers: { 'content-disposition': string } }
  }
  showAccountDeletion: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitAccountDeletion: {
    body: T.SubmitAccountDeletionData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showDeleted: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  showApps: {
    body: undefined
    path: {}
    query: NonNullable<T.ShowAppsData['query']>
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  showNewApp: {
    body: undefined
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  submitNewApp: {
    body: T.SubmitNewAppData['body']
    path: {}
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 409; body: string; headers?: { 'content-security-policy'?: string } }
  }
  showApp: {
    body: undefined
    path: NonNullable<T.ShowAppData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  showAppSettings: {
    body: undefined
    path: NonNullable<T.ShowAppSettingsData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  submitAppSettings: {
    body: T.SubmitAppSettingsData['body']
    path: NonNullable<T.SubmitAppSettingsData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 404; body: string; headers?: Record<string, never> }
      | { status: 409; body: string; headers?: { 'content-security-policy'?: string } }
  }
  submitAppSecret: {
    body: T.SubmitAppSecretData['body']
    path: NonNullable<T.SubmitAppSecretData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 404; body: string; headers?: Record<string, never> }
      | { status: 409; body: string; headers?: { 'content-security-policy'?: string } }
  }
  submitAppSecretRemoval: {
    body: T.SubmitAppSecretRemovalData['body']
    path: NonNullable<T.SubmitAppSecretRemovalData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  submitAppLogo: {
    body: { readonly form_token: string; readonly image?: { readonly mediaType: string; readonly bytes: Buffer } }
    path: NonNullable<T.SubmitAppLogoData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 404; body: string; headers?: Record<string, never> }
      | { status: 413; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 415; body: string; headers?: { 'content-security-policy'?: string } }
  }
  submitAppLogoRemoval: {
    body: T.SubmitAppLogoRemovalData['body']
    path: NonNullable<T.SubmitAppLogoRemovalData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  showAppRemoval: {
    body: undefined
    path: NonNullable<T.ShowAppRemovalData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  submitAppRemoval: {
    body: T.SubmitAppRemovalData['body']
    path: NonNullable<T.SubmitAppRemovalData['path']>
    query: {}
    principal: 'browserSession'
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
      | { status: 400; body: string; headers?: { 'content-security-policy'?: string } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  getPasskeyAddScript: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getStylesheet: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getTheme: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getSubmitScript: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getPasskeyScript: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getPasswordScript: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getPasswordStrengthScript: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getIcon: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  submitLanguage: {
    body: T.SubmitLanguageData['body']
    path: {}
    query: NonNullable<T.SubmitLanguageData['query']>
    principal: never
    reply:
      | { status: 303; body: undefined; headers: { 'location': string; 'set-cookie'?: readonly string[] } }
  }
  getLiveness: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.GetLivenessResponses[200]; headers?: Record<string, never> }
  }
  getReadiness: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.GetReadinessResponses[200]; headers?: Record<string, never> }
  }
  getSpec: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: T.GetSpecResponses[200]; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getDocs: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  getReference: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  getErrorDocs: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
  }
  getErrorPage: {
    body: undefined
    path: NonNullable<T.GetErrorPageData['path']>
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  getErrorMarkdown: {
    body: undefined
    path: NonNullable<T.GetErrorMarkdownData['path']>
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  getDocsPage: {
    body: undefined
    path: NonNullable<T.GetDocsPageData['path']>
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  getDocsMarkdown: {
    body: undefined
    path: NonNullable<T.GetDocsMarkdownData['path']>
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  getLlms: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getDocsStylesheet: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getDocsScript: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getScalarScript: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: Record<string, never> }
      | { status: 304; body: undefined; headers?: Record<string, never> }
  }
  getDevMailbox: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
  getDevRequest: {
    body: undefined
    path: NonNullable<T.GetDevRequestData['path']>
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
      | { status: 404; body: string; headers?: Record<string, never> }
  }
}

export const operations = {
  register: {"id":"register","tag":"auth","method":"POST","path":"/api/v1/auth/register","aliases":[],"security":[],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[201,400,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  login: {"id":"login","tag":"auth","method":"POST","path":"/api/v1/auth/login","aliases":[],"security":[],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured","deprecation":null},
  completeMfa: {"id":"completeMfa","tag":"auth","method":"POST","path":"/api/v1/auth/mfa","aliases":[],"security":[],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured","deprecation":null},
  stepUp: {"id":"stepUp","tag":"auth","method":"POST","path":"/api/v1/auth/step-up","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured","deprecation":null},
  requestPasswordReset: {"id":"requestPasswordReset","tag":"auth","method":"POST","path":"/api/v1/auth/reset-password","aliases":[],"security":[],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  confirmPasswordReset: {"id":"confirmPasswordReset","tag":"auth","method":"POST","path":"/api/v1/auth/reset-password/confirm","aliases":[],"security":[],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured","deprecation":null},
  verifyEmail: {"id":"verifyEmail","tag":"auth","method":"POST","path":"/api/v1/auth/verify-email","aliases":[],"security":[],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured","deprecation":null},
  resendVerification: {"id":"resendVerification","tag":"auth","method":"POST","path":"/api/v1/auth/verify-email/resend","aliases":[],"security":[],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  getSession: {"id":"getSession","tag":"session","method":"GET","path":"/api/v1/session","aliases":[],"security":[{"session":[]},{"sessionHeader":[]},{"appPassword":["read"]},{"appPasswordHeader":["read"]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  createSession: {"id":"createSession","tag":"session","method":"POST","path":"/api/v1/session","aliases":[],"security":[{},{"session":[]},{"sessionHeader":[]},{"appPassword":[]},{"appPasswordHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,201,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured","deprecation":null},
  deleteSession: {"id":"deleteSession","tag":"session","method":"DELETE","path":"/api/v1/session","aliases":[],"security":[{"session":[]},{"sessionHeader":[]},{"appPassword":[]},{"appPasswordHeader":[]}],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  listSessions: {"id":"listSessions","tag":"session","method":"GET","path":"/api/v1/sessions","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  revokeOtherSessions: {"id":"revokeOtherSessions","tag":"session","method":"DELETE","path":"/api/v1/sessions","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[204,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  revokeSession: {"id":"revokeSession","tag":"session","method":"DELETE","path":"/api/v1/sessions/{sessionId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  getAccount: {"id":"getAccount","tag":"account","method":"GET","path":"/api/v1/me","aliases":[],"security":[{"session":[]},{"sessionHeader":[]},{"appPassword":["read"]},{"appPasswordHeader":["read"]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  deleteAccount: {"id":"deleteAccount","tag":"account","method":"DELETE","path":"/api/v1/me","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  updateAccount: {"id":"updateAccount","tag":"account","method":"PATCH","path":"/api/v1/me","aliases":[],"security":[{"session":[]},{"sessionHeader":[]},{"appPassword":["write"]},{"appPasswordHeader":["write"]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  exportAccount: {"id":"exportAccount","tag":"account","method":"GET","path":"/api/v1/me/export","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  changePassword: {"id":"changePassword","tag":"account","method":"POST","path":"/api/v1/me/password","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured","deprecation":null},
  changeEmail: {"id":"changeEmail","tag":"account","method":"POST","path":"/api/v1/me/email","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  confirmEmailChange: {"id":"confirmEmailChange","tag":"account","method":"POST","path":"/api/v1/me/email/confirm","aliases":[],"security":[],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured","deprecation":null},
  listActivity: {"id":"listActivity","tag":"account","method":"GET","path":"/api/v1/me/activity","aliases":[],"security":[{"session":[]},{"sessionHeader":[]},{"appPassword":["read"]},{"appPasswordHeader":["read"]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  listConsents: {"id":"listConsents","tag":"account","method":"GET","path":"/api/v1/me/consents","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  revokeConsent: {"id":"revokeConsent","tag":"account","method":"DELETE","path":"/api/v1/me/consents/{appId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  listAppPasswords: {"id":"listAppPasswords","tag":"account","method":"GET","path":"/api/v1/me/app-passwords","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  createAppPassword: {"id":"createAppPassword","tag":"account","method":"POST","path":"/api/v1/me/app-passwords","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[201,400,401,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  deleteAppPassword: {"id":"deleteAppPassword","tag":"account","method":"DELETE","path":"/api/v1/me/app-passwords/{appPasswordId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  getAvatar: {"id":"getAvatar","tag":"account","method":"GET","path":"/api/v1/me/avatar","aliases":[],"security":[{"session":[]},{"sessionHeader":[]},{"appPassword":["read"]},{"appPasswordHeader":["read"]}],"consumes":[],"bodyLimit":null,"produces":["image/png","image/jpeg","image/webp"],"statuses":[200,304,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":"private, no-cache","audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  setAvatar: {"id":"setAvatar","tag":"account","method":"PUT","path":"/api/v1/me/avatar","aliases":[],"security":[{"session":[]},{"sessionHeader":[]},{"appPassword":["write"]},{"appPasswordHeader":["write"]}],"consumes":["image/png","image/jpeg","image/webp"],"bodyLimit":262144,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  deleteAvatar: {"id":"deleteAvatar","tag":"account","method":"DELETE","path":"/api/v1/me/avatar","aliases":[],"security":[{"session":[]},{"sessionHeader":[]},{"appPassword":["write"]},{"appPasswordHeader":["write"]}],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[204,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  getPicture: {"id":"getPicture","tag":"account","method":"GET","path":"/api/v1/pictures/{pictureId}","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["image/png","image/jpeg","image/webp"],"statuses":[200,304,400,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":"public, max-age=86400, immutable","audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"everybody","deprecation":null},
  beginPasskeyLogin: {"id":"beginPasskeyLogin","tag":"auth","method":"POST","path":"/api/v1/auth/passkey/begin","aliases":[],"security":[],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured","deprecation":null},
  finishPasskeyLogin: {"id":"finishPasskeyLogin","tag":"auth","method":"POST","path":"/api/v1/auth/passkey/finish","aliases":[],"security":[],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured","deprecation":null},
  listPasskeys: {"id":"listPasskeys","tag":"account","method":"GET","path":"/api/v1/me/passkeys","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  finishPasskeyRegistration: {"id":"finishPasskeyRegistration","tag":"account","method":"POST","path":"/api/v1/me/passkeys","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[201,400,401,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  beginPasskeyRegistration: {"id":"beginPasskeyRegistration","tag":"account","method":"POST","path":"/api/v1/me/passkeys/begin","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  deletePasskey: {"id":"deletePasskey","tag":"account","method":"DELETE","path":"/api/v1/me/passkeys/{passkeyId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  updatePasskey: {"id":"updatePasskey","tag":"account","method":"PATCH","path":"/api/v1/me/passkeys/{passkeyId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  enrolTotp: {"id":"enrolTotp","tag":"account","method":"POST","path":"/api/v1/me/mfa/totp","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[201,400,401,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  deleteTotp: {"id":"deleteTotp","tag":"account","method":"DELETE","path":"/api/v1/me/mfa/totp","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  confirmTotp: {"id":"confirmTotp","tag":"account","method":"POST","path":"/api/v1/me/mfa/totp/confirm","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  getTotpQrCode: {"id":"getTotpQrCode","tag":"account","method":"GET","path":"/api/v1/me/mfa/totp/qr.png","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":["image/png"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":"private, no-store","audience":"api","isRateLimited":true,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  createRecoveryCodes: {"id":"createRecoveryCodes","tag":"account","method":"POST","path":"/api/v1/me/mfa/recovery-codes","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[201,400,401,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  registerApp: {"id":"registerApp","tag":"apps","method":"POST","path":"/api/v1/apps/register","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[201,400,401,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  listApps: {"id":"listApps","tag":"apps","method":"GET","path":"/api/v1/apps","aliases":[],"security":[{"session":[]},{"sessionHeader":[]},{"appPassword":["read"]},{"appPasswordHeader":["read"]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  getApp: {"id":"getApp","tag":"apps","method":"GET","path":"/api/v1/apps/{appId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]},{"appPassword":["read"]},{"appPasswordHeader":["read"]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  deleteApp: {"id":"deleteApp","tag":"apps","method":"DELETE","path":"/api/v1/apps/{appId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  updateApp: {"id":"updateApp","tag":"apps","method":"PATCH","path":"/api/v1/apps/{appId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  listAppSecrets: {"id":"listAppSecrets","tag":"apps","method":"GET","path":"/api/v1/apps/{appId}/secrets","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  createAppSecret: {"id":"createAppSecret","tag":"apps","method":"POST","path":"/api/v1/apps/{appId}/secrets","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[201,400,401,403,404,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  deleteAppSecret: {"id":"deleteAppSecret","tag":"apps","method":"DELETE","path":"/api/v1/apps/{appId}/secrets/{secretId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  getAppLogo: {"id":"getAppLogo","tag":"apps","method":"GET","path":"/api/v1/apps/{appId}/logo","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["image/png","image/jpeg","image/webp"],"statuses":[200,304,400,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":"public, max-age=300","audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"everybody","deprecation":null},
  setAppLogo: {"id":"setAppLogo","tag":"apps","method":"PUT","path":"/api/v1/apps/{appId}/logo","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["image/png","image/jpeg","image/webp"],"bodyLimit":262144,"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  deleteAppLogo: {"id":"deleteAppLogo","tag":"apps","method":"DELETE","path":"/api/v1/apps/{appId}/logo","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured","deprecation":null},
  getAppUsage: {"id":"getAppUsage","tag":"apps","method":"GET","path":"/api/v1/apps/{appId}/usage","aliases":[],"security":[{"session":[]},{"sessionHeader":[]},{"appPassword":["read"]},{"appPasswordHeader":["read"]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured","deprecation":null},
  startAuthorization: {"id":"startAuthorization","tag":"oauth2","method":"GET","path":"/oauth2/authorize","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  authorize: {"id":"authorize","tag":"oauth2","method":"POST","path":"/oauth2/authorize","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"exchange","callers":"configured","deprecation":null},
  submitAuthorization: {"id":"submitAuthorization","tag":"oauth2","method":"POST","path":"/oauth2/authorize","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":"application/x-www-form-urlencoded","isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  issueToken: {"id":"issueToken","tag":"oauth2","method":"POST","path":"/oauth2/token","aliases":["/api/v1/oauth/token"],"security":[],"consumes":["application/x-www-form-urlencoded","application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":"optional","takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":{"grant_type":{"authorization_code":"exchange","refresh_token":"refresh","client_credentials":"exchange"}},"callers":"registered","deprecation":null},
  registerClient: {"id":"registerClient","tag":"oauth2","method":"POST","path":"/oauth2/register","aliases":[],"security":[],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[201,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":true,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  readClient: {"id":"readClient","tag":"oauth2","method":"GET","path":"/oauth2/register/{clientId}","aliases":[],"security":[{"registrationToken":[]},{"registrationTokenHeader":[]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  updateClient: {"id":"updateClient","tag":"oauth2","method":"PUT","path":"/oauth2/register/{clientId}","aliases":[],"security":[{"registrationToken":[]},{"registrationTokenHeader":[]}],"consumes":["application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  deleteClient: {"id":"deleteClient","tag":"oauth2","method":"DELETE","path":"/oauth2/register/{clientId}","aliases":[],"security":[{"registrationToken":[]},{"registrationTokenHeader":[]}],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[204,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  revokeToken: {"id":"revokeToken","tag":"oauth2","method":"POST","path":"/oauth2/revoke","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded","application/json"],"bodyLimit":null,"produces":[],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":"optional","takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"refresh","callers":"registered","deprecation":null},
  introspectToken: {"id":"introspectToken","tag":"oauth2","method":"POST","path":"/oauth2/introspect","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded","application/json"],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":"required","takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"refresh","callers":"nobody","deprecation":null},
  getUserinfo: {"id":"getUserinfo","tag":"oauth2","method":"GET","path":"/oauth2/userinfo","aliases":[],"security":[{"accessToken":["openid"]},{"accessTokenHeader":["openid"]}],"consumes":[],"bodyLimit":null,"produces":["application/json","application/jwt"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"refresh","callers":"registered","deprecation":null},
  postUserinfo: {"id":"postUserinfo","tag":"oauth2","method":"POST","path":"/oauth2/userinfo","aliases":[],"security":[{"accessToken":["openid"]},{"accessTokenHeader":["openid"]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":["application/json","application/jwt"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":true,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":"access_token","mediaType":null,"isDevelopmentOnly":false,"lane":"refresh","callers":"registered","deprecation":null},
  endSession: {"id":"endSession","tag":"oauth2","method":"GET","path":"/oauth2/logout","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  postEndSession: {"id":"postEndSession","tag":"oauth2","method":"POST","path":"/oauth2/logout","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  getOpenidConfiguration: {"id":"getOpenidConfiguration","tag":"well-known","method":"GET","path":"/.well-known/openid-configuration","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"api","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"everybody","deprecation":null},
  getOauthMetadata: {"id":"getOauthMetadata","tag":"well-known","method":"GET","path":"/.well-known/oauth-authorization-server","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"api","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"everybody","deprecation":null},
  getProtectedResourceMetadata: {"id":"getProtectedResourceMetadata","tag":"well-known","method":"GET","path":"/.well-known/oauth-protected-resource","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"api","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"everybody","deprecation":null},
  getChangePasswordUrl: {"id":"getChangePasswordUrl","tag":"well-known","method":"GET","path":"/.well-known/change-password","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getJwks: {"id":"getJwks","tag":"well-known","method":"GET","path":"/.well-known/jwks.json","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"api","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"everybody","deprecation":null},
  showSignIn: {"id":"showSignIn","tag":"pages","method":"GET","path":"/signin","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  submitSignIn: {"id":"submitSignIn","tag":"pages","method":"POST","path":"/signin","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  submitPasskeySignIn: {"id":"submitPasskeySignIn","tag":"pages","method":"POST","path":"/signin/passkey","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  showAccountChoice: {"id":"showAccountChoice","tag":"pages","method":"GET","path":"/signin/accounts","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  submitAccountChoice: {"id":"submitAccountChoice","tag":"pages","method":"POST","path":"/signin/accounts","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  showStepUp: {"id":"showStepUp","tag":"pages","method":"GET","path":"/signin/again","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  submitStepUp: {"id":"submitStepUp","tag":"pages","method":"POST","path":"/signin/again","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,401,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  showSignUp: {"id":"showSignUp","tag":"pages","method":"GET","path":"/signup","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  submitSignUp: {"id":"submitSignUp","tag":"pages","method":"POST","path":"/signup","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,403,406,408,409,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showSecondFactor: {"id":"showSecondFactor","tag":"pages","method":"GET","path":"/signin/code","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  submitSecondFactor: {"id":"submitSecondFactor","tag":"pages","method":"POST","path":"/signin/code","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  showConsent: {"id":"showConsent","tag":"pages","method":"GET","path":"/consent","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  submitConsent: {"id":"submitConsent","tag":"pages","method":"POST","path":"/consent","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"exchange","callers":"nobody","deprecation":null},
  showSignOut: {"id":"showSignOut","tag":"pages","method":"GET","path":"/signout","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  submitSignOut: {"id":"submitSignOut","tag":"pages","method":"POST","path":"/signout","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"exchange","callers":"nobody","deprecation":null},
  showPasswordReset: {"id":"showPasswordReset","tag":"pages","method":"GET","path":"/reset-password","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  submitPasswordReset: {"id":"submitPasswordReset","tag":"pages","method":"POST","path":"/reset-password","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  showEmailVerification: {"id":"showEmailVerification","tag":"pages","method":"GET","path":"/verify-email","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  submitEmailVerification: {"id":"submitEmailVerification","tag":"pages","method":"POST","path":"/verify-email","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,401,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  showEmailChange: {"id":"showEmailChange","tag":"pages","method":"GET","path":"/change-email","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  submitEmailChange: {"id":"submitEmailChange","tag":"pages","method":"POST","path":"/change-email","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,401,406,408,409,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  showAccount: {"id":"showAccount","tag":"pages","method":"GET","path":"/account","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  showProfile: {"id":"showProfile","tag":"pages","method":"GET","path":"/account/profile","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitProfile: {"id":"submitProfile","tag":"pages","method":"POST","path":"/account/profile","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  submitAvatar: {"id":"submitAvatar","tag":"pages","method":"POST","path":"/account/avatar","aliases":[],"security":[{"browserSession":[]}],"consumes":["multipart/form-data"],"bodyLimit":265280,"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  submitAvatarRemoval: {"id":"submitAvatarRemoval","tag":"pages","method":"POST","path":"/account/avatar/remove","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showSessions: {"id":"showSessions","tag":"pages","method":"GET","path":"/account/sessions","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitOtherSessionsEnd: {"id":"submitOtherSessionsEnd","tag":"pages","method":"POST","path":"/account/sessions/end-others","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  submitSessionEnd: {"id":"submitSessionEnd","tag":"pages","method":"POST","path":"/account/sessions/{sessionId}/end","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showPasswordChange: {"id":"showPasswordChange","tag":"pages","method":"GET","path":"/account/password","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitPasswordChange: {"id":"submitPasswordChange","tag":"pages","method":"POST","path":"/account/password","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  showNewEmail: {"id":"showNewEmail","tag":"pages","method":"GET","path":"/account/email","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitNewEmail: {"id":"submitNewEmail","tag":"pages","method":"POST","path":"/account/email","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  showAppPasswords: {"id":"showAppPasswords","tag":"pages","method":"GET","path":"/account/app-passwords","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  showNewAppPassword: {"id":"showNewAppPassword","tag":"pages","method":"GET","path":"/account/app-passwords/new","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitNewAppPassword: {"id":"submitNewAppPassword","tag":"pages","method":"POST","path":"/account/app-passwords/new","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,409,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  submitAppPasswordRemoval: {"id":"submitAppPasswordRemoval","tag":"pages","method":"POST","path":"/account/app-passwords/{appPasswordId}/remove","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showPasskeys: {"id":"showPasskeys","tag":"pages","method":"GET","path":"/account/passkeys","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  showNewPasskey: {"id":"showNewPasskey","tag":"pages","method":"GET","path":"/account/passkeys/new","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitNewPasskey: {"id":"submitNewPasskey","tag":"pages","method":"POST","path":"/account/passkeys/new","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,409,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  submitPasskeyName: {"id":"submitPasskeyName","tag":"pages","method":"POST","path":"/account/passkeys/{passkeyId}/rename","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showPasskeyRemoval: {"id":"showPasskeyRemoval","tag":"pages","method":"GET","path":"/account/passkeys/{passkeyId}/remove","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitPasskeyRemoval: {"id":"submitPasskeyRemoval","tag":"pages","method":"POST","path":"/account/passkeys/{passkeyId}/remove","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showSecondFactors: {"id":"showSecondFactors","tag":"pages","method":"GET","path":"/account/two-factor","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitMailedCodes: {"id":"submitMailedCodes","tag":"pages","method":"POST","path":"/account/two-factor/email","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,409,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showTotp: {"id":"showTotp","tag":"pages","method":"GET","path":"/account/two-factor/totp","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitTotp: {"id":"submitTotp","tag":"pages","method":"POST","path":"/account/two-factor/totp","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,409,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  submitTotpCode: {"id":"submitTotpCode","tag":"pages","method":"POST","path":"/account/two-factor/totp/confirm","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  submitTotpRemoval: {"id":"submitTotpRemoval","tag":"pages","method":"POST","path":"/account/two-factor/totp/remove","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showRecoveryCodes: {"id":"showRecoveryCodes","tag":"pages","method":"GET","path":"/account/two-factor/recovery-codes","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitRecoveryCodes: {"id":"submitRecoveryCodes","tag":"pages","method":"POST","path":"/account/two-factor/recovery-codes","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,409,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showConnectedApps: {"id":"showConnectedApps","tag":"pages","method":"GET","path":"/account/connected-apps","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitConsentRevocation: {"id":"submitConsentRevocation","tag":"pages","method":"POST","path":"/account/connected-apps/{appId}/revoke","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showHistory: {"id":"showHistory","tag":"pages","method":"GET","path":"/account/history","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  showExport: {"id":"showExport","tag":"pages","method":"GET","path":"/account/export","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  downloadExport: {"id":"downloadExport","tag":"pages","method":"GET","path":"/account/export/download","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  showAccountDeletion: {"id":"showAccountDeletion","tag":"pages","method":"GET","path":"/account/close","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitAccountDeletion: {"id":"submitAccountDeletion","tag":"pages","method":"POST","path":"/account/close","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":true,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showDeleted: {"id":"showDeleted","tag":"pages","method":"GET","path":"/account/closed","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  showApps: {"id":"showApps","tag":"pages","method":"GET","path":"/account/apps","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  showNewApp: {"id":"showNewApp","tag":"pages","method":"GET","path":"/account/apps/new","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitNewApp: {"id":"submitNewApp","tag":"pages","method":"POST","path":"/account/apps/new","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,409,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showApp: {"id":"showApp","tag":"pages","method":"GET","path":"/account/apps/{appId}","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  showAppSettings: {"id":"showAppSettings","tag":"pages","method":"GET","path":"/account/apps/{appId}/settings","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitAppSettings: {"id":"submitAppSettings","tag":"pages","method":"POST","path":"/account/apps/{appId}/settings","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,404,406,408,409,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  submitAppSecret: {"id":"submitAppSecret","tag":"pages","method":"POST","path":"/account/apps/{appId}/secrets","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,404,406,408,409,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  submitAppSecretRemoval: {"id":"submitAppSecretRemoval","tag":"pages","method":"POST","path":"/account/apps/{appId}/secrets/{secretId}/remove","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  submitAppLogo: {"id":"submitAppLogo","tag":"pages","method":"POST","path":"/account/apps/{appId}/logo","aliases":[],"security":[{"browserSession":[]}],"consumes":["multipart/form-data"],"bodyLimit":265280,"produces":[],"statuses":[303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  submitAppLogoRemoval: {"id":"submitAppLogoRemoval","tag":"pages","method":"POST","path":"/account/apps/{appId}/logo/remove","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  showAppRemoval: {"id":"showAppRemoval","tag":"pages","method":"GET","path":"/account/apps/{appId}/remove","aliases":[],"security":[{"browserSession":[]}],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"nobody","deprecation":null},
  submitAppRemoval: {"id":"submitAppRemoval","tag":"pages","method":"POST","path":"/account/apps/{appId}/remove","aliases":[],"security":[{"browserSession":[]}],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"nobody","deprecation":null},
  getPasskeyAddScript: {"id":"getPasskeyAddScript","tag":"pages","method":"GET","path":"/assets/passkey-add.js","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/javascript"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getStylesheet: {"id":"getStylesheet","tag":"pages","method":"GET","path":"/assets/latchkey.css","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/css"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getTheme: {"id":"getTheme","tag":"pages","method":"GET","path":"/assets/theme.css","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/css"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getSubmitScript: {"id":"getSubmitScript","tag":"pages","method":"GET","path":"/assets/submit.js","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/javascript"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getPasskeyScript: {"id":"getPasskeyScript","tag":"pages","method":"GET","path":"/assets/passkey.js","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/javascript"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getPasswordScript: {"id":"getPasswordScript","tag":"pages","method":"GET","path":"/assets/password.js","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/javascript"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getPasswordStrengthScript: {"id":"getPasswordStrengthScript","tag":"pages","method":"GET","path":"/assets/password-strength.js","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/javascript"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getIcon: {"id":"getIcon","tag":"pages","method":"GET","path":"/assets/icon.svg","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["image/svg+xml"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  submitLanguage: {"id":"submitLanguage","tag":"pages","method":"POST","path":"/language","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"bodyLimit":null,"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody","deprecation":null},
  getLiveness: {"id":"getLiveness","tag":"system","method":"GET","path":"/livez","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getReadiness: {"id":"getReadiness","tag":"system","method":"GET","path":"/readyz","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"api","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getSpec: {"id":"getSpec","tag":"system","method":"GET","path":"/openapi.json","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"api","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"everybody","deprecation":null},
  getDocs: {"id":"getDocs","tag":"pages","method":"GET","path":"/docs","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getReference: {"id":"getReference","tag":"pages","method":"GET","path":"/docs/reference","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getErrorDocs: {"id":"getErrorDocs","tag":"pages","method":"GET","path":"/docs/errors","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getErrorPage: {"id":"getErrorPage","tag":"pages","method":"GET","path":"/docs/errors/{code}","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getErrorMarkdown: {"id":"getErrorMarkdown","tag":"pages","method":"GET","path":"/docs/errors/{code}.md","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/markdown"],"statuses":[200,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getDocsPage: {"id":"getDocsPage","tag":"pages","method":"GET","path":"/docs/{page}","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getDocsMarkdown: {"id":"getDocsMarkdown","tag":"pages","method":"GET","path":"/docs/{page}.md","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/markdown"],"statuses":[200,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getLlms: {"id":"getLlms","tag":"pages","method":"GET","path":"/llms.txt","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/plain"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getDocsStylesheet: {"id":"getDocsStylesheet","tag":"pages","method":"GET","path":"/docs/docs.css","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/css"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getDocsScript: {"id":"getDocsScript","tag":"pages","method":"GET","path":"/docs/reference.js","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/javascript"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getScalarScript: {"id":"getScalarScript","tag":"pages","method":"GET","path":"/docs/scalar.js","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/javascript"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody","deprecation":null},
  getDevMailbox: {"id":"getDevMailbox","tag":"pages","method":"GET","path":"/dev/mail","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":true,"lane":null,"callers":"nobody","deprecation":null},
  getDevRequest: {"id":"getDevRequest","tag":"pages","method":"GET","path":"/dev/requests/{requestId}","aliases":[],"security":[],"consumes":[],"bodyLimit":null,"produces":["text/html"],"statuses":[200,400,404,406,408,413,415,431,500,503],"isStatic":false,"cacheControl":null,"audience":"browser","isRateLimited":false,"needsStepUp":false,"clientAuthentication":null,"takesInitialToken":false,"tokenMember":null,"mediaType":null,"isDevelopmentOnly":true,"lane":null,"callers":"nobody","deprecation":null},
} as const
