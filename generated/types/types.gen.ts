// Generated from openapi/ by `make generate`. Do not edit.

export type ClientOptions = {
    baseUrl: 'http://localhost:8787' | 'https://api.auth.example.com' | (string & {});
};

/**
 * An authorization request by form (RFC 6749 §3.1, OpenID Connect Core §3.1.2.1). Only bounds its members: the
 * domain judges them, because it knows whether an error goes to a page or into the redirect URI. Unknown members
 * are ignored.
 */
export type AuthorizationForm = {
    /**
     * `code`, or `token` for an app that registered it (RFC 6749 §3.1.1); at most 64 characters.
     */
    response_type?: string;
    /**
     * The app's `app_id`; at most 255 characters.
     */
    client_id?: string;
    /**
     * Where the answer goes: one of the app's redirect URIs, exactly. At most 2048 characters.
     */
    redirect_uri?: string;
    /**
     * Scopes separated by single spaces, in any order (RFC 6749 §3.3). At most 2048 characters.
     */
    scope?: string;
    /**
     * Opaque to us and handed back unchanged (RFC 6749 §10.12). At most 2048 characters.
     */
    state?: string;
    /**
     * Put into the ID token unchanged (OpenID Connect Core §3.1.2.1). At most 2048 characters; the domain takes 512.
     */
    nonce?: string;
    /**
     * The `S256` challenge, 43 characters (RFC 7636 §4.2). At most 256 characters.
     */
    code_challenge?: string;
    /**
     * `S256`; `plain` is refused (RFC 9700 §2.1.1). At most 32 characters.
     */
    code_challenge_method?: string;
    /**
     * The resource server the token is for (RFC 8707 §2). At most 2048 characters.
     */
    resource?: string;
    /**
     * `query` or `fragment`; without it `query` for `code` and `fragment` for `token`. At most 32 characters.
     */
    response_mode?: string;
    /**
     * `none`, `login` or `consent`, separated by spaces (OpenID Connect Core §3.1.2.1). At most 64 characters.
     */
    prompt?: string;
    /**
     * Seconds since the user's sign-in that are still acceptable, as digits. At most 16 characters.
     */
    max_age?: string;
    /**
     * What the address field of the sign-in page starts with. At most 320 characters.
     */
    login_hint?: string;
    /**
     * An ID token that names the expected user (OpenID Connect Core §3.1.2.1); one that is none of ours is ignored. At most 8192 characters.
     */
    id_token_hint?: string;
    /**
     * Languages of the pages, best first, separated by spaces (OpenID Connect Core §3.1.2.1). At most 255 characters.
     */
    ui_locales?: string;
    /**
     * Not supported, answered with `request_not_supported` (OpenID Connect Core §6.1). At most 16384 characters.
     */
    request?: string;
    /**
     * Not supported, answered with `request_uri_not_supported` (OpenID Connect Core §6.2). At most 2048 characters.
     */
    request_uri?: string;
};

/**
 * What a new account needs.
 */
export type RegisterRequest = {
    /**
     * Address of the account and its name at login, 3–254 bytes of UTF-8 (RFC 5321 §4.5.3.1, RFC 6531 §3.3).
     * Kept as it is typed; compared without regard to case.
     */
    email: string;
    /**
     * 8–1024 characters, at most 1024 bytes of UTF-8, any characters (NIST SP 800-63B-4 §3.1.1.2). The
     * `strict` profile asks for 15 and refuses common passwords.
     */
    password: string;
};

/**
 * A moment in UTC, whole seconds (RFC 3339), such as `2026-02-06T00:00:00Z`; always 20 characters.
 */
export type Timestamp = string;

/**
 * A person's account.
 */
export type User = {
    /**
     * Internal id, a UUID; also the `sub` of every token of this account. Never reused.
     */
    id: string;
    /**
     * Address of the account as its owner typed it, 3–320 characters.
     */
    email: string;
    /**
     * When the account was registered; UTC, whole seconds.
     */
    created_at: Timestamp;
};

/**
 * The id of this request in our log, the same as in the header `X-Request-Id`; 1–64 characters.
 */
export type RequestId = string;

/**
 * One failing member of a request.
 */
export type InvalidMember = {
    /**
     * Where it stands: a JSON Pointer (RFC 6901) into the body, such as `/redirect_uris/0`, empty for the body
     * as a whole; or `query/` or `path/` and the name of a parameter, such as `query/count`. At most 256
     * characters.
     */
    path: string;
    /**
     * What it must be, one English sentence of at most 256 characters; never what it was.
     */
    message: string;
};

/**
 * The one shape of every error (RFC 6749 §5.2). Program against `error`; show or log `error_description`;
 * quote `request_id` when you ask for help.
 */
export type ErrorResponse = {
    /**
     * Stable code, the same for every error of one kind; new codes may appear. 1–64 characters of RFC 6749
     * Appendix A.7.
     *
     * From the standards: `invalid_request`, `invalid_client`, `invalid_grant`, `unauthorized_client`,
     * `unsupported_grant_type`, `unsupported_response_type`, `invalid_scope`, `access_denied`, `server_error`,
     * `temporarily_unavailable` (RFC 6749), `invalid_token`, `insufficient_scope` (RFC 6750 §3.1),
     * `invalid_redirect_uri`, `invalid_client_metadata` (RFC 7591 §3.2.2), `invalid_target` (RFC 8707 §2),
     * `insufficient_user_authentication` (RFC 9470 §3), `login_required`, `consent_required`,
     * `interaction_required`, `request_not_supported`, `request_uri_not_supported` (OpenID Connect Core
     * §3.1.2.6).
     *
     * Ours: `invalid_credentials`, `account_exists`, `registration_closed`, `not_found`, `conflict`,
     * `method_not_allowed`, `not_acceptable`, `request_timeout`, `payload_too_large`,
     * `unsupported_media_type`, `header_fields_too_large`, `rate_limit_exceeded`.
     */
    error: string;
    /**
     * One English sentence for people: printable ASCII without `"` and `\` (RFC 6749 Appendix A.8), at most
     * 512 characters. It never repeats what was sent.
     */
    error_description: string;
    /**
     * Page that explains this error and what to do about it (RFC 6749 Appendix A.9), at most 2048 characters.
     * Always there: in development the story of this very request, in production what the code means.
     */
    error_uri?: string;
    request_id: RequestId;
    /**
     * Every failing member of the request, 1–100 of them; only on `/api/v1`, and only when the input itself is
     * invalid.
     */
    errors?: Array<InvalidMember>;
};

/**
 * The credentials of an account. Both members are plain strings on purpose: whatever is wrong with them, the
 * answer is the same.
 */
export type LoginRequest = {
    /**
     * Address of the account, 1–320 characters.
     */
    email: string;
    /**
     * Password of the account, 1–1024 characters.
     */
    password: string;
};

/**
 * A session, just opened.
 */
export type LoginResult = {
    user: User;
    /**
     * Token of the session, sent as `Authorization: Bearer …` or `X-Auth-Token: …`. It has the form of a JWT,
     * but only this server can judge it. Shown once; 1–2048 characters.
     */
    token: string;
    /**
     * Seconds until the token stops working, 60–86400; 3600 by default.
     */
    expires_in: number;
};

/**
 * Whose mailbox a mail goes to.
 */
export type AddressRequest = {
    /**
     * Address of the account, 3–254 bytes of UTF-8 (RFC 5321 §4.5.3.1, RFC 6531 §3.3), compared without regard
     * to case.
     */
    email: string;
};

/**
 * One sentence for people.
 */
export type Message = {
    /**
     * What happened, in stable English; 1–200 characters.
     */
    message: string;
};

/**
 * The token of a mailed link, and the password to set.
 */
export type PasswordResetConfirmation = {
    /**
     * The `token` of the mailed link, `reset_…`, 1–128 characters. Works once.
     */
    token: string;
    /**
     * The new password, under the rules of `register`: 8–1024 characters, at most 1024 bytes of UTF-8, any
     * characters; the `strict` profile asks for 15.
     */
    password: string;
};

