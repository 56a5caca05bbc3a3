// Generated from openapi/ by `make generate`. Do not edit.

import { client } from './client.gen.ts';
import { type Client, type ClientMeta, type Options as Options2, type RequestResult, type TDataShape, urlSearchParamsBodySerializer } from './client/index.ts';
import type { AuthorizeData, AuthorizeErrors, AuthorizeResponses, ConfirmPasswordResetData, ConfirmPasswordResetErrors, ConfirmPasswordResetResponses, CreateAppSecretData, CreateAppSecretErrors, CreateAppSecretResponses, DeleteAppData, DeleteAppErrors, DeleteAppResponses, DeleteAppSecretData, DeleteAppSecretErrors, DeleteAppSecretResponses, GetAppData, GetAppErrors, GetAppResponses, GetJwksData, GetJwksErrors, GetJwksResponses, GetLivenessData, GetLivenessErrors, GetLivenessResponses, GetOauthMetadataData, GetOauthMetadataErrors, GetOauthMetadataResponses, GetOpenidConfigurationData, GetOpenidConfigurationErrors, GetOpenidConfigurationResponses, GetReadinessData, GetReadinessErrors, GetReadinessResponses, GetSpecData, GetSpecErrors, GetSpecResponses, GetUserinfoData, GetUserinfoErrors, GetUserinfoResponses, IntrospectTokenData, IntrospectTokenErrors, IntrospectTokenResponses, IssueTokenData, IssueTokenErrors, IssueTokenResponses, ListAppsData, ListAppSecretsData, ListAppSecretsErrors, ListAppSecretsResponses, ListAppsErrors, ListAppsResponses, LoginData, LoginErrors, LoginResponses, PostUserinfoData, PostUserinfoErrors, PostUserinfoResponses, RegisterAppData, RegisterAppErrors, RegisterAppResponses, RegisterData, RegisterErrors, RegisterResponses, RequestPasswordResetData, RequestPasswordResetErrors, RequestPasswordResetResponses, ResendVerificationData, ResendVerificationErrors, ResendVerificationResponses, RevokeTokenData, RevokeTokenErrors, RevokeTokenResponses, UpdateAppData, UpdateAppErrors, UpdateAppResponses, VerifyEmailData, VerifyEmailErrors, VerifyEmailResponses } from './types.gen.ts';

export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options2<TData, ThrowOnError, TResponse> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client?: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: keyof ClientMeta extends never ? Record<string, unknown> : ClientMeta;
};

/**
 * Register an account
 *
 * Makes an account from an address and a password. The account can log in at once; its address counts as
 * unverified until its owner has shown that it is theirs.
 *
 * On a server that verifies addresses (`LATCHKEY_REGISTRATION=verified`, the default where mail is configured)
 * the answer is the same for every address, known or not: a mail follows, with a link for `verifyEmail` or, to
 * the owner of an account, with the hint that there is one. The account exists once the link is confirmed; until
 * then `login` answers as it does to a wrong password.
 */
