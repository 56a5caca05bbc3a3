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
}

export const operations = {
  register: {"id":"register","tag":"auth","method":"POST","path":"/api/v1/auth/register","aliases":[],"security":[],"consumes":["application/json"],"produces":["application/json"],"statuses":[201,400,403,406,408,409,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  login: {"id":"login","tag":"auth","method":"POST","path":"/api/v1/auth/login","aliases":[],"security":[],"consumes":["application/json"],"produces":["application/json"],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  registerApp: {"id":"registerApp","tag":"apps","method":"POST","path":"/api/v1/apps/register","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"produces":["application/json"],"statuses":[201,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  listApps: {"id":"listApps","tag":"apps","method":"GET","path":"/api/v1/apps","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  getApp: {"id":"getApp","tag":"apps","method":"GET","path":"/api/v1/apps/{appId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  deleteApp: {"id":"deleteApp","tag":"apps","method":"DELETE","path":"/api/v1/apps/{appId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  updateApp: {"id":"updateApp","tag":"apps","method":"PATCH","path":"/api/v1/apps/{appId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  listAppSecrets: {"id":"listAppSecrets","tag":"apps","method":"GET","path":"/api/v1/apps/{appId}/secrets","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"produces":["application/json"],"statuses":[200,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  createAppSecret: {"id":"createAppSecret","tag":"apps","method":"POST","path":"/api/v1/apps/{appId}/secrets","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"produces":["application/json"],"statuses":[201,400,401,403,404,406,408,409,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  deleteAppSecret: {"id":"deleteAppSecret","tag":"apps","method":"DELETE","path":"/api/v1/apps/{appId}/secrets/{secretId}","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":[],"produces":[],"statuses":[204,400,401,403,404,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  authorize: {"id":"authorize","tag":"oauth2","method":"POST","path":"/oauth2/authorize","aliases":[],"security":[{"session":[]},{"sessionHeader":[]}],"consumes":["application/json"],"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  issueToken: {"id":"issueToken","tag":"oauth2","method":"POST","path":"/oauth2/token","aliases":["/api/v1/oauth/token"],"security":[],"consumes":["application/x-www-form-urlencoded","application/json"],"produces":["application/json"],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":"optional","mediaType":null},
  revokeToken: {"id":"revokeToken","tag":"oauth2","method":"POST","path":"/oauth2/revoke","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded","application/json"],"produces":[],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":"optional","mediaType":null},
  introspectToken: {"id":"introspectToken","tag":"oauth2","method":"POST","path":"/oauth2/introspect","aliases":[],"security":[],"consumes":["application/x-www-form-urlencoded","application/json"],"produces":["application/json"],"statuses":[200,400,401,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":"required","mediaType":null},
  getUserinfo: {"id":"getUserinfo","tag":"oauth2","method":"GET","path":"/oauth2/userinfo","aliases":[],"security":[{"accessToken":["openid"]},{"accessTokenHeader":["openid"]}],"consumes":[],"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  postUserinfo: {"id":"postUserinfo","tag":"oauth2","method":"POST","path":"/oauth2/userinfo","aliases":[],"security":[{"accessToken":["openid"]},{"accessTokenHeader":["openid"]}],"consumes":[],"produces":["application/json"],"statuses":[200,400,401,403,406,408,413,415,429,431,500,503],"isStatic":false,"audience":"api","isRateLimited":true,"clientAuthentication":null,"mediaType":null},
  getOpenidConfiguration: {"id":"getOpenidConfiguration","tag":"well-known","method":"GET","path":"/.well-known/openid-configuration","aliases":[],"security":[],"consumes":[],"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"audience":"api","isRateLimited":false,"clientAuthentication":null,"mediaType":null},
  getOauthMetadata: {"id":"getOauthMetadata","tag":"well-known","method":"GET","path":"/.well-known/oauth-authorization-server","aliases":[],"security":[],"consumes":[],"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"audience":"api","isRateLimited":false,"clientAuthentication":null,"mediaType":null},
  getJwks: {"id":"getJwks","tag":"well-known","method":"GET","path":"/.well-known/jwks.json","aliases":[],"security":[],"consumes":[],"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"audience":"api","isRateLimited":false,"clientAuthentication":null,"mediaType":null},
  getLiveness: {"id":"getLiveness","tag":"system","method":"GET","path":"/livez","aliases":[],"security":[],"consumes":[],"produces":["application/json"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"api","isRateLimited":false,"clientAuthentication":null,"mediaType":null},
  getReadiness: {"id":"getReadiness","tag":"system","method":"GET","path":"/readyz","aliases":[],"security":[],"consumes":[],"produces":["application/json"],"statuses":[200,400,406,408,413,415,431,500,503],"isStatic":false,"audience":"api","isRateLimited":false,"clientAuthentication":null,"mediaType":null},
  getSpec: {"id":"getSpec","tag":"system","method":"GET","path":"/openapi.json","aliases":[],"security":[],"consumes":[],"produces":["application/json"],"statuses":[200,304,400,406,408,413,415,431,500,503],"isStatic":true,"audience":"api","isRateLimited":false,"clientAuthentication":null,"mediaType":null},
} as const