/**
 * The token of a mailed link, and the password that was registered with.
 */
export type EmailVerification = {
    /**
     * The `token` of the mailed link, `verify_…`, 1–128 characters. Works once.
     */
    token: string;
    /**
     * The password that was given at registration, typed again, 1–1024 characters: who only has the mailbox
     * cannot take over what somebody else registered, and the other way round.
     */
    password: string;
};

/**
 * A name to show to people, 1–100 characters, without control characters and without marks that turn the
 * writing direction.
 */
export type DisplayName = string;

/**
 * What the app does, for the people who are asked to allow it; 0–1000 characters.
 */
export type AppDescription = string;

/**
 * Where users may be sent back to, at most 20 absolute URIs; repeated ones count once. `https`, `http` on this
 * very machine, or a private-use scheme with a dot such as `com.example.app:/callback` (RFC 8252 §7), without
 * fragment (RFC 6749 §3.1.2). A request names one of them exactly, character by character; only the port of
 * `127.0.0.1` and `[::1]` is free.
 */
export type RedirectUris = Array<string>;

/**
 * Scopes, at most 50; repeated ones count once. There are `openid`, `profile`, `email`, `offline_access`, and
 * `read` and `write` for the apps' own resource servers.
 */
export type ScopeList = Array<string>;

/**
 * The one way the app proves itself at the token endpoint (RFC 7591 §2): `client_secret_basic` (HTTP Basic),
 * `client_secret_post` (members of the body) or `none` (a public app, which has no secret). Null: the first
 * two both work.
 */
export type TokenEndpointAuthMethod = 'client_secret_basic' | 'client_secret_post' | 'none' | null;

/**
 * What the app may ask for at the authorization endpoint (RFC 6749 §3.1.1), 0–2 values. `token` hands an
 * access token through the browser (RFC 6749 §4.2), is discouraged (RFC 9700 §2.1.2), and does not exist in
 * the `strict` profile.
 */
export type ResponseTypes = Array<'code' | 'token'>;

/**
 * How the app may obtain tokens (RFC 7591 §2), 1–4 values. `implicit` goes with the response type `token`.
 */
export type GrantTypes = Array<'authorization_code' | 'client_credentials' | 'refresh_token' | 'implicit'>;

/**
 * Algorithm that signs the app's ID tokens (RFC 7518 §3.1, RFC 8037 §3.1). `HS256` uses the client secret as
 * key (OpenID Connect Core §10.1), is only for apps that have one, and does not exist in the `strict` profile.
 */
export type IdTokenAlgorithm = 'RS256' | 'ES256' | 'EdDSA' | 'HS256';

/**
 * `jwt`: signed access tokens any resource server can verify by itself (RFC 9068). `opaque`: random ones that
 * only introspection can judge, and that end the moment they are revoked.
 */
export type AccessTokenFormat = 'jwt' | 'opaque';

/**
 * Where users may be sent after signing out, at most 20 absolute URIs without fragment; repeated ones count
 * once (OpenID Connect RP-Initiated Logout §2.1).
 */
export type PostLogoutRedirectUris = Array<string>;

/**
 * What the new app is called and what it may do. Only `name` is required; every other member has a default.
 */
export type AppRegistrationRequest = {
    name: DisplayName;
    description?: AppDescription;
    redirect_uris?: RedirectUris;
    /**
     * Everything the app may ever ask for, at most 50 scopes; repeated ones count once. Without it `openid`
     * for an app with redirect URIs, nothing for one without.
     */
    scopes?: ScopeList;
    token_endpoint_auth_method?: TokenEndpointAuthMethod;
    /**
     * What the app may ask for at the authorization endpoint, 0–2 values. Without it what `grant_types`
     * implies: `code` with `authorization_code`, `token` with `implicit`.
     */
    response_types?: ResponseTypes;
    /**
     * How the app may obtain tokens, 1–4 values. Without it what the rest implies: `authorization_code` and
     * `refresh_token` for an app with redirect URIs, `client_credentials` for one with a secret.
     */
    grant_types?: GrantTypes;
    /**
     * Whether an authorization request without a `code_challenge` is refused. A public app cannot set it to
     * false.
     */
    require_pkce?: boolean;
    id_token_signed_response_alg?: IdTokenAlgorithm;
    access_token_format?: AccessTokenFormat;
    post_logout_redirect_uris?: PostLogoutRedirectUris;
};

/**
 * Public identifier of an app, `app_` and 22 characters; the `client_id` of OAuth 2.0. At most 64 characters.
 */
export type AppId = string;

/**
 * A secret of an app, `secret_` and 49 characters; the `client_secret` of OAuth 2.0. At most 128 characters.
 * Shown once: we keep only its SHA-256.
 */
export type AppSecretText = string;

/**
 * A registered app, the *client* of RFC 6749 §2.
 */
export type Application = {
    /**
     * Internal id, a UUID. Works wherever `app_id` works in a path.
     */
    id: string;
    app_id: AppId;
    name: DisplayName;
    description: AppDescription;
    redirect_uris: RedirectUris;
    /**
     * Everything the app may ever ask for, at most 50 scopes.
     */
    scopes: ScopeList;
    token_endpoint_auth_method: TokenEndpointAuthMethod;
    response_types: ResponseTypes;
    grant_types: GrantTypes;
    /**
     * Whether an authorization request without a `code_challenge` is refused (RFC 7636 §4.4.1).
     */
    require_pkce: boolean;
    id_token_signed_response_alg: IdTokenAlgorithm;
    access_token_format: AccessTokenFormat;
    post_logout_redirect_uris: PostLogoutRedirectUris;
    /**
     * Requests the app may make in an hour, set by the operator; 0 means no limit.
     */
    rate_limit_hour: number;
    /**
     * Requests the app may make in a day, set by the operator; 0 means no limit.
     */
    rate_limit_day: number;
    /**
     * Whether the operator marked the app as the house's own, so that users are not asked for consent.
     */
    first_party: boolean;
    /**
     * When the app was registered; UTC, whole seconds.
     */
    created_at: Timestamp;
};

/**
 * The new app, with its first secret.
 */
export type AppRegistrationResponse = {
    app_id: AppId;
    /**
     * The app's first secret, `secret_` and 49 characters, at most 128. Shown here and never again. Absent for
     * a public app (`token_endpoint_auth_method: none`).
     */
    app_secret?: AppSecretText;
    application: Application;
};

/**
 * Apps, at most 1000 in one answer.
 */
export type ApplicationList = Array<Application>;

/**
 * The members to change, at least one; every member left out stays as it is.
 */
export type AppUpdateRequest = {
    name?: DisplayName;
    description?: AppDescription;
    /**
     * Replaces the whole list, at most 20 absolute URIs.
     */
    redirect_uris?: RedirectUris;
    /**
     * Replaces the whole list, at most 50 scopes. Access tokens already issued keep what they have; the next
     * refresh loses what was taken away.
     */
    scopes?: ScopeList;
    token_endpoint_auth_method?: TokenEndpointAuthMethod;
    response_types?: ResponseTypes;
    grant_types?: GrantTypes;
    /**
     * Whether an authorization request without a `code_challenge` is refused. A public app cannot set it to
     * false.
     */
    require_pkce?: boolean;
    id_token_signed_response_alg?: IdTokenAlgorithm;
    access_token_format?: AccessTokenFormat;
    /**
     * Replaces the whole list, at most 20 absolute URIs.
     */
    post_logout_redirect_uris?: PostLogoutRedirectUris;
};

/**
 * A moment in UTC, whole seconds (RFC 3339), such as `2026-02-06T00:00:00Z`, or null.
 */
export type TimestampOrNull = string | null;

/**
 * One of an app's secrets, without the secret itself.
 */
export type AppSecret = {
    /**
     * Internal id of the secret, a UUID.
     */
    id: string;
    name: DisplayName;
    /**
     * When the secret was made; UTC, whole seconds.
     */
    created_at: Timestamp;
    /**
     * When the secret stops working; UTC, whole seconds. Null means never.
     */
    expires_at: TimestampOrNull;
    /**
     * When the secret last authenticated the app, to the minute; UTC. Null means not yet.
     */
    last_used_at: TimestampOrNull;
};