export const register = <ThrowOnError extends boolean = false>(options: Options<RegisterData, ThrowOnError>): RequestResult<RegisterResponses, RegisterErrors, ThrowOnError> => (options.client ?? client).post<RegisterResponses, RegisterErrors, ThrowOnError>({
    url: '/api/v1/auth/register',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Open a session with a password
 *
 * Proves an account by its address and password, and opens a session. The token in the answer stands for the
 * session and opens every operation that asks for `session`; it is no OAuth access token, and no app can use
 * it in place of one.
 *
 * Unknown address, wrong password, locked account: the answer is the same, and takes the same time.
 *
 * Whoever guesses is locked out where the guesses come from, after ten attempts for longer and longer; the
 * owner still signs in from elsewhere. Whoever goes on all the same gets 429.
 */
export const login = <ThrowOnError extends boolean = false>(options: Options<LoginData, ThrowOnError>): RequestResult<LoginResponses, LoginErrors, ThrowOnError> => (options.client ?? client).post<LoginResponses, LoginErrors, ThrowOnError>({
    url: '/api/v1/auth/login',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Ask for a mail that lets a forgotten password be replaced
 *
 * Mails a link to the address if it has an account. The link works once, for 30 minutes
 * (`LATCHKEY_RESET_LINK_SECONDS`), and makes earlier ones useless.
 *
 * The answer, its time and its headers are the same whether or not there is such an account. An address gets
 * at most five such mails an hour.
 */
export const requestPasswordReset = <ThrowOnError extends boolean = false>(options: Options<RequestPasswordResetData, ThrowOnError>): RequestResult<RequestPasswordResetResponses, RequestPasswordResetErrors, ThrowOnError> => (options.client ?? client).post<RequestPasswordResetResponses, RequestPasswordResetErrors, ThrowOnError>({
    url: '/api/v1/auth/reset-password',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Replace a forgotten password
 *
 * Sets a new password with the token of the mailed link, which this uses up. Every session of the account ends,
 * and every app that had access asks again: all its grants are revoked, their refresh tokens with them. The owner
 * is told by mail.
 *
 * Nobody is signed in by it: `login` follows, with its second factor where there is one.
 */
export const confirmPasswordReset = <ThrowOnError extends boolean = false>(options: Options<ConfirmPasswordResetData, ThrowOnError>): RequestResult<ConfirmPasswordResetResponses, ConfirmPasswordResetErrors, ThrowOnError> => (options.client ?? client).post<ConfirmPasswordResetResponses, ConfirmPasswordResetErrors, ThrowOnError>({
    url: '/api/v1/auth/reset-password/confirm',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Confirm an address
 *
 * Proves with the token of the mailed link that an address belongs to whoever registered it. The password is
 * typed again: somebody who registered an address that is not theirs, and the owner of that address, each have
 * only half of what is needed.
 *
 * With `LATCHKEY_REGISTRATION=verified` the account exists from this moment on. An account that exists already
 * gets its address confirmed.
 *
 * A wrong password uses nothing up. Nobody is signed in: `login` follows.
 */
export const verifyEmail = <ThrowOnError extends boolean = false>(options: Options<VerifyEmailData, ThrowOnError>): RequestResult<VerifyEmailResponses, VerifyEmailErrors, ThrowOnError> => (options.client ?? client).post<VerifyEmailResponses, VerifyEmailErrors, ThrowOnError>({
    url: '/api/v1/auth/verify-email',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Ask for another mail that confirms an address
 *
 * Mails a new link where a registration waits for its confirmation, or an account's address is unconfirmed. The
 * link works once, for 24 hours (`LATCHKEY_VERIFICATION_LINK_SECONDS`), and makes the earlier ones of that
 * registration useless.
 *
 * The answer, its time and its headers are the same whatever is behind the address. An address gets at most five
 * such mails an hour.
 */
export const resendVerification = <ThrowOnError extends boolean = false>(options: Options<ResendVerificationData, ThrowOnError>): RequestResult<ResendVerificationResponses, ResendVerificationErrors, ThrowOnError> => (options.client ?? client).post<ResendVerificationResponses, ResendVerificationErrors, ThrowOnError>({
    url: '/api/v1/auth/verify-email/resend',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Register an app
 *
 * Registers an app that belongs to the caller, with its first secret. The secret is shown once: we keep only
 * its SHA-256.
 *
 * An app with `token_endpoint_auth_method: none` is public: it has no secret and proves itself by PKCE alone.
 */
export const registerApp = <ThrowOnError extends boolean = false>(options: Options<RegisterAppData, ThrowOnError>): RequestResult<RegisterAppResponses, RegisterAppErrors, ThrowOnError> => (options.client ?? client).post<RegisterAppResponses, RegisterAppErrors, ThrowOnError>({
    security: [{
            key: 'session',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/api/v1/apps/register',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List your apps
 *
 * Lists the caller's own apps, newest first. A list that does not fit into `count` items goes on where `Link`
 * points.
 */
export const listApps = <ThrowOnError extends boolean = false>(options?: Options<ListAppsData, ThrowOnError>): RequestResult<ListAppsResponses, ListAppsErrors, ThrowOnError> => (options?.client ?? client).get<ListAppsResponses, ListAppsErrors, ThrowOnError>({
    security: [{
            key: 'session',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/api/v1/apps',
    ...options
});

/**
 * Delete an app
 *
 * Deletes one of the caller's apps with its secrets. Every code, grant and token issued to it ends at once.
 */
export const deleteApp = <ThrowOnError extends boolean = false>(options: Options<DeleteAppData, ThrowOnError>): RequestResult<DeleteAppResponses, DeleteAppErrors, ThrowOnError> => (options.client ?? client).delete<DeleteAppResponses, DeleteAppErrors, ThrowOnError>({
    security: [{
            key: 'session',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/api/v1/apps/{appId}',
    ...options
});

/**
 * Get an app
 *
 * Reads one of the caller's apps, by its `app_id` or by its internal id.
 */
export const getApp = <ThrowOnError extends boolean = false>(options: Options<GetAppData, ThrowOnError>): RequestResult<GetAppResponses, GetAppErrors, ThrowOnError> => (options.client ?? client).get<GetAppResponses, GetAppErrors, ThrowOnError>({
    security: [{
            key: 'session',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/api/v1/apps/{appId}',
    ...options
});

/**
 * Change an app
 *
 * Changes the members that are sent and leaves every other as it is; a list is replaced as a whole. Codes
 * already issued keep the redirect URI and scopes they were issued with. What is changed is judged together
 * with what stays.
 */
export const updateApp = <ThrowOnError extends boolean = false>(options: Options<UpdateAppData, ThrowOnError>): RequestResult<UpdateAppResponses, UpdateAppErrors, ThrowOnError> => (options.client ?? client).patch<UpdateAppResponses, UpdateAppErrors, ThrowOnError>({
    security: [{
            key: 'session',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/api/v1/apps/{appId}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the secrets of an app
 *
 * Lists an app's secrets, newest first, without the secrets themselves.
 */
export const listAppSecrets = <ThrowOnError extends boolean = false>(options: Options<ListAppSecretsData, ThrowOnError>): RequestResult<ListAppSecretsResponses, ListAppSecretsErrors, ThrowOnError> => (options.client ?? client).get<ListAppSecretsResponses, ListAppSecretsErrors, ThrowOnError>({
    security: [{
            key: 'session',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/api/v1/apps/{appId}/secrets',
    ...options
});

/**
 * Make another secret for an app
 *
 * Adds a secret beside those the app has, so that it can change over without an interruption: make the new
 * one, deploy it, see by `last_used_at` that the old one is no longer used, delete the old one. An app has at
 * most 5 secrets; a public app has none.
 */
export const createAppSecret = <ThrowOnError extends boolean = false>(options: Options<CreateAppSecretData, ThrowOnError>): RequestResult<CreateAppSecretResponses, CreateAppSecretErrors, ThrowOnError> => (options.client ?? client).post<CreateAppSecretResponses, CreateAppSecretErrors, ThrowOnError>({
    security: [{
            key: 'session',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/api/v1/apps/{appId}/secrets',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Delete a secret of an app
 *
 * Ends one of an app's secrets at once. Tokens issued to the app live on; without any secret it can get no new
 * ones.
 */
export const deleteAppSecret = <ThrowOnError extends boolean = false>(options: Options<DeleteAppSecretData, ThrowOnError>): RequestResult<DeleteAppSecretResponses, DeleteAppSecretErrors, ThrowOnError> => (options.client ?? client).delete<DeleteAppSecretResponses, DeleteAppSecretErrors, ThrowOnError>({
    security: [{
            key: 'session',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/api/v1/apps/{appId}/secrets/{secretId}',
    ...options
});

/**
 * Authorize an app
 *
 * Lets an app act for the signed-in user: the authorization endpoint for programs that show their own pages.
 * The call is the user's act of consent and is recorded as one; so it takes a session the user opened with
 * their own credentials, and no other token.
 *
 * Until `client_id` and `redirect_uri` are proven, errors are 400s like everywhere. After that the answer is
 * always 200 with a `redirect_uri` to send the browser to: with a `code`, or with `error` and
 * `error_description`; always with `iss` and the request's `state`. Two questions come before that: 401
 * `insufficient_user_authentication` asks for a sign-in at most five minutes old, 403 `consent_required` for
 * the user's decision. PKCE with `S256` is expected from every app that has not opted out.
 */
export const authorize = <ThrowOnError extends boolean = false>(options: Options<AuthorizeData, ThrowOnError>): RequestResult<AuthorizeResponses, AuthorizeErrors, ThrowOnError> => (options.client ?? client).post<AuthorizeResponses, AuthorizeErrors, ThrowOnError>({
    security: [{
            key: 'session',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/oauth2/authorize',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Issue tokens
 *
 * Trades what an app holds for tokens: an authorization code, its own credentials, or a refresh token. Forms
 * are the standard, JSON means the same.
 *
 * **The app proves itself** by HTTP Basic (`app_id` and secret, each form-encoded first, RFC 6749 §2.3.1), by
 * `client_id` and `client_secret` in the body, or, if it is public, by `client_id` alone; one way per request,
 * and the one it registered.
 *
 * A code works once: a second use ends everything the first one gave. A refresh token is replaced on every
 * use; the one before may be repeated for 60 seconds while its successor is unused, and any other reuse ends
 * the grant. `openid` adds an `id_token`.
 */
export const issueToken = <ThrowOnError extends boolean = false>(options: Options<IssueTokenData, ThrowOnError>): RequestResult<IssueTokenResponses, IssueTokenErrors, ThrowOnError> => (options.client ?? client).post<IssueTokenResponses, IssueTokenErrors, ThrowOnError>({
    ...urlSearchParamsBodySerializer,
    url: '/oauth2/token',
    ...options,
    headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        ...options.headers
    }
});

/**
 * Revoke a token
 *
 * Ends an access token, or a refresh token with everything issued from the same grant. Answers 200 whether or
 * not the token was known (RFC 7009 §2.2).
 *
 * The app proves itself as at the token endpoint, and can only end tokens that were issued to it. Resource
 * servers that verify JWTs by themselves accept a revoked one until it expires; `access_token_format: opaque`
 * is the cure.
 */
export const revokeToken = <ThrowOnError extends boolean = false>(options: Options<RevokeTokenData, ThrowOnError>): RequestResult<RevokeTokenResponses, RevokeTokenErrors, ThrowOnError> => (options.client ?? client).post<RevokeTokenResponses, RevokeTokenErrors, ThrowOnError>({
    ...urlSearchParamsBodySerializer,
    url: '/oauth2/revoke',
    ...options,
    headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        ...options.headers
    }
});

/**
 * Ask whether a token works
 *
 * Tells an app with a secret about a token that was issued to it, or whose audience is one of the resource
 * servers the operator gave it. About every other token the answer is exactly `{"active":false}`, whatever the
 * reason.
 *
 * The app proves itself by HTTP Basic (`app_id` and secret, each form-encoded first, RFC 6749 §2.3.1) or by
 * `client_id` and `client_secret` in the body.
 */
export const introspectToken = <ThrowOnError extends boolean = false>(options: Options<IntrospectTokenData, ThrowOnError>): RequestResult<IntrospectTokenResponses, IntrospectTokenErrors, ThrowOnError> => (options.client ?? client).post<IntrospectTokenResponses, IntrospectTokenErrors, ThrowOnError>({
    ...urlSearchParamsBodySerializer,
    url: '/oauth2/introspect',
    ...options,
    headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        ...options.headers
    }
});

/**
 * Get claims about the user
 *
 * Tells an app who its user is, as far as the scopes of its access token go. The token of a session is no
 * access token and does not open this.
 */
export const getUserinfo = <ThrowOnError extends boolean = false>(options?: Options<GetUserinfoData, ThrowOnError>): RequestResult<GetUserinfoResponses, GetUserinfoErrors, ThrowOnError> => (options?.client ?? client).get<GetUserinfoResponses, GetUserinfoErrors, ThrowOnError>({
    security: [{
            key: 'accessToken',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/oauth2/userinfo',
    ...options
});

/**
 * Get claims about the user by POST
 *
 * The same as `getUserinfo`, for clients that POST. The access token is in a header, as everywhere.
 */
export const postUserinfo = <ThrowOnError extends boolean = false>(options?: Options<PostUserinfoData, ThrowOnError>): RequestResult<PostUserinfoResponses, PostUserinfoErrors, ThrowOnError> => (options?.client ?? client).post<PostUserinfoResponses, PostUserinfoErrors, ThrowOnError>({
    security: [{
            key: 'accessToken',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/oauth2/userinfo',
    ...options
});

/**
 * Discover the OpenID provider
 *
 * Everything an OpenID Connect client has to know, from one URL. It lists what works here and nothing else.
 */
export const getOpenidConfiguration = <ThrowOnError extends boolean = false>(options?: Options<GetOpenidConfigurationData, ThrowOnError>): RequestResult<GetOpenidConfigurationResponses, GetOpenidConfigurationErrors, ThrowOnError> => (options?.client ?? client).get<GetOpenidConfigurationResponses, GetOpenidConfigurationErrors, ThrowOnError>({ url: '/.well-known/openid-configuration', ...options });

/**
 * Discover the authorization server
 *
 * Everything an OAuth 2.0 client has to know, from one URL; the same facts as `getOpenidConfiguration` without
 * those of OpenID Connect. It lists what works here and nothing else.
 */
export const getOauthMetadata = <ThrowOnError extends boolean = false>(options?: Options<GetOauthMetadataData, ThrowOnError>): RequestResult<GetOauthMetadataResponses, GetOauthMetadataErrors, ThrowOnError> => (options?.client ?? client).get<GetOauthMetadataResponses, GetOauthMetadataErrors, ThrowOnError>({ url: '/.well-known/oauth-authorization-server', ...options });

/**
 * Get the public keys
 *
 * The keys that verify ID tokens and JWT access tokens, the next ones before they sign and the last ones until
 * their tokens have ended. Pick by `kid`; ask again when one is unknown. There are never symmetric keys here.
 */
export const getJwks = <ThrowOnError extends boolean = false>(options?: Options<GetJwksData, ThrowOnError>): RequestResult<GetJwksResponses, GetJwksErrors, ThrowOnError> => (options?.client ?? client).get<GetJwksResponses, GetJwksErrors, ThrowOnError>({ url: '/.well-known/jwks.json', ...options });

/**
 * Ask whether the process runs
 *
 * Answers as long as the process can answer at all, whatever the state of the database. Restart the process
 * when this fails.
 */
export const getLiveness = <ThrowOnError extends boolean = false>(options?: Options<GetLivenessData, ThrowOnError>): RequestResult<GetLivenessResponses, GetLivenessErrors, ThrowOnError> => (options?.client ?? client).get<GetLivenessResponses, GetLivenessErrors, ThrowOnError>({ url: '/livez', ...options });

/**
 * Ask whether the process can serve
 *
 * Looks at what requests need: the database and its tables, our clock against the database's, the signing keys.
 * Anything missing makes it a 503 `temporarily_unavailable` within two seconds, and so does a process that was told
 * to stop; send no traffic until it is 200 again.
 */
export const getReadiness = <ThrowOnError extends boolean = false>(options?: Options<GetReadinessData, ThrowOnError>): RequestResult<GetReadinessResponses, GetReadinessErrors, ThrowOnError> => (options?.client ?? client).get<GetReadinessResponses, GetReadinessErrors, ThrowOnError>({ url: '/readyz', ...options });

/**
 * Get this contract
 *
 * This document: the OpenAPI description the server enforces in both directions, and the SDK and the reference
 * are made from.
 */
export const getSpec = <ThrowOnError extends boolean = false>(options?: Options<GetSpecData, ThrowOnError>): RequestResult<GetSpecResponses, GetSpecErrors, ThrowOnError> => (options?.client ?? client).get<GetSpecResponses, GetSpecErrors, ThrowOnError>({ url: '/openapi.json', ...options });
