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
  registerApp: {
    body: T.RegisterAppData['body']
    path: {}
    query: {}
    principal: 'session'
    reply:
      | { status: 201; body: T.RegisterAppResponses[201]; headers?: Record<string, never> }
  }
  listApps: {
    body: undefined
    path: {}
    query: NonNullable<T.ListAppsData['query']>
    principal: 'session'
    reply:
      | { status: 200; body: T.ListAppsResponses[200]; headers: { 'link'?: string; 'x-count': number } }
  }
  getApp: {
    body: undefined
    path: NonNullable<T.GetAppData['path']>
    query: {}
    principal: 'session'
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
  startAuthorization: {
    body: undefined
    path: {}
    query: NonNullable<T.StartAuthorizationData['query']>
    principal: never
    reply:
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
      | { status: 200; body: T.GetUserinfoResponses[200]; headers?: Record<string, never> }
  }
  postUserinfo: {
    body: undefined
    path: {}
    query: {}
    principal: 'accessToken'
    reply:
      | { status: 200; body: T.PostUserinfoResponses[200]; headers?: Record<string, never> }
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
  getErrorDocs: {
    body: undefined
    path: {}
    query: {}
    principal: never
    reply:
      | { status: 200; body: string; headers?: { 'content-security-policy'?: string; 'set-cookie'?: readonly string[] } }
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
  register: {"id":"register","tag":"auth","method":"POST","path":"/api/v1/auth/register","aliases":[],"security":[],"consumes":["application/json"],"produces":["application/json"],"statuses":[201,400,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured"},
  login: {"id":"login","tag":"auth","method":"POST","path":"/api/v1/auth/login","aliases":[],"security":[],"consumes":["application/json"],"produces":["application/json"],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured"},
  requestPasswordReset: {"id":"requestPasswordReset","tag":"auth","method":"POST","path":"/api/v1/auth/reset-password","aliases":[],"security":[],"consumes":["application/json"],"produces":["application/json"],"statuses":[200,400,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured"},
  confirmPasswordReset: {"id":"confirmPasswordReset","tag":"auth","method":"POST","path":"/api/v1/auth/reset-password/confirm","aliases":[],"security":[],"consumes":["application/json"],"produces":["application/json"],"statuses":[200,400,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured"},
  verifyEmail: {"id":"verifyEmail","tag":"auth","method":"POST","path":"/api/v1/auth/verify-email","aliases":[],"security":[],"consumes":["application/json"],"produces":["application/json"],"statuses":[200,400,401,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"configured"},
  resendVerification: {"id":"resendVerification","tag":"auth","method":"POST","path":"/api/v1/auth/verify-email/resend","aliases":[],"security":[],"consumes":["application/json"],"produces":["application/json"],"statuses":[200,400,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured"},
  registerApp: {"id":"registerApp","tag":"apps","method":"POST","path":"/api/v1/apps/register","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"produces":["application/json"],"statuses":[201,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured"},
  listApps: {"id":"listApps","tag":"apps","method":"GET","path":"/api/v1/apps","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured"},
  getApp: {"id":"getApp","tag":"apps","method":"GET","path":"/api/v1/apps/{appId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured"},
  deleteApp: {"id":"deleteApp","tag":"apps","method":"DELETE","path":"/api/v1/apps/{appId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured"},
  updateApp: {"id":"updateApp","tag":"apps","method":"PATCH","path":"/api/v1/apps/{appId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured"},
  listAppSecrets: {"id":"listAppSecrets","tag":"apps","method":"GET","path":"/api/v1/apps/{appId}/secrets","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"list","callers":"configured"},
  createAppSecret: {"id":"createAppSecret","tag":"apps","method":"POST","path":"/api/v1/apps/{appId}/secrets","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"produces":["application/json"],"statuses":[201,400,401,403,404,406,408,409,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured"},
  deleteAppSecret: {"id":"deleteAppSecret","tag":"apps","method":"DELETE","path":"/api/v1/apps/{appId}/secrets/{secretId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"registration","callers":"configured"},
  startAuthorization: {"id":"startAuthorization","tag":"oauth2","method":"GET","path":"/oauth2/authorize","aliases":[],"security":[],"consumes":[],"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody"},
  authorize: {"id":"authorize","tag":"oauth2","method":"POST","path":"/oauth2/authorize","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"exchange","callers":"nobody"},
  submitAuthorization: {"id":"submitAuthorization","tag":"oauth2","method":"POST","path":"/oauth2/authorize","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":"application/x-www-form-urlencoded","isDevelopmentOnly":false,"lane":"login","callers":"nobody"},
  issueToken: {"id":"issueToken","tag":"oauth2","method":"POST","path":"/oauth2/token","aliases":["/api/v1/oauth/token"],"security":[],"consumes":["application/x-www-form-urlencoded","application/json"],"produces":["application/json"],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":"optional","mediaType":null,"isDevelopmentOnly":false,"lane":{"grant_type":{"authorization_code":"exchange","refresh_token":"refresh","client_credentials":"exchange"}},"callers":"registered"},
  revokeToken: {"id":"revokeToken","tag":"oauth2","method":"POST","path":"/oauth2/revoke","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded","application/json"],"produces":[],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":"optional","mediaType":null,"isDevelopmentOnly":false,"lane":"refresh","callers":"registered"},
  introspectToken: {"id":"introspectToken","tag":"oauth2","method":"POST","path":"/oauth2/introspect","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded","application/json"],"produces":["application/json"],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":"required","mediaType":null,"isDevelopmentOnly":false,"lane":"refresh","callers":"nobody"},
  getUserinfo: {"id":"getUserinfo","tag":"oauth2","method":"GET","path":"/oauth2/userinfo","aliases":[],"security":[{"accessToken":["openid"]},{"accessTokenHeader":["openid"]}],"consumes":[],"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"refresh","callers":"registered"},
  postUserinfo: {"id":"postUserinfo","tag":"oauth2","method":"POST","path":"/oauth2/userinfo","aliases":[],"security":[{"accessToken":["openid"]},{"accessTokenHeader":["openid"]}],"consumes":[],"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"refresh","callers":"registered"},
  getOpenidConfiguration: {"id":"getOpenidConfiguration","tag":"well-known","method":"GET","path":"/.well-known/openid-configuration","aliases":[],"security":[],"consumes":[],"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"audience":"api","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"everybody"},
  getOauthMetadata: {"id":"getOauthMetadata","tag":"well-known","method":"GET","path":"/.well-known/oauth-authorization-server","aliases":[],"security":[],"consumes":[],"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"audience":"api","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"everybody"},
  getJwks: {"id":"getJwks","tag":"well-known","method":"GET","path":"/.well-known/jwks.json","aliases":[],"security":[],"consumes":[],"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"audience":"api","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"everybody"},
  showSignIn: {"id":"showSignIn","tag":"pages","method":"GET","path":"/signin","aliases":[],"security":[],"consumes":[],"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody"},
  submitSignIn: {"id":"submitSignIn","tag":"pages","method":"POST","path":"/signin","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"produces":[],"statuses":[303,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody"},
  showConsent: {"id":"showConsent","tag":"pages","method":"GET","path":"/consent","aliases":[],"security":[],"consumes":[],"produces":["text/html"],"statuses":[200,303,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody"},
  submitConsent: {"id":"submitConsent","tag":"pages","method":"POST","path":"/consent","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"exchange","callers":"nobody"},
  showPasswordReset: {"id":"showPasswordReset","tag":"pages","method":"GET","path":"/reset-password","aliases":[],"security":[],"consumes":[],"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody"},
  submitPasswordReset: {"id":"submitPasswordReset","tag":"pages","method":"POST","path":"/reset-password","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"produces":[],"statuses":[303,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody"},
  showEmailVerification: {"id":"showEmailVerification","tag":"pages","method":"GET","path":"/verify-email","aliases":[],"security":[],"consumes":[],"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody"},
  submitEmailVerification: {"id":"submitEmailVerification","tag":"pages","method":"POST","path":"/verify-email","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded"],"produces":[],"statuses":[303,400,401,403,406,408,409,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":"login","callers":"nobody"},
  getStylesheet: {"id":"getStylesheet","tag":"pages","method":"GET","path":"/assets/latchkey.css","aliases":[],"security":[],"consumes":[],"produces":["text/css"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody"},
  getLiveness: {"id":"getLiveness","tag":"system","method":"GET","path":"/livez","aliases":[],"security":[],"consumes":[],"produces":["application/json"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"api","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody"},
  getReadiness: {"id":"getReadiness","tag":"system","method":"GET","path":"/readyz","aliases":[],"security":[],"consumes":[],"produces":["application/json"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"api","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody"},
  getSpec: {"id":"getSpec","tag":"system","method":"GET","path":"/openapi.json","aliases":[],"security":[],"consumes":[],"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"audience":"api","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"everybody"},
  getDocs: {"id":"getDocs","tag":"pages","method":"GET","path":"/docs","aliases":[],"security":[],"consumes":[],"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody"},
  getErrorDocs: {"id":"getErrorDocs","tag":"pages","method":"GET","path":"/docs/errors","aliases":[],"security":[],"consumes":[],"produces":["text/html"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody"},
  getDocsStylesheet: {"id":"getDocsStylesheet","tag":"pages","method":"GET","path":"/docs/docs.css","aliases":[],"security":[],"consumes":[],"produces":["text/css"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody"},
  getDocsScript: {"id":"getDocsScript","tag":"pages","method":"GET","path":"/docs/reference.js","aliases":[],"security":[],"consumes":[],"produces":["text/javascript"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody"},
  getScalarScript: {"id":"getScalarScript","tag":"pages","method":"GET","path":"/docs/scalar.js","aliases":[],"security":[],"consumes":[],"produces":["text/javascript"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":false,"lane":null,"callers":"nobody"},
  getDevMailbox: {"id":"getDevMailbox","tag":"pages","method":"GET","path":"/dev/mail","aliases":[],"security":[],"consumes":[],"produces":["text/html"],"statuses":[200,400,404,406,408,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":true,"lane":null,"callers":"nobody"},
  getDevRequest: {"id":"getDevRequest","tag":"pages","method":"GET","path":"/dev/requests/{requestId}","aliases":[],"security":[],"consumes":[],"produces":["text/html"],"statuses":[200,400,404,406,408,413,415,431,500,503],"isStatic":false,"audience":"browser","isRateLimited":false,"clientAuthentication":null,"mediaType":null,"isDevelopmentOnly":true,"lane":null,"callers":"nobody"},
} as const