/**
 * All secrets of one app; an app has at most 5.
 */
export type AppSecretList = Array<AppSecret>;

/**
 * What the new secret is called and how long it works.
 */
export type AppSecretRequest = {
    name: DisplayName;
    /**
     * Seconds until the secret stops working, 60–157680000 (five years). Without it the secret does not
     * expire.
     */
    expires_in?: number;
};

/**
 * A new secret of an app, shown this once.
 */
export type AppSecretCreated = {
    /**
     * Internal id of the secret, a UUID.
     */
    id: string;
    name: DisplayName;
    app_secret: AppSecretText;
    /**
     * When the secret was made; UTC, whole seconds.
     */
    created_at: Timestamp;
    /**
     * When the secret stops working; UTC, whole seconds. Null means never.
     */
    expires_at: TimestampOrNull;
};

/**
 * The app's `app_id`, 1–255 characters.
 */
export type ClientIdParameter = string;

/**
 * Scopes separated by single spaces, in any order (RFC 6749 §3.3). At most 2048 characters.
 */
export type ScopeParameter = string;

/**
 * The resource server the token is for: an absolute URI without fragment, which becomes its `aud` (RFC 8707
 * §2). Without it the audience is the issuer. At most 2048 characters.
 */
export type ResourceParameter = string;

/**
 * An authorization request (RFC 6749 §4.1.1). Unknown members are ignored (RFC 6749 §3.1). The schema only
 * bounds the members of OAuth: all but `client_id` and `redirect_uri` are judged after those two are proven, and
 * answered inside the redirect URI.
 */
export type AuthorizationRequest = {
    /**
     * `code`, or `token` for an app that registered it; at most 64 characters.
     */
    response_type?: string;
    client_id: ClientIdParameter;
    /**
     * Where the answer goes; one of the app's redirect URIs, exactly. 1–2048 characters.
     */
    redirect_uri: string;
    scope?: ScopeParameter;
    /**
     * Opaque to us and handed back unchanged; ties the answer to the request (RFC 6749 §10.12). At most 2048
     * characters.
     */
    state?: string;
    /**
     * Opaque to us and put into the ID token unchanged (OpenID Connect Core §3.1.2.1). At most 512 characters.
     */
    nonce?: string;
    /**
     * The `S256` challenge, BASE64URL(SHA-256(code_verifier)), 43 characters (RFC 7636 §4.2). At most 256
     * characters.
     */
    code_challenge?: string;
    /**
     * `S256`; `plain` is refused (RFC 9700 §2.1.1). At most 32 characters.
     */
    code_challenge_method?: string;
    resource?: ResourceParameter;
    /**
     * `query` or `fragment`; without it `query` for `code` and `fragment` for `token`. At most 32 characters.
     */
    response_mode?: string;
    /**
     * `none`, `login` or `consent`, separated by spaces (OpenID Connect Core §3.1.2.1). At most 64 characters.
     */
    prompt?: string;
    /**
     * Seconds since the user's sign-in that are still acceptable, 0–999999999, as a number or as its digits
     * (OpenID Connect Core §3.1.2.1). At most 16 characters.
     */
    max_age?: string | number;
    /**
     * Not supported, answered with `request_not_supported` (OpenID Connect Core §6.1). At most 16384
     * characters.
     */
    request?: string;
    /**
     * Not supported, answered with `request_uri_not_supported` (OpenID Connect Core §6.2). At most 2048
     * characters.
     */
    request_uri?: string;
    /**
     * The user's answer to the question of a `consent_required` answer. Not needed for the user's own apps,
     * for first-party apps, nor where an earlier consent covers every scope.
     */
    consent?: 'approve' | 'deny';
};

/**
 * Where to send the user's browser.
 */
export type AuthorizationResponse = {
    /**
     * The app's redirect URI with the answer in its query, or in its fragment: `code` (or `access_token`), or
     * `error` and `error_description`; always `iss` (RFC 9207) and the `state` of the request. At most 16384
     * characters.
     */
    redirect_uri: string;
};

/**
 * The app that asks, as its user should see it.
 */
export type ConsentClient = {
    app_id: AppId;
    name: DisplayName;
    description: AppDescription;
};

/**
 * An error answer with the question the user has to be asked. Ask it, then repeat the request with `"consent":
 * "approve"` or `"consent": "deny"`.
 */
export type ConsentRequired = {
    /**
     * Stable code of this error (OpenID Connect Core §3.1.2.6).
     */
    error: 'consent_required';
    /**
     * One English sentence for people, at most 512 printable ASCII characters.
     */
    error_description: string;
    /**
     * Page that explains this error and what to do about it, at most 2048 characters.
     */
    error_uri?: string;
    request_id: RequestId;
    client: ConsentClient;
    scopes: ScopeList;
};

/**
 * One of the app's secrets, 1–255 characters, for the method `client_secret_post` (RFC 6749 §2.3.1). Leave it
 * out with HTTP Basic, and when the app is public.
 */
export type ClientSecretParameter = string;

/**
 * Trades an authorization code for tokens (RFC 6749 §4.1.3, RFC 7636 §4.5).
 */
export type AuthorizationCodeGrant = {
    /**
     * Names this grant.
     */
    grant_type: 'authorization_code';
    /**
     * The code from the redirect, 1–512 characters. Works once, for 60 seconds.
     */
    code: string;
    /**
     * The redirect URI of the authorization request, exactly. 1–2048 characters.
     */
    redirect_uri: string;
    client_id?: ClientIdParameter;
    client_secret?: ClientSecretParameter;
    /**
     * The secret behind the `code_challenge`: 43–128 unreserved characters (RFC 7636 §4.1). Required when a
     * challenge was sent, refused when none was.
     */
    code_verifier?: string;
    resource?: ResourceParameter;
};

/**
 * An app asks for a token of its own, without a user (RFC 6749 §4.4.2).
 */
export type ClientCredentialsGrant = {
    /**
     * Names this grant.
     */
    grant_type: 'client_credentials';
    client_id?: ClientIdParameter;
    client_secret?: ClientSecretParameter;
    scope?: ScopeParameter;
    resource?: ResourceParameter;
};

/**
 * Trades a refresh token for a new access token and the next refresh token (RFC 6749 §6).
 */
export type RefreshTokenGrant = {
    /**
     * Names this grant.
     */
    grant_type: 'refresh_token';
    /**
     * The newest refresh token of the grant, 1–512 characters.
     */
    refresh_token: string;
    client_id?: ClientIdParameter;
    client_secret?: ClientSecretParameter;
    scope?: ScopeParameter;
    resource?: ResourceParameter;
};

/**
 * A token request, told apart by its `grant_type` (RFC 6749 §4). Unknown members are ignored (RFC 6749 §3.2).
 */
export type TokenRequest = ({
    grant_type: 'authorization_code';
} & AuthorizationCodeGrant) | ({
    grant_type: 'client_credentials';
} & ClientCredentialsGrant) | ({
    grant_type: 'refresh_token';
} & RefreshTokenGrant);

/**
 * The tokens (RFC 6749 §5.1).
 */
export type TokenResponse = {
    /**
     * The access token, a JWT (RFC 9068) or an opaque string by the app's `access_token_format`. 1–8192
     * characters.
     */
    access_token: string;
    /**
     * How the access token is used (RFC 6750).
     */
    token_type: 'Bearer';
    /**
     * Seconds until the access token stops working, 60–86400; 3600 by default.
     */
    expires_in: number;
    /**
     * Trade it here for the next pair when the access token ends. Every use gives a new one. Absent with
     * client_credentials. 1–512 characters.
     */
    refresh_token?: string;
    /**
     * What was granted, scopes separated by spaces (RFC 6749 Appendix A.4). Absent when nothing was. At most
     * 8192 characters.
     */
    scope?: string;
    /**
     * Who signed in, a JWT (OpenID Connect Core §2); present whenever `openid` was granted to a user. 1–8192
     * characters.
     */
    id_token?: string;
};

/**
 * `access_token` or `refresh_token`: where to look first (RFC 7009 §2.1). A wrong or unknown hint changes
 * nothing. At most 64 characters.
 */
export type TokenTypeHint = string;

/**
 * The token to end (RFC 7009 §2.1). Unknown members are ignored.
 */
export type RevocationRequest = {
    /**
     * An access token or a refresh token, 1–8192 characters.
     */
    token: string;
    token_type_hint?: TokenTypeHint;
    client_id?: ClientIdParameter;
    client_secret?: ClientSecretParameter;
};

/**
 * The token to ask about (RFC 7662 §2.1). Unknown members are ignored.
 */
export type IntrospectionRequest = {
    /**
     * An access token or a refresh token, 1–8192 characters.
     */
    token: string;
    token_type_hint?: TokenTypeHint;
    client_id?: ClientIdParameter;
    client_secret?: ClientSecretParameter;
};

/**
 * What is known about the token (RFC 7662 §2.2). Exactly `{"active":false}` when it does not work or is not
 * for the caller.
 */
export type IntrospectionResponse = {
    /**
     * Whether the token works at this moment.
     */
    active: boolean;
    /**
     * What the token allows, scopes separated by spaces. At most 8192 characters.
     */
    scope?: string;
    /**
     * The app the token was issued to.
     */
    client_id?: AppId;
    /**
     * `Bearer` for an access token; absent for a refresh token. At most 64 characters.
     */
    token_type?: string;
    /**
     * When the token stops working, seconds since 1970-01-01T00:00:00Z.
     */
    exp?: number;
    /**
     * When the token was issued, seconds since 1970-01-01T00:00:00Z.
     */
    iat?: number;
    /**
     * Whom the token speaks for, the user's id, or the `app_id` when there is no user. At most 255 characters.
     */
    sub?: string;
    /**
     * The resource server the token is for, the issuer by default. At most 2048 characters.
     */
    aud?: string;
    /**
     * Who issued the token, our issuer. At most 2048 characters.
     */
    iss?: string;
    /**
     * Unique id of the token, at most 64 characters.
     */
    jti?: string;
};

/**
 * Claims about the user (OpenID Connect Core §5.3.2); which ones depends on the scopes of the access token.
 */
export type UserinfoResponse = {
    /**
     * Who the user is, the same id as in the ID token; never reused. At most 255 characters.
     */
    sub: string;
    /**
     * The user's address, at most 320 characters; with the scope `email`.
     */
    email?: string;
    /**
     * Whether the user has shown that the address is theirs; with the scope `email`.
     */
    email_verified?: boolean;
    /**
     * When these claims last changed, seconds since 1970-01-01T00:00:00Z; with the scope `profile`.
     */
    updated_at?: number;
};

/**
 * An absolute URL under the issuer, at most 2048 characters.
 */
export type EndpointUrl = string;

/**
 * The supported values, 1–100 strings, in order of preference where there is one.
 */
export type MetadataList = Array<string>;

/**
 * OpenID provider metadata (OpenID Connect Discovery §3). It lists what works here and nothing else.
 */
export type OpenidConfiguration = {
    /**
     * Who issues the tokens, the `iss` of each of them; at most 2048 characters.
     */
    issuer: EndpointUrl;
    /**
     * URL of `authorize`, at most 2048 characters.
     */
    authorization_endpoint: EndpointUrl;
    /**
     * URL of `issueToken`, at most 2048 characters.
     */
    token_endpoint: EndpointUrl;
    /**
     * URL of `getUserinfo` and `postUserinfo`, at most 2048 characters.
     */
    userinfo_endpoint: EndpointUrl;
    /**
     * URL of `getJwks`, at most 2048 characters.
     */
    jwks_uri: EndpointUrl;
    /**
     * URL of `revokeToken` (RFC 7009), at most 2048 characters.
     */
    revocation_endpoint: EndpointUrl;
    /**
     * URL of `introspectToken` (RFC 7662), at most 2048 characters.
     */
    introspection_endpoint: EndpointUrl;
    /**
     * Scopes that may be asked for.
     */
    scopes_supported: MetadataList;
    /**
     * Values of `response_type`; `token` only for apps that registered it.
     */
    response_types_supported: MetadataList;
    /**
     * Values of `response_mode`.
     */
    response_modes_supported: MetadataList;
    /**
     * Values of `grant_type`, and `implicit` for the response type `token`.
     */
    grant_types_supported: MetadataList;
    /**
     * `public`: every app sees the same `sub` for one user.
     */
    subject_types_supported: MetadataList;
    /**
     * Algorithms of ID tokens, the default first.
     */
    id_token_signing_alg_values_supported: MetadataList;
    /**
     * How apps prove themselves at the token endpoint.
     */
    token_endpoint_auth_methods_supported: MetadataList;
    /**
     * How apps prove themselves at the revocation endpoint.
     */
    revocation_endpoint_auth_methods_supported: MetadataList;
    /**
     * How apps prove themselves at the introspection endpoint.
     */
    introspection_endpoint_auth_methods_supported: MetadataList;
    /**
     * PKCE methods (RFC 7636 §4.3).
     */
    code_challenge_methods_supported: MetadataList;
    /**
     * `normal`: claims are plain members, neither aggregated nor distributed.
     */
    claim_types_supported: MetadataList;
    /**
     * Claims an ID token or the userinfo endpoint may carry.
     */
    claims_supported: MetadataList;
    /**
     * Whether the parameter `claims` works; false for now.
     */
    claims_parameter_supported: boolean;
    /**
     * Whether the parameter `request` works; false for now.
     */
    request_parameter_supported: boolean;
    /**
     * Whether the parameter `request_uri` works; false for now. Absent would mean true.
     */
    request_uri_parameter_supported: boolean;
    /**
     * Whether every authorization answer carries `iss` (RFC 9207 §3); always true.
     */
    authorization_response_iss_parameter_supported: boolean;
};

/**
 * Authorization server metadata (RFC 8414 §2). It lists what works here and nothing else.
 */
export type OauthMetadata = {
    /**
     * Who issues the tokens, the `iss` of each of them; at most 2048 characters.
     */
    issuer: EndpointUrl;
    /**
     * URL of `authorize`, at most 2048 characters.
     */
    authorization_endpoint: EndpointUrl;
    /**
     * URL of `issueToken`, at most 2048 characters.
     */
    token_endpoint: EndpointUrl;
    /**
     * URL of `getJwks`, at most 2048 characters.
     */
    jwks_uri: EndpointUrl;
    /**
     * URL of `revokeToken` (RFC 7009), at most 2048 characters.
     */
    revocation_endpoint: EndpointUrl;
    /**
     * URL of `introspectToken` (RFC 7662), at most 2048 characters.
     */
    introspection_endpoint: EndpointUrl;
    /**
     * Scopes that may be asked for.
     */
    scopes_supported: MetadataList;
    /**
     * Values of `response_type`; `token` only for apps that registered it.
     */
    response_types_supported: MetadataList;
    /**
     * Values of `response_mode`.
     */
    response_modes_supported: MetadataList;
    /**
     * Values of `grant_type`, and `implicit` for the response type `token`.
     */
    grant_types_supported: MetadataList;
    /**
     * How apps prove themselves at the token endpoint.
     */
    token_endpoint_auth_methods_supported: MetadataList;
    /**
     * How apps prove themselves at the revocation endpoint.
     */
    revocation_endpoint_auth_methods_supported: MetadataList;
    /**
     * How apps prove themselves at the introspection endpoint.
     */
    introspection_endpoint_auth_methods_supported: MetadataList;
    /**
     * PKCE methods (RFC 7636 §4.3).
     */
    code_challenge_methods_supported: MetadataList;
    /**
     * Whether every authorization answer carries `iss` (RFC 9207 §3); always true.
     */
    authorization_response_iss_parameter_supported: boolean;
};

/**
 * One public key (RFC 7517 §4). Members of private and of symmetric keys do not exist in this schema, so they
 * cannot be served.
 */
export type Jwk = {
    /**
     * Family of the key (RFC 7518 §6.1, RFC 8037 §2).
     */
    kty: 'RSA' | 'EC' | 'OKP';
    /**
     * Id of the key, its SHA-256 thumbprint (RFC 7638); the `kid` in a token's header. 1–255 characters.
     */
    kid: string;
    /**
     * What the key is for, signatures (RFC 7517 §4.2).
     */
    use: 'sig';
    /**
     * The one algorithm the key is used with (RFC 7517 §4.4).
     */
    alg: 'RS256' | 'ES256' | 'EdDSA';
    /**
     * Curve of an `EC` or `OKP` key (RFC 7518 §6.2.1.1, RFC 8037 §2).
     */
    crv?: 'P-256' | 'Ed25519';
    /**
     * X coordinate of an `EC` key, or the public key of an `OKP` key, base64url; at most 255 characters.
     */
    x?: string;
    /**
     * Y coordinate of an `EC` key, base64url; at most 255 characters.
     */
    y?: string;
    /**
     * Modulus of an `RSA` key, base64url; at most 1366 characters (8192 bits).
     */
    n?: string;
    /**
     * Public exponent of an `RSA` key, base64url; at most 16 characters.
     */
    e?: string;
};

/**
 * The public keys that verify our tokens (RFC 7517 §5).
 */
export type Jwks = {
    /**
     * 1–50 keys. The next keys are here before they sign, the last ones until their tokens have ended.
     */
    keys: Array<Jwk>;
};

/**
 * A page for people, in their language; at most 1000000 characters of HTML.
 */
export type Page = string;

/**
 * The authorization that the form belongs to. At most 255 characters.
 */
export type TransactionId = string;

/**
 * Proves that the form was shown to this very browser: an HMAC that only our own page knows. At most 64
 * characters.
 */
export type FormToken = string;

/**
 * The form of the sign-in page. Both credentials are plain strings on purpose: whatever is wrong with them, the
 * answer is the same.
 */
export type SignInForm = {
    transaction: TransactionId;
    form_token: FormToken;
    /**
     * Address of the account, at most 320 characters.
     */
    login?: string;
    /**
     * Password of the account, at most 1024 characters.
     */
    password?: string;
};

/**
 * The form of the consent page.
 */
export type ConsentForm = {
    transaction: TransactionId;
    form_token: FormToken;
    /**
     * The session that the page was shown in. When somebody else is signed in by now, the page is shown again. At
     * most 64 characters.
     */
    session: string;
    /**
     * The person's decision.
     */
    decision: 'approve' | 'deny';
};

/**
 * One of the two forms of a password reset, told apart by `token`.
 */
export type PasswordResetForm = {
    form_token: FormToken;
    transaction?: TransactionId;
    /**
     * Address of the account, at most 320 characters.
     */
    login?: string;
    /**
     * The token of the mailed link. At most 128 characters.
     */
    token?: string;
    /**
     * The new password, at most 1024 characters.
     */
    password?: string;
};

/**
 * The form that confirms an address.
 */
export type EmailVerificationForm = {
    form_token: FormToken;
    /**
     * The token of the mailed link. At most 128 characters.
     */
    token: string;
    /**
     * The password of the registration, at most 1024 characters.
     */
    password?: string;
};

/**
 * The process runs.
 */
export type Liveness = {
    /**
     * Always `ok`; a process that cannot say so does not answer.
     */
    status: 'ok';
};

/**
 * What was looked at, each `ok`; a failing one makes the answer a 503.
 */
export type ReadinessChecks = {
    /**
     * The database answers, and its schema is the one this version needs.
     */
    database: 'ok';
    /**
     * Our clock and the database's are at most 30 seconds apart.
     */
    clock: 'ok';
    /**
     * There is an active signing key for every algorithm.
     */
    keys: 'ok';
};

/**
 * The process can serve requests.
 */
export type Readiness = {
    /**
     * Always `ready`; anything else is a 503.
     */
    status: 'ready';
    checks: ReadinessChecks;
};

/**
 * An OpenAPI 3.1 description. Its form is that of the OpenAPI Specification, so any member may appear.
 */
export type OpenapiDocument = {
    /**
     * Version of the OpenAPI Specification, at most 16 characters.
     */
    openapi: string;
    /**
     * Title, version and licence of this API.
     */
    info: {
        [key: string]: unknown;
    };
    /**
     * The operations by path and method.
     */
    paths: {
        [key: string]: unknown;
    };
};

/**
 * How many items the answer may hold, 1–1000; 100 by default.
 */
export type Count = number;

/**
 * Where to go on, taken as it is from the `Link` of the answer before; opaque, 1–512 characters.
 */
export type Cursor = string;

/**
 * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
 * one that never was.
 */
export type AppIdInPath = string;

/**
 * The secret, by its internal id; 1–64 characters.
 */
export type SecretIdInPath = string;

/**
 * The authorization that the page belongs to, as our own redirect named it. At most 255 characters.
 */
export type TransactionInQuery = string;

/**
 * The token of the mailed link. At most 128 characters.
 */
export type LinkTokenInQuery = string;

export type RegisterData = {
    /**
     * The new account.
     */
    body: RegisterRequest;
    path?: never;
    query?: never;
    url: '/api/v1/auth/register';
};

export type RegisterErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * This server does not take new accounts (`LATCHKEY_REGISTRATION=closed`).
     */
    403: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * There already is an account with this address.
     */
    409: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type RegisterError = RegisterErrors[keyof RegisterErrors];

export type RegisterResponses = {
    /**
     * The account exists, or a mail is on its way that lets it be confirmed.
     */
    201: User;
};

export type RegisterResponse = RegisterResponses[keyof RegisterResponses];

export type LoginData = {
    /**
     * The credentials of the account.
     */
    body: LoginRequest;
    path?: never;
    query?: never;
    url: '/api/v1/auth/login';
};

export type LoginErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The address and the password do not open an account. Unknown address, wrong password, locked or unverified
     * account: one answer, in the same time.
     */
    401: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type LoginError = LoginErrors[keyof LoginErrors];

export type LoginResponses = {
    /**
     * The session is open.
     */
    200: LoginResult;
};

export type LoginResponse = LoginResponses[keyof LoginResponses];

export type RequestPasswordResetData = {
    /**
     * The address of the account.
     */
    body: AddressRequest;
    path?: never;
    query?: never;
    url: '/api/v1/auth/reset-password';
};

export type RequestPasswordResetErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type RequestPasswordResetError = RequestPasswordResetErrors[keyof RequestPasswordResetErrors];

export type RequestPasswordResetResponses = {
    /**
     * If the address has an account, a mail is on its way.
     */
    200: Message;
};

export type RequestPasswordResetResponse = RequestPasswordResetResponses[keyof RequestPasswordResetResponses];

export type ConfirmPasswordResetData = {
    /**
     * The token of the link, and the new password.
     */
    body: PasswordResetConfirmation;
    path?: never;
    query?: never;
    url: '/api/v1/auth/reset-password/confirm';
};

export type ConfirmPasswordResetErrors = {
    /**
     * The link is unknown, used, expired or made useless by a newer one: one answer, `invalid_grant`. Or the request
     * is malformed, or the password breaks a rule: then nothing is consumed and the link still works.
     */
    400: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type ConfirmPasswordResetError = ConfirmPasswordResetErrors[keyof ConfirmPasswordResetErrors];

export type ConfirmPasswordResetResponses = {
    /**
     * The password is changed; every session has ended.
     */
    200: Message;
};

export type ConfirmPasswordResetResponse = ConfirmPasswordResetResponses[keyof ConfirmPasswordResetResponses];

export type VerifyEmailData = {
    /**
     * The token of the link, and the password of the registration.
     */
    body: EmailVerification;
    path?: never;
    query?: never;
    url: '/api/v1/auth/verify-email';
};

export type VerifyEmailErrors = {
    /**
     * The link is unknown, used, expired or made useless by a newer one: one answer, `invalid_grant`. Or the request
     * is malformed, or the password breaks a rule: then nothing is consumed and the link still works.
     */
    400: ErrorResponse;
    /**
     * The link works, but the password is not the one of the registration. The link still works.
     */
    401: ErrorResponse;
    /**
     * This server does not take new accounts (`LATCHKEY_REGISTRATION=closed`).
     */
    403: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * There already is an account with this address.
     */
    409: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type VerifyEmailError = VerifyEmailErrors[keyof VerifyEmailErrors];

export type VerifyEmailResponses = {
    /**
     * The address is confirmed, and the account exists.
     */
    200: User;
};

export type VerifyEmailResponse = VerifyEmailResponses[keyof VerifyEmailResponses];

export type ResendVerificationData = {
    /**
     * The address to confirm.
     */
    body: AddressRequest;
    path?: never;
    query?: never;
    url: '/api/v1/auth/verify-email/resend';
};

export type ResendVerificationErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type ResendVerificationError = ResendVerificationErrors[keyof ResendVerificationErrors];

export type ResendVerificationResponses = {
    /**
     * If something waits for this address to be confirmed, a mail is on its way.
     */
    200: Message;
};

export type ResendVerificationResponse = ResendVerificationResponses[keyof ResendVerificationResponses];

export type RegisterAppData = {
    /**
     * The new app.
     */
    body: AppRegistrationRequest;
    path?: never;
    query?: never;
    url: '/api/v1/apps/register';
};

export type RegisterAppErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, or the one that was sent does not work here (RFC 6750 §3).
     */
    401: ErrorResponse;
    /**
     * The caller is known and may not do this.
     */
    403: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type RegisterAppError = RegisterAppErrors[keyof RegisterAppErrors];

export type RegisterAppResponses = {
    /**
     * The app is registered. Keep `app_secret` now; it is not shown again.
     */
    201: AppRegistrationResponse;
};

export type RegisterAppResponse = RegisterAppResponses[keyof RegisterAppResponses];

export type ListAppsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many items the answer may hold, 1–1000; 100 by default.
         */
        count?: number;
        /**
         * Where to go on, taken as it is from the `Link` of the answer before; opaque, 1–512 characters.
         */
        cursor?: string;
    };
    url: '/api/v1/apps';
};

export type ListAppsErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, or the one that was sent does not work here (RFC 6750 §3).
     */
    401: ErrorResponse;
    /**
     * The caller is known and may not do this.
     */
    403: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type ListAppsError = ListAppsErrors[keyof ListAppsErrors];

export type ListAppsResponses = {
    /**
     * The caller's apps, as a bare array.
     */
    200: ApplicationList;
};

export type ListAppsResponse = ListAppsResponses[keyof ListAppsResponses];

export type DeleteAppData = {
    body?: never;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/api/v1/apps/{appId}';
};

export type DeleteAppErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, or the one that was sent does not work here (RFC 6750 §3).
     */
    401: ErrorResponse;
    /**
     * The caller is known and may not do this.
     */
    403: ErrorResponse;
    /**
     * There is no such thing, or it is not yours; the answer is the same.
     */
    404: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type DeleteAppError = DeleteAppErrors[keyof DeleteAppErrors];

export type DeleteAppResponses = {
    /**
     * The app is gone.
     */
    204: void;
};

export type DeleteAppResponse = DeleteAppResponses[keyof DeleteAppResponses];

export type GetAppData = {
    body?: never;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/api/v1/apps/{appId}';
};

export type GetAppErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, or the one that was sent does not work here (RFC 6750 §3).
     */
    401: ErrorResponse;
    /**
     * The caller is known and may not do this.
     */
    403: ErrorResponse;
    /**
     * There is no such thing, or it is not yours; the answer is the same.
     */
    404: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type GetAppError = GetAppErrors[keyof GetAppErrors];

export type GetAppResponses = {
    /**
     * The app.
     */
    200: Application;
};

export type GetAppResponse = GetAppResponses[keyof GetAppResponses];

export type UpdateAppData = {
    /**
     * The members to change.
     */
    body: AppUpdateRequest;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/api/v1/apps/{appId}';
};

export type UpdateAppErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, or the one that was sent does not work here (RFC 6750 §3).
     */
    401: ErrorResponse;
    /**
     * The caller is known and may not do this.
     */
    403: ErrorResponse;
    /**
     * There is no such thing, or it is not yours; the answer is the same.
     */
    404: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type UpdateAppError = UpdateAppErrors[keyof UpdateAppErrors];

export type UpdateAppResponses = {
    /**
     * The app as it is now.
     */
    200: Application;
};

export type UpdateAppResponse = UpdateAppResponses[keyof UpdateAppResponses];

export type ListAppSecretsData = {
    body?: never;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/api/v1/apps/{appId}/secrets';
};

export type ListAppSecretsErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, or the one that was sent does not work here (RFC 6750 §3).
     */
    401: ErrorResponse;
    /**
     * The caller is known and may not do this.
     */
    403: ErrorResponse;
    /**
     * There is no such thing, or it is not yours; the answer is the same.
     */
    404: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type ListAppSecretsError = ListAppSecretsErrors[keyof ListAppSecretsErrors];

export type ListAppSecretsResponses = {
    /**
     * The app's secrets, as a bare array.
     */
    200: AppSecretList;
};

export type ListAppSecretsResponse = ListAppSecretsResponses[keyof ListAppSecretsResponses];

export type CreateAppSecretData = {
    /**
     * The new secret.
     */
    body: AppSecretRequest;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/api/v1/apps/{appId}/secrets';
};

export type CreateAppSecretErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, or the one that was sent does not work here (RFC 6750 §3).
     */
    401: ErrorResponse;
    /**
     * The caller is known and may not do this.
     */
    403: ErrorResponse;
    /**
     * There is no such thing, or it is not yours; the answer is the same.
     */
    404: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The request does not fit the present state; nothing was changed.
     */
    409: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type CreateAppSecretError = CreateAppSecretErrors[keyof CreateAppSecretErrors];

export type CreateAppSecretResponses = {
    /**
     * The secret works. Keep `app_secret` now; it is not shown again.
     */
    201: AppSecretCreated;
};

export type CreateAppSecretResponse = CreateAppSecretResponses[keyof CreateAppSecretResponses];

export type DeleteAppSecretData = {
    body?: never;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
        /**
         * The secret, by its internal id; 1–64 characters.
         */
        secretId: string;
    };
    query?: never;
    url: '/api/v1/apps/{appId}/secrets/{secretId}';
};

export type DeleteAppSecretErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, or the one that was sent does not work here (RFC 6750 §3).
     */
    401: ErrorResponse;
    /**
     * The caller is known and may not do this.
     */
    403: ErrorResponse;
    /**
     * There is no such thing, or it is not yours; the answer is the same.
     */
    404: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type DeleteAppSecretError = DeleteAppSecretErrors[keyof DeleteAppSecretErrors];

export type DeleteAppSecretResponses = {
    /**
     * The secret works no more.
     */
    204: void;
};

export type DeleteAppSecretResponse = DeleteAppSecretResponses[keyof DeleteAppSecretResponses];

export type StartAuthorizationData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * `code`, or `token` for an app that registered it (RFC 6749 §3.1.1); at most 64 characters.
         */
        response_type?: string;
        /**
         * The app's `app_id`; at most 255 characters.
         */
        client_id?: string;
        /**
         * Where the answer goes: one of the app's redirect URIs, exactly. At most 2048 characters.
         */
        redirect_uri?: string;
        /**
         * Scopes separated by single spaces, in any order (RFC 6749 §3.3). At most 2048 characters.
         */
        scope?: string;
        /**
         * Opaque to us and handed back unchanged (RFC 6749 §10.12). At most 2048 characters.
         */
        state?: string;
        /**
         * Put into the ID token unchanged (OpenID Connect Core §3.1.2.1). At most 2048 characters; the domain takes 512.
         */
        nonce?: string;
        /**
         * The `S256` challenge, 43 characters (RFC 7636 §4.2). At most 256 characters.
         */
        code_challenge?: string;
        /**
         * `S256`; `plain` is refused (RFC 9700 §2.1.1). At most 32 characters.
         */
        code_challenge_method?: string;
        /**
         * The resource server the token is for (RFC 8707 §2). At most 2048 characters.
         */
        resource?: string;
        /**
         * `query` or `fragment`; without it `query` for `code` and `fragment` for `token`. At most 32 characters.
         */
        response_mode?: string;
        /**
         * `none`, `login` or `consent`, separated by spaces (OpenID Connect Core §3.1.2.1). At most 64 characters.
         */
        prompt?: string;
        /**
         * Seconds since the user's sign-in that are still acceptable, as digits. At most 16 characters.
         */
        max_age?: string;
        /**
         * What the address field of the sign-in page starts with. At most 320 characters.
         */
        login_hint?: string;
        /**
         * An ID token that names the expected user (OpenID Connect Core §3.1.2.1); one that is none of ours is ignored. At most 8192 characters.
         */
        id_token_hint?: string;
        /**
         * Languages of the pages, best first, separated by spaces (OpenID Connect Core §3.1.2.1). At most 255 characters.
         */
        ui_locales?: string;
        /**
         * Not supported, answered with `request_not_supported` (OpenID Connect Core §6.1). At most 16384 characters.
         */
        request?: string;
        /**
         * Not supported, answered with `request_uri_not_supported` (OpenID Connect Core §6.2). At most 2048 characters.
         */
        request_uri?: string;
        /**
         * A request that came by form and was stored; goes on with it, and every other parameter is ignored. Anything
         * that we did not make is an unknown parameter. At most 255 characters.
         */
        transaction?: string;
        /**
         * Any other parameter; ignored (RFC 6749 §3.1).
         */
        other_parameters?: {
            [key: string]: unknown;
        } | string;
    };
    url: '/oauth2/authorize';
};

export type StartAuthorizationErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type StartAuthorizationError = StartAuthorizationErrors[keyof StartAuthorizationErrors];

export type AuthorizeData = {
    /**
     * The authorization request.
     */
    body: AuthorizationRequest;
    path?: never;
    query?: never;
    url: '/oauth2/authorize';
};

export type AuthorizeErrors = {
    /**
     * The app or its redirect URI is not proven, so there is nowhere to send the browser.
     */
    400: ErrorResponse;
    /**
     * There is no session token, it does not work, or the sign-in is too old for this request (RFC 9470 §3).
     */
    401: ErrorResponse;
    /**
     * The user has to be asked first, or the token may not do this.
     */
    403: ConsentRequired | ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type AuthorizeError = AuthorizeErrors[keyof AuthorizeErrors];

export type AuthorizeResponses = {
    /**
     * Send the browser to `redirect_uri`.
     */
    200: AuthorizationResponse;
};

export type AuthorizeResponse = AuthorizeResponses[keyof AuthorizeResponses];

export type IssueTokenData = {
    /**
     * The token request.
     */
    body: TokenRequest;
    path?: never;
    query?: never;
    url: '/oauth2/token';
};

export type IssueTokenErrors = {
    /**
     * The request is refused (RFC 6749 §5.2).
     */
    400: ErrorResponse;
    /**
     * The app did not prove who it is (RFC 6749 §5.2).
     */
    401: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type IssueTokenError = IssueTokenErrors[keyof IssueTokenErrors];

export type IssueTokenResponses = {
    /**
     * The tokens.
     */
    200: TokenResponse;
};

export type IssueTokenResponse = IssueTokenResponses[keyof IssueTokenResponses];

export type RevokeTokenData = {
    /**
     * The token to end.
     */
    body: RevocationRequest;
    path?: never;
    query?: never;
    url: '/oauth2/revoke';
};

export type RevokeTokenErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The app did not prove who it is (RFC 6749 §5.2).
     */
    401: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type RevokeTokenError = RevokeTokenErrors[keyof RevokeTokenErrors];

export type RevokeTokenResponses = {
    /**
     * The token does not work, or no longer. No body.
     */
    200: unknown;
};

export type IntrospectTokenData = {
    /**
     * The token to ask about.
     */
    body: IntrospectionRequest;
    path?: never;
    query?: never;
    url: '/oauth2/introspect';
};

export type IntrospectTokenErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The app did not prove who it is (RFC 6749 §5.2).
     */
    401: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type IntrospectTokenError = IntrospectTokenErrors[keyof IntrospectTokenErrors];

export type IntrospectTokenResponses = {
    /**
     * What is known about the token.
     */
    200: IntrospectionResponse;
};

export type IntrospectTokenResponse = IntrospectTokenResponses[keyof IntrospectTokenResponses];

export type GetUserinfoData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/oauth2/userinfo';
};

export type GetUserinfoErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, or the one that was sent does not work here (RFC 6750 §3).
     */
    401: ErrorResponse;
    /**
     * The caller is known and may not do this.
     */
    403: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type GetUserinfoError = GetUserinfoErrors[keyof GetUserinfoErrors];

export type GetUserinfoResponses = {
    /**
     * The claims.
     */
    200: UserinfoResponse;
};

export type GetUserinfoResponse = GetUserinfoResponses[keyof GetUserinfoResponses];

export type PostUserinfoData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/oauth2/userinfo';
};

export type PostUserinfoErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, or the one that was sent does not work here (RFC 6750 §3).
     */
    401: ErrorResponse;
    /**
     * The caller is known and may not do this.
     */
    403: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The hour's or the day's calls are used up, or too many sign-ins from this network have failed. Try again after
     * `Retry-After`.
     */
    429: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type PostUserinfoError = PostUserinfoErrors[keyof PostUserinfoErrors];

export type PostUserinfoResponses = {
    /**
     * The claims.
     */
    200: UserinfoResponse;
};

export type PostUserinfoResponse = PostUserinfoResponses[keyof PostUserinfoResponses];

export type GetOpenidConfigurationData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/.well-known/openid-configuration';
};

export type GetOpenidConfigurationErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type GetOpenidConfigurationError = GetOpenidConfigurationErrors[keyof GetOpenidConfigurationErrors];

export type GetOpenidConfigurationResponses = {
    /**
     * The metadata.
     */
    200: OpenidConfiguration;
};

export type GetOpenidConfigurationResponse = GetOpenidConfigurationResponses[keyof GetOpenidConfigurationResponses];

export type GetOauthMetadataData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/.well-known/oauth-authorization-server';
};

export type GetOauthMetadataErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type GetOauthMetadataError = GetOauthMetadataErrors[keyof GetOauthMetadataErrors];

export type GetOauthMetadataResponses = {
    /**
     * The metadata.
     */
    200: OauthMetadata;
};

export type GetOauthMetadataResponse = GetOauthMetadataResponses[keyof GetOauthMetadataResponses];

export type GetJwksData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/.well-known/jwks.json';
};

export type GetJwksErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type GetJwksError = GetJwksErrors[keyof GetJwksErrors];

export type GetJwksResponses = {
    /**
     * The keys.
     */
    200: Jwks;
};

export type GetJwksResponse = GetJwksResponses[keyof GetJwksResponses];

export type ShowSignInData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The authorization that the page belongs to, as our own redirect named it. At most 255 characters.
         */
        transaction?: string;
    };
    url: '/signin';
};

export type ShowSignInErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type ShowSignInError = ShowSignInErrors[keyof ShowSignInErrors];

export type ShowSignInResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowSignInResponse = ShowSignInResponses[keyof ShowSignInResponses];

export type SubmitSignInData = {
    /**
     * The form of the sign-in page.
     */
    body: SignInForm;
    path?: never;
    query?: never;
    url: '/signin';
};

export type SubmitSignInErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    401: Page;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * Too many sign-ins from this network have failed. Try again after `Retry-After`.
     */
    429: Page;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type SubmitSignInError = SubmitSignInErrors[keyof SubmitSignInErrors];

export type ShowConsentData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The authorization that the page belongs to, as our own redirect named it. At most 255 characters.
         */
        transaction?: string;
    };
    url: '/consent';
};

export type ShowConsentErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type ShowConsentError = ShowConsentErrors[keyof ShowConsentErrors];

export type ShowConsentResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowConsentResponse = ShowConsentResponses[keyof ShowConsentResponses];

export type SubmitConsentData = {
    /**
     * The form of the consent page.
     */
    body: ConsentForm;
    path?: never;
    query?: never;
    url: '/consent';
};

export type SubmitConsentErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type SubmitConsentError = SubmitConsentErrors[keyof SubmitConsentErrors];

export type ShowPasswordResetData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The token of the mailed link. At most 128 characters.
         */
        token?: string;
        /**
         * What was done, as our own redirect names it. `sent`: asked for a link; `changed`: changed the password.
         */
        step?: 'sent' | 'changed';
        /**
         * The authorization that the page belongs to, as our own redirect named it. At most 255 characters.
         */
        transaction?: string;
    };
    url: '/reset-password';
};

export type ShowPasswordResetErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type ShowPasswordResetError = ShowPasswordResetErrors[keyof ShowPasswordResetErrors];

export type ShowPasswordResetResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowPasswordResetResponse = ShowPasswordResetResponses[keyof ShowPasswordResetResponses];

export type SubmitPasswordResetData = {
    /**
     * One of the two forms of the page.
     */
    body: PasswordResetForm;
    path?: never;
    query?: never;
    url: '/reset-password';
};

export type SubmitPasswordResetErrors = {
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    400: Page;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type SubmitPasswordResetError = SubmitPasswordResetErrors[keyof SubmitPasswordResetErrors];

export type ShowEmailVerificationData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The token of the mailed link. At most 128 characters.
         */
        token?: string;
        /**
         * What was done, as our own redirect names it.
         */
        step?: 'done';
    };
    url: '/verify-email';
};

export type ShowEmailVerificationErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type ShowEmailVerificationError = ShowEmailVerificationErrors[keyof ShowEmailVerificationErrors];

export type ShowEmailVerificationResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowEmailVerificationResponse = ShowEmailVerificationResponses[keyof ShowEmailVerificationResponses];

export type SubmitEmailVerificationData = {
    /**
     * The form of the page.
     */
    body: EmailVerificationForm;
    path?: never;
    query?: never;
    url: '/verify-email';
};

export type SubmitEmailVerificationErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    401: Page;
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    403: Page;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    409: Page;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type SubmitEmailVerificationError = SubmitEmailVerificationErrors[keyof SubmitEmailVerificationErrors];

export type GetStylesheetData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/assets/latchkey.css';
};

export type GetStylesheetErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type GetStylesheetError = GetStylesheetErrors[keyof GetStylesheetErrors];

export type GetStylesheetResponses = {
    /**
     * The stylesheet.
     */
    200: Blob | File;
};

export type GetStylesheetResponse = GetStylesheetResponses[keyof GetStylesheetResponses];

export type GetLivenessData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/livez';
};

export type GetLivenessErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type GetLivenessError = GetLivenessErrors[keyof GetLivenessErrors];

export type GetLivenessResponses = {
    /**
     * The process runs.
     */
    200: Liveness;
};

export type GetLivenessResponse = GetLivenessResponses[keyof GetLivenessResponses];

export type GetReadinessData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/readyz';
};

export type GetReadinessErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type GetReadinessError = GetReadinessErrors[keyof GetReadinessErrors];

export type GetReadinessResponses = {
    /**
     * The process can serve.
     */
    200: Readiness;
};

export type GetReadinessResponse = GetReadinessResponses[keyof GetReadinessResponses];

export type GetSpecData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/openapi.json';
};

export type GetSpecErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The header `Accept` names no media type this operation can answer with.
     */
    406: ErrorResponse;
    /**
     * The request did not arrive within 10 seconds.
     */
    408: ErrorResponse;
    /**
     * The body is larger than 64 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is of a media type this operation does not take.
     */
    415: ErrorResponse;
    /**
     * The headers of the request are larger than 16 KiB together.
     */
    431: ErrorResponse;
    /**
     * Something broke on our side. The log knows it by `request_id`.
     */
    500: ErrorResponse;
    /**
     * The server cannot answer for the moment, the database is away or too much is going on. Try again after
     * `Retry-After`.
     */
    503: ErrorResponse;
};

export type GetSpecError = GetSpecErrors[keyof GetSpecErrors];

export type GetSpecResponses = {
    /**
     * The OpenAPI description.
     */
    200: OpenapiDocument;
};

export type GetSpecResponse = GetSpecResponses[keyof GetSpecResponses];

export type GetDocsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/docs';
};

export type GetDocsErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type GetDocsError = GetDocsErrors[keyof GetDocsErrors];

export type GetDocsResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type GetDocsResponse = GetDocsResponses[keyof GetDocsResponses];

export type GetErrorDocsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/docs/errors';
};

export type GetErrorDocsErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type GetErrorDocsError = GetErrorDocsErrors[keyof GetErrorDocsErrors];

export type GetErrorDocsResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type GetErrorDocsResponse = GetErrorDocsResponses[keyof GetErrorDocsResponses];

export type GetDocsStylesheetData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/docs/docs.css';
};

export type GetDocsStylesheetErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type GetDocsStylesheetError = GetDocsStylesheetErrors[keyof GetDocsStylesheetErrors];

export type GetDocsStylesheetResponses = {
    /**
     * The stylesheet.
     */
    200: Blob | File;
};

export type GetDocsStylesheetResponse = GetDocsStylesheetResponses[keyof GetDocsStylesheetResponses];

export type GetDocsScriptData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/docs/reference.js';
};

export type GetDocsScriptErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type GetDocsScriptError = GetDocsScriptErrors[keyof GetDocsScriptErrors];

export type GetDocsScriptResponses = {
    /**
     * The script.
     */
    200: Blob | File;
};

export type GetDocsScriptResponse = GetDocsScriptResponses[keyof GetDocsScriptResponses];

export type GetScalarScriptData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/docs/scalar.js';
};

export type GetScalarScriptErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type GetScalarScriptError = GetScalarScriptErrors[keyof GetScalarScriptErrors];

export type GetScalarScriptResponses = {
    /**
     * The script.
     */
    200: Blob | File;
};

export type GetScalarScriptResponse = GetScalarScriptResponses[keyof GetScalarScriptResponses];

export type GetDevMailboxData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/dev/mail';
};

export type GetDevMailboxErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * There is no such page, or not for whoever asks.
     */
    404: Page;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type GetDevMailboxError = GetDevMailboxErrors[keyof GetDevMailboxErrors];

export type GetDevMailboxResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type GetDevMailboxResponse = GetDevMailboxResponses[keyof GetDevMailboxResponses];

export type GetDevRequestData = {
    body?: never;
    path: {
        /**
         * The `request_id` of the error; 1–64 characters.
         */
        requestId: RequestId;
    };
    query?: never;
    url: '/dev/requests/{requestId}';
};

export type GetDevRequestErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * There is no such page, or not for whoever asks.
     */
    404: Page;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type GetDevRequestError = GetDevRequestErrors[keyof GetDevRequestErrors];

export type GetDevRequestResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type GetDevRequestResponse = GetDevRequestResponses[keyof GetDevRequestResponses];

export type SubmitAuthorizationData = {
    /**
     * The authorization request.
     */
    body: AuthorizationForm;
    path?: never;
    query?: never;
    url: '/oauth2/authorize~application-x-www-form-urlencoded';
};

export type SubmitAuthorizationErrors = {
    /**
     * A page for people.
     */
    400: string;
    /**
     * A page for people.
     */
    406: string;
    /**
     * A page for people.
     */
    408: string;
    /**
     * A page for people.
     */
    413: string;
    /**
     * A page for people.
     */
    415: string;
    /**
     * A page for people.
     */
    431: string;
    /**
     * A page for people.
     */
    500: string;
    /**
     * A page for people.
     */
    503: string;
};

export type SubmitAuthorizationError = SubmitAuthorizationErrors[keyof SubmitAuthorizationErrors];
