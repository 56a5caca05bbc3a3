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
     * `query`, `fragment` or `form_post`; without it `query` for `code` and `fragment` for `token`. At most 32 characters.
     */
    response_mode?: string;
    /**
     * `none`, `login`, `consent` or `select_account`, separated by spaces (OpenID Connect Core §3.1.2.1). At most 64 characters.
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
     * Claims asked for one by one, a JSON object (OpenID Connect Core §5.5). At most 8192 characters.
     */
    claims?: string;
    /**
     * Authentication contexts the app would like, best first: `aal2`, `aal1`. A wish; to insist, use `claims`. At most 255 characters.
     */
    acr_values?: string;
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
 * Something about one member of a request that was done all the same.
 */
export type Warning = {
    /**
     * Where it stands, a JSON Pointer (RFC 6901) into the body, such as `/password`. At most 256 characters.
     */
    path: string;
    /**
     * What its owner should know, one English sentence of at most 256 characters; never what it was.
     */
    message: string;
};

/**
 * What could be better, though it was done; left out when there is nothing. At present: a password that is among
 * those that are tried first. At most 8.
 */
export type WarningList = Array<Warning>;

/**
 * The account that was asked for.
 */
export type NewAccount = {
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
    warnings?: WarningList;
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
     * Ours: `invalid_credentials`, `mfa_required`, `account_exists`, `registration_closed`, `not_found`, `conflict`,
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
 * Code of a second factor: six digits of an authenticator app, eight digits out of a mail, or a recovery code
 * (`ABCD-EFGH-IJKL-MNOP`). Which of them it is, its form tells; spaces do not matter. 1–64 characters.
 */
export type FactorCode = string;

/**
 * The credentials of an account, and with `code` those of its second factor in one go. Address and password are plain
 * strings on purpose: whatever is wrong with them, the answer is the same.
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
    code?: FactorCode;
};

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
 * Stands for a sign-in whose password was right, for five minutes (`LATCHKEY_MFA_TOKEN_SECONDS`) and five codes; opens
 * nothing by itself. At most 128 characters.
 */
export type MfaToken = string;

/**
 * An error answer to a right password: the account has a second factor. Ask for it, then send the code with `mfa_token` to
 * `completeMfa`.
 */
export type MfaRequired = {
    /**
     * Stable code of this error.
     */
    error: 'mfa_required';
    /**
     * One English sentence for people, at most 512 printable ASCII characters.
     */
    error_description: string;
    /**
     * Page that explains this error and what to do about it, at most 2048 characters.
     */
    error_uri?: string;
    request_id: RequestId;
    mfa_token: MfaToken;
    /**
     * What may be shown, the usual thing first; 1–10 of them, and more may come. `totp`: the code of an authenticator app.
     * `email`: the code that has just been mailed. `recovery_code`: one of the codes kept for the day the rest is lost.
     * `passkey`: another way in, `beginPasskeyLogin`, which asks for no code.
     */
    methods: Array<string>;
};

/**
 * The second half of a sign-in.
 */
export type MfaCompletion = {
    mfa_token: MfaToken;
    code: FactorCode;
};

/**
 * Id of the challenge, from the begin of the ceremony, 1–64 characters. It works once, for 5 minutes, and for
 * the ceremony it was made for.
 */
export type PasskeyChallengeId = string;

/**
 * Bytes in base64url without padding (RFC 4648 §5), 1–16384 characters.
 */
export type Base64Url = string;

/**
 * What the authenticator signed; members that are not listed are ignored.
 */
export type AssertionResponse = {
    /**
     * What the browser says about the ceremony, in base64url; 1–4096 characters.
     */
    clientDataJSON: Base64Url;
    /**
     * What the authenticator says about it, in base64url; 1–4096 characters.
     */
    authenticatorData: Base64Url;
    /**
     * The signature over both, in base64url; 1–4096 characters.
     */
    signature: Base64Url;
    /**
     * The account that the passkey is of, as its registration named it, in base64url; at most 128 characters.
     * Every passkey that was made here brings it.
     */
    userHandle?: string | null;
};

/**
 * What `navigator.credentials.get()` gave, as its `toJSON()` writes it (`AuthenticationResponseJSON`).
 * Browsers add members over time; those that are not listed are ignored.
 */
export type AssertedCredential = {
    /**
     * What the authenticator calls the passkey, in base64url; 1–1364 characters.
     */
    id: Base64Url;
    /**
     * The same as `id`, 1–1364 characters.
     */
    rawId: Base64Url;
    /**
     * Always `public-key`.
     */
    type: 'public-key';
    response: AssertionResponse;
};

/**
 * What a browser has signed.
 */
export type PasskeyLogin = {
    challenge_id: PasskeyChallengeId;
    credential: AssertedCredential;
};

/**
 * One proof of who is signed in: a passkey, or the code of a second factor where the account has one, else the
 * password.
 */
export type StepUpRequest = {
    /**
     * Password of the account, for accounts without a second factor, 1–1024 characters.
     */
    password?: string;
    code?: FactorCode;
    /**
     * What a passkey of the account has signed, from the options of `beginPasskeyLogin`.
     */
    passkey?: PasskeyLogin;
    /**
     * `true` has a code mailed, for accounts whose second factor is their mailbox, and proves nothing yet; send the code with
     * another request.
     */
    send_code?: true;
};

/**
 * How the user was proven (RFC 8176 §2), 1–10 of them: `pwd` password, `otp` code, `hwk` or `swk` passkey, `user` by its
 * own check; `mfa` when two factors were shown. More may come.
 */
export type AuthenticationMethods = Array<string>;

/**
 * How sure it is who signed in (OpenID Connect Core §2): `aal1` by one factor, `aal2` by two. At most 16 characters; more
 * values may come.
 */
export type AuthenticationContext = string;

/**
 * How fresh and how strong the proof of a session's user is.
 */
export type Freshness = {
    /**
     * The session, a UUID.
     */
    session_id: string;
    /**
     * Seconds since 1970 at which its user was last proven (OpenID Connect Core §2), 0–253402300799.
     */
    auth_time: number;
    amr: AuthenticationMethods;
    acr: AuthenticationContext;
    /**
     * Seconds for which operations that ask for a fresh proof stay open, 0–300. 0: they are shut until the next proof.
     */
    fresh_for: number;
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
 * A password was changed.
 */
export type PasswordChanged = {
    /**
     * What happened, in stable English; 1–200 characters.
     */
    message: string;
    warnings?: WarningList;
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
 * Id of the session, a UUID; the `sid` of tokens made in it.
 */
export type SessionId = string;

/**
 * What the session may do, words separated by spaces: `full read write` for one that its user opened with
 * their own credentials; `read`, `write` or `read write` for one made from an app password. At most 64
 * characters.
 */
export type SessionScope = string;

/**
 * A sign-in on one device.
 */
export type Session = {
    id: SessionId;
    /**
     * Whether a program keeps it by a token (`api`), or a browser by a cookie (`browser`).
     */
    kind: 'api' | 'browser';
    /**
     * What the device called itself when the session began, such as `Firefox on Linux`; it proves nothing.
     * 1–64 characters.
     */
    device: string;
    /**
     * The IP address from which the session began, or `unknown`; at most 64 characters. Null where it was not noted.
     */
    address: string | null;
    /**
     * When the session began; UTC, whole seconds.
     */
    created_at: Timestamp;
    /**
     * When the session was used last, to the minute; UTC.
     */
    last_used_at: Timestamp;
    /**
     * When the session ends, however much it is used; UTC. Unused for 7 days (by default) it ends sooner.
     */
    expires_at: Timestamp;
    /**
     * When its user was last proven, in seconds since 1970 (OpenID Connect Core §2).
     */
    auth_time: number;
    /**
     * How its user was proven: values of RFC 8176, such as `pwd`, `otp`, `mfa`; at most 16. Empty for a session
     * made from an app password, which proves no person.
     */
    amr: Array<string>;
    /**
     * How sure that proof is, `aal1` by one factor or `aal2` by two; more may come. At most 32 characters.
     */
    acr: string;
    scope: SessionScope;
    /**
     * The app password it was made from, a UUID; null for one opened with its user's own credentials.
     */
    app_password_id: string | null;
    /**
     * True for the session whose token is presented.
     */
    current: boolean;
    /**
     * Whose it is; told by `getSession` only.
     */
    user?: User;
};

/**
 * The credentials of an account: the password, exactly one of `username` and `email`, and with `code` those of
 * its second factor in one go. They are plain strings on purpose: whatever is wrong with them, the answer is
 * the same.
 */
export type SessionRequest = {
    /**
     * Name of the account, which is its e-mail address; 1–320 characters.
     */
    username?: string;
    /**
     * The same by its other name; 1–320 characters.
     */
    email?: string;
    /**
     * Password of the account, 1–1024 characters.
     */
    password: string;
    code?: FactorCode;
};

/**
 * A session and a token that stands for it.
 */
export type SessionCreated = {
    /**
     * Token of the session, sent as `Authorization: Bearer …` or `X-Auth-Token: …`. It is no OAuth access
     * token. It has the form of a JWT, but only this server can judge it. Shown once; 1–2048 characters.
     */
    access_token: string;
    /**
     * How the token is used (RFC 6750).
     */
    token_type: 'Bearer';
    /**
     * Seconds until the token stops working, 0–86400; 3600 by default, less where the session ends sooner.
     */
    expires_in: number;
    session_id: SessionId;
    scope: SessionScope;
    user: User;
};

/**
 * The caller's sessions; at most 1000.
 */
export type SessionList = Array<Session>;

/**
 * Something people call a person by, 1–200 characters, without control characters and without marks that turn
 * the writing direction; null takes it away.
 */
export type ProfileText = string | null;

/**
 * A URL that starts with `https://` or `http://` and holds no user name and no password, 10–2048 characters;
 * null takes it away.
 */
export type ProfileUrl = string | null;

/**
 * A day, `YYYY-MM-DD`, with the year `0000` where that is nobody's business, or a year alone, `YYYY`
 * (OpenID Connect Core §5.1); 4–10 characters; not in the future. Null takes it away.
 */
export type Birthdate = string | null;

/**
 * A time zone by its name in the IANA database, such as `Europe/Berlin`; 2–64 characters. Null takes it away.
 */
export type Zoneinfo = string | null;

/**
 * A language, as a tag of RFC 5646 such as `de-AT`; 2–35 characters, kept in its canonical spelling. Null takes
 * it away.
 */
export type Locale = string | null;

/**
 * A phone number in the form of E.164, such as `+493012345678`, perhaps with `;ext=` and digits (RFC 3966
 * §5.3); 6–31 characters. Nobody has verified it. Null takes it away.
 */
export type PhoneNumber = string | null;

/**
 * A postal address (OpenID Connect Core §5.1.1), replaced as a whole; at least one part of it. Null takes it away.
 */
export type PostalAddressOrNull = {
    /**
     * The whole address as it goes onto an envelope, lines separated by line feeds; 1–500 characters.
     */
    formatted?: string;
    /**
     * Street, house number and what belongs to it, perhaps several lines; 1–300 characters.
     */
    street_address?: string;
    /**
     * City or town; 1–200 characters.
     */
    locality?: string;
    /**
     * State, province or region; 1–200 characters.
     */
    region?: string;
    /**
     * ZIP or postal code; 1–40 characters.
     */
    postal_code?: string;
    /**
     * Country, by name; 1–100 characters.
     */
    country?: string;
} | null;

/**
 * A moment in UTC, whole seconds (RFC 3339), such as `2026-02-06T00:00:00Z`, or null.
 */
export type TimestampOrNull = string | null;

/**
 * An account as its owner reads it: with the standard claims of OpenID Connect Core §5.1, of which apps read what the
 * scopes `profile`, `email`, `phone` and `address` open.
 */
export type Account = {
    /**
     * Internal id, a UUID; also the `sub` of every token of this account. Never reused.
     */
    id: string;
    /**
     * Address of the account as its owner typed it, 3–320 characters.
     */
    email: string;
    /**
     * Whether the owner has shown that the address is theirs.
     */
    email_verified: boolean;
    /**
     * When the account was registered; UTC, whole seconds.
     */
    created_at: Timestamp;
    /**
     * When it last changed; UTC, whole seconds.
     */
    updated_at: Timestamp;
    /**
     * The whole name as it is shown, 1–200 characters; null when it is not told.
     */
    name: ProfileText;
    /**
     * Given names, first names, 1–200 characters; null when it is not told.
     */
    given_name: ProfileText;
    /**
     * Family names, surnames, 1–200 characters; null when it is not told.
     */
    family_name: ProfileText;
    /**
     * Middle names, 1–200 characters; null when it is not told.
     */
    middle_name: ProfileText;
    /**
     * What friends say, 1–200 characters; null when it is not told.
     */
    nickname: ProfileText;
    /**
     * By what the person would like to be called; it identifies nobody, 1–200 characters; null when it is not told.
     */
    preferred_username: ProfileText;
    /**
     * Where the person has a page about themselves, a URL of at most 2048 characters; null when it is not told.
     */
    profile: ProfileUrl;
    /**
     * The person's website or blog, a URL of at most 2048 characters; null when it is not told.
     */
    website: ProfileUrl;
    /**
     * Any words, 1–200 characters; null when it is not told.
     */
    gender: ProfileText;
    birthdate: Birthdate;
    zoneinfo: Zoneinfo;
    locale: Locale;
    phone_number: PhoneNumber;
    address: PostalAddressOrNull;
    /**
     * Where apps load the avatar, a URL of at most 2048 characters; null when there is none.
     */
    picture: string | null;
    /**
     * What is asked for after the password, at most 10, in the order of enrolment; empty means nothing.
     */
    second_factors: Array<string>;
    /**
     * Recovery codes that are not used yet, 0–100.
     */
    recovery_codes_remaining: number;
    /**
     * Passkeys of the account, 0–1000.
     */
    passkeys: number;
    /**
     * When the account is deleted; UTC, whole seconds. Null while nobody asked for that.
     */
    deletion_at: TimestampOrNull;
};

/**
 * What becomes of an account.
 */
export type AccountDeletion = {
    /**
     * When the account is deleted for good; UTC, whole seconds.
     */
    deletion_at: Timestamp;
};

/**
 * The members to change, at least one; every member left out stays as it is, null takes one away.
 */
export type AccountUpdateRequest = {
    /**
     * The whole name as it is shown, 1–200 characters; null takes it away.
     */
    name?: ProfileText;
    /**
     * Given names, first names, 1–200 characters; null takes it away.
     */
    given_name?: ProfileText;
    /**
     * Family names, surnames, 1–200 characters; null takes it away.
     */
    family_name?: ProfileText;
    /**
     * Middle names, 1–200 characters; null takes it away.
     */
    middle_name?: ProfileText;
    /**
     * What friends say, 1–200 characters; null takes it away.
     */
    nickname?: ProfileText;
    /**
     * By what the person would like to be called; it identifies nobody, 1–200 characters; null takes it away.
     */
    preferred_username?: ProfileText;
    /**
     * Where the person has a page about themselves, a URL of at most 2048 characters; null takes it away.
     */
    profile?: ProfileUrl;
    /**
     * The person's website or blog, a URL of at most 2048 characters; null takes it away.
     */
    website?: ProfileUrl;
    /**
     * Any words, 1–200 characters; null takes it away.
     */
    gender?: ProfileText;
    birthdate?: Birthdate;
    zoneinfo?: Zoneinfo;
    locale?: Locale;
    phone_number?: PhoneNumber;
    address?: PostalAddressOrNull;
    /**
     * Whether a code that is mailed to the address of the account is asked for after the password. The address has to
     * be confirmed; the sign-in has to be fresh, as for operations with `x-step-up`. Never with an app password.
     */
    second_factor_email?: boolean;
};

/**
 * Public identifier of an app, `app_` and 22 characters; the `client_id` of OAuth 2.0. At most 64 characters.
 */
export type AppId = string;

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
 * Scopes, at most 50; repeated ones count once. There are `openid`, `profile`, `email`, `address`, `phone`,
 * `offline_access`, and `read` and `write` for the apps' own resource servers.
 */
export type ScopeList = Array<string>;

/**
 * The one way the app proves itself at the token endpoint (RFC 7591 §2): `client_secret_basic` (HTTP Basic),
 * `client_secret_post` (members of the body), `private_key_jwt` (an assertion it signs, RFC 7523 §2.2) or
 * `none` (a public app, which has no secret). Null: the first two both work.
 */
export type TokenEndpointAuthMethod = 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt' | 'none' | null;

/**
 * The one algorithm the app signs its assertions with (RFC 7518 §3.1, RFC 8037 §3.1), for `private_key_jwt`
 * only. Null, or left out: what the first of its keys is for; `RS256` with `jwks_uri`.
 */
export type AssertionAlgorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA' | null;

/**
 * One public key of an app (RFC 7517 §4).
 */
export type ClientJwk = {
    /**
     * Family of the key (RFC 7518 §6.1, RFC 8037 §2).
     */
    kty: 'RSA' | 'EC' | 'OKP';
    /**
     * What the key is for (RFC 7517 §4.3), at most 10 operations.
     */
    key_ops?: Array<string>;
    /**
     * Id of the key (RFC 7517 §4.5), at most 2048 characters.
     */
    kid?: string;
    /**
     * What the key is for (RFC 7517 §4.2), at most 2048 characters.
     */
    use?: string;
    /**
     * The algorithm the key is used with (RFC 7517 §4.4), at most 2048 characters.
     */
    alg?: string;
    /**
     * Curve of an `EC` or `OKP` key (RFC 7518 §6.2.1.1, RFC 8037 §2), at most 2048 characters.
     */
    crv?: string;
    /**
     * X coordinate of an `EC` key, or the public key of an `OKP` key, base64url, at most 2048 characters.
     */
    x?: string;
    /**
     * Y coordinate of an `EC` key, base64url, at most 2048 characters.
     */
    y?: string;
    /**
     * Modulus of an `RSA` key, base64url, at most 2048 characters.
     */
    n?: string;
    /**
     * Public exponent of an `RSA` key, base64url, at most 2048 characters.
     */
    e?: string;
};

/**
 * The public keys that the app registered (RFC 7517 §5). Null, or left out, where there are none.
 */
export type ClientJwks = {
    /**
     * The keys, at most 20.
     */
    keys: Array<ClientJwk>;
} | null;

/**
 * An absolute URL (RFC 3986 §4.3), 1–2048 printable ASCII characters; null counts as left out.
 */
export type WebUri = string | null;

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
    token_endpoint_auth_signing_alg: AssertionAlgorithm;
    jwks: ClientJwks;
    /**
     * Where the app publishes its keys, at most 2048 characters; null, nowhere.
     */
    jwks_uri: WebUri;
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
     * Where everybody may read the app's logo, at most 512 characters; it changes with the image. Null means that
     * it has none.
     */
    logo_uri: string | null;
    /**
     * When the app was registered; UTC, whole seconds.
     */
    created_at: Timestamp;
};

/**
 * An app that the user has let in, by consent or, where it needs none, by a grant that lives.
 */
export type Consent = {
    /**
     * Internal id of the app, a UUID.
     */
    id: string;
    app_id: AppId;
    /**
     * What the app is called, at most 100 characters.
     */
    name: string;
    /**
     * What was agreed to, or what the live grants of an app without consent allow; at most 50 scopes.
     */
    scopes: ScopeList;
    /**
     * When it was agreed to first, or the oldest live grant was given; UTC, whole seconds.
     */
    created_at: Timestamp;
    /**
     * When something was last added to it, or the latest live grant was given; UTC, whole seconds.
     */
    updated_at: Timestamp;
    /**
     * When the app last got tokens with which it may come again; UTC, whole seconds. Null when it holds none.
     */
    last_used_at: TimestampOrNull;
};

/**
 * How a browser may reach the authenticator, 0–6 of `ble`, `hybrid`, `internal`, `nfc`, `smart-card` and
 * `usb`; more may come.
 */
export type PasskeyTransports = Array<string>;

/**
 * A passkey of the account.
 */
export type Passkey = {
    /**
     * Internal id of the passkey, a UUID.
     */
    id: string;
    /**
     * What its owner calls it, 1–100 characters without control characters.
     */
    name: DisplayName;
    /**
     * When the passkey was added; UTC, whole seconds.
     */
    created_at: Timestamp;
    /**
     * When it last signed its owner in; UTC, whole seconds. Null means not yet.
     */
    last_used_at: TimestampOrNull;
    /**
     * Whether it may be copied to its owner's other devices; otherwise it is bound to one.
     */
    synced: boolean;
    /**
     * Whether it was copied when it was last used. One that was not is lost with its device.
     */
    backed_up: boolean;
    transports: PasskeyTransports;
    /**
     * Model of the authenticator, a UUID; all zero when it does not say.
     */
    aaguid: string;
};

/**
 * All passkeys of the account, newest first; an account has at most 20.
 */
export type PasskeyList = Array<Passkey>;

/**
 * Id of the app password, a UUID.
 */
export type AppPasswordId = string;

/**
 * What an app password opens, `read` (look), `write` (change), or both; each once.
 */
export type AppPasswordScopes = Array<'read' | 'write'>;

/**
 * An app password, without the secret itself.
 */
export type AppPassword = {
    id: AppPasswordId;
    name: DisplayName;
    scopes: AppPasswordScopes;
    /**
     * When the app password was made; UTC, whole seconds.
     */
    created_at: Timestamp;
    /**
     * When the app password stops working; UTC, whole seconds. Null means never.
     */
    expires_at: TimestampOrNull;
    /**
     * When it, or a session made from it, was used last, to the minute; UTC. Null means not yet.
     */
    last_used_at: TimestampOrNull;
};

/**
 * All app passwords of one account; there are at most 50.
 */
export type AppPasswordList = Array<AppPassword>;

/**
 * Something that happened to the account. It holds no secret and nothing that was typed.
 */
export type Activity = {
    /**
     * Internal id, a UUID.
     */
    id: string;
    /**
     * What happened, at most 64 characters. There may be more kinds one day; now there are `signed_in`, `signed_out`,
     * `stepped_up`, `password_changed`, `password_reset`, `email_changed`, `second_factor_added`,
     * `second_factor_removed`, `recovery_codes_created`, `recovery_code_used`, `passkey_added`, `passkey_removed`,
     * `app_password_created`, `app_password_removed`, `consent_given`, `consent_revoked`,
     * `account_deletion_requested` and `account_deletion_cancelled`.
     */
    kind: string;
    /**
     * When it happened; UTC, whole seconds.
     */
    at: Timestamp;
    /**
     * The IP address it came from, or `unknown`; at most 64 characters. Null when it came from nobody's request.
     */
    address: string | null;
    /**
     * What the device called itself, at most 256 characters; null when it did not say.
     */
    user_agent: string | null;
    /**
     * The session it happened in, or that came of it, a UUID; null when there was none.
     */
    session_id: string | null;
    /**
     * The app it is about, at most 64 characters; null when it is about none, or the app is gone.
     */
    app_id: string | null;
    /**
     * What that app is called, at most 100 characters; null like `app_id`.
     */
    app_name: string | null;
};

/**
 * Everything that is kept about a person, without anything that would let somebody in.
 */
export type AccountExport = {
    /**
     * When this was put together; UTC, whole seconds.
     */
    exported_at: Timestamp;
    /**
     * The account with its profile and what guards it.
     */
    account: Account;
    /**
     * Sessions that go on, at most 1000, those used last first.
     */
    sessions: SessionList;
    /**
     * Apps of the account, at most 10000, newest first; without their secrets.
     */
    apps: Array<Application>;
    /**
     * Apps that were let in, at most 10000.
     */
    consents: Array<Consent>;
    /**
     * Passkeys, without their keys; newest first.
     */
    passkeys: PasskeyList;
    /**
     * App passwords, without their text; newest first.
     */
    app_passwords: AppPasswordList;
    /**
     * What happened, at most 10000 entries, newest first.
     */
    activities: Array<Activity>;
};

/**
 * The password of the account, and the one that takes its place.
 */
export type PasswordChange = {
    /**
     * The password that the account has now, 1–1024 characters. A wrong one counts as a guess.
     */
    current_password: string;
    /**
     * The new password, under the rules of `register`: 8–1024 characters, at most 1024 bytes of UTF-8, any
     * characters; the `strict` profile asks for 15.
     */
    new_password: string;
    /**
     * Whether every app password of the account ends as well; otherwise they work on.
     */
    end_app_passwords?: boolean;
};

/**
 * The token of a mailed link, and the password of the account.
 */
export type EmailChangeConfirmation = {
    /**
     * The `token` of the mailed link, `change_…`, 1–128 characters. Works once.
     */
    token: string;
    /**
     * The password of the account, 1–1024 characters: who only has the new mailbox gets no account. A wrong one
     * counts as a guess.
     */
    password: string;
};

/**
 * What happened, at most 1000 entries in one answer.
 */
export type ActivityList = Array<Activity>;

/**
 * Connected apps, at most 1000 in one answer.
 */
export type ConsentList = Array<Consent>;

/**
 * What the new app password is called, what it opens and how long it works.
 */
export type AppPasswordRequest = {
    name: DisplayName;
    scopes: AppPasswordScopes;
    /**
     * Seconds until the app password stops working, 60–157680000 (five years); −1: it does not expire. Without
     * it: 31536000, a year.
     */
    expires_in?: number;
};

/**
 * A new app password, shown this once.
 */
export type AppPasswordCreated = {
    id: AppPasswordId;
    name: DisplayName;
    /**
     * The secret: `apppw_`, 256 random bits, and a checksum by which scanners know it; 1–128 characters. Only
     * its SHA-256 is kept.
     */
    app_password: string;
    scopes: AppPasswordScopes;
    /**
     * When the app password was made; UTC, whole seconds.
     */
    created_at: Timestamp;
    /**
     * When the app password stops working; UTC, whole seconds. Null means never.
     */
    expires_at: TimestampOrNull;
};

/**
 * The bytes of a PNG, JPEG or WebP image, at most 262144. In examples each character stands for a byte.
 */
export type ImageBytes = Blob | File;

/**
 * What became of an image that was uploaded.
 */
export type StoredImage = {
    /**
     * Where everybody who knows this address may read it, without a token; another one after the next upload. At
     * most 512 characters.
     */
    uri: string;
    /**
     * The `ETag` of its bytes (RFC 9110 §8.8.3), at most 128 characters.
     */
    etag: string;
    /**
     * What it is, found out from its bytes.
     */
    media_type: 'image/png' | 'image/jpeg' | 'image/webp';
    /**
     * Its width in pixels, 1–1024.
     */
    width: number;
    /**
     * Its height in pixels, 1–1024.
     */
    height: number;
    /**
     * Its size in bytes without the metadata, 1–262144.
     */
    bytes: number;
};

/**
 * Who signs in, if anybody says so.
 */
export type PasskeyLoginRequest = {
    /**
     * Address of the account, 1–320 characters. Without it the person picks one of their passkeys.
     */
    email?: string;
};

/**
 * What the authenticator is to sign, 32 random bytes in base64url; 43 characters.
 */
export type PasskeyChallenge = string;

/**
 * A passkey, as a browser looks for it (`PublicKeyCredentialDescriptorJSON`).
 */
export type PasskeyDescriptor = {
    /**
     * Always `public-key`.
     */
    type: 'public-key';
    /**
     * What the authenticator calls it, in base64url; 1–1364 characters.
     */
    id: Base64Url;
    transports: PasskeyTransports;
};

/**
 * What a browser has signed (`PublicKeyCredentialRequestOptionsJSON`): hand it to
 * `PublicKeyCredential.parseRequestOptionsFromJSON` as it is.
 */
export type PasskeyRequestOptions = {
    /**
     * The issuer's host, 1–253 characters.
     */
    rpId: string;
    challenge: PasskeyChallenge;
    /**
     * Milliseconds until the challenge expires, 300000.
     */
    timeout: number;
    /**
     * Always `required`; the authenticator asks for a finger, a face or a PIN.
     */
    userVerification: 'required';
    /**
     * Passkeys of the address that was named, at most 20; empty when none was, and the person picks. What
     * stands here does not tell whether the address has an account.
     */
    allowCredentials: Array<PasskeyDescriptor>;
};

/**
 * The begin of a sign-in by passkey.
 */
export type PasskeyLoginBegun = {
    challenge_id: PasskeyChallengeId;
    /**
     * Seconds until the challenge expires, 300.
     */
    expires_in: number;
    options: PasskeyRequestOptions;
};

/**
 * What the authenticator made; members that are not listed are ignored.
 */
export type AttestationResponse = {
    /**
     * What the browser says about the ceremony, in base64url; 1–4096 characters.
     */
    clientDataJSON: Base64Url;
    /**
     * The public key with what belongs to it, in base64url; 1–16384 characters. A statement in it is not looked at.
     */
    attestationObject: Base64Url;
    /**
     * How the browser may reach the authenticator, 0–10; unknown ones are not kept.
     */
    transports?: PasskeyTransports;
};

/**
 * What `navigator.credentials.create()` gave, as its `toJSON()` writes it (`RegistrationResponseJSON`).
 * Browsers add members over time; those that are not listed are ignored.
 */
export type CreatedCredential = {
    /**
     * What the authenticator calls the passkey, in base64url; 1–1364 characters.
     */
    id: Base64Url;
    /**
     * The same as `id`, 1–1364 characters.
     */
    rawId: Base64Url;
    /**
     * Always `public-key`.
     */
    type: 'public-key';
    response: AttestationResponse;
};

/**
 * A passkey that a browser has made.
 */
export type PasskeyRegistration = {
    challenge_id: PasskeyChallengeId;
    /**
     * What its owner calls it, 1–100 characters without control characters.
     */
    name?: DisplayName;
    credential: CreatedCredential;
};

/**
 * Who the passkey is for; it works at this host's pages only.
 */
export type PasskeyRelyingParty = {
    /**
     * The issuer's host, 1–253 characters.
     */
    id: string;
    /**
     * What the browser calls us to its owner, 1–253 characters.
     */
    name: string;
};

/**
 * Whose passkey it will be.
 */
export type PasskeyUser = {
    /**
     * The bytes of the account's id in base64url, 22 characters; a sign-in brings it back.
     */
    id: Base64Url;
    /**
     * Address of the account, 3–320 characters.
     */
    name: string;
    /**
     * Address of the account, 3–320 characters.
     */
    displayName: string;
};

/**
 * A signature algorithm.
 */
export type PasskeyAlgorithm = {
    /**
     * Always `public-key`.
     */
    type: 'public-key';
    /**
     * Its COSE number, -65535 to 65535; -8 is EdDSA, -7 ES256, -257 RS256.
     */
    alg: number;
};

/**
 * What an authenticator must be able to.
 */
export type PasskeyAuthenticatorSelection = {
    /**
     * Always `required`; the authenticator remembers the account.
     */
    residentKey: 'required';
    /**
     * Always true; what older browsers read in place of `residentKey`.
     */
    requireResidentKey: true;
    /**
     * Always `required`; it asks for a finger, a face or a PIN.
     */
    userVerification: 'required';
};

/**
 * What a browser makes a passkey from (`PublicKeyCredentialCreationOptionsJSON`): hand it to
 * `PublicKeyCredential.parseCreationOptionsFromJSON` as it is.
 */
export type PasskeyCreationOptions = {
    rp: PasskeyRelyingParty;
    user: PasskeyUser;
    challenge: PasskeyChallenge;
    /**
     * Signature algorithms that are taken, the preferred one first; 1–10.
     */
    pubKeyCredParams: Array<PasskeyAlgorithm>;
    /**
     * Milliseconds until the challenge expires, 300000.
     */
    timeout: number;
    /**
     * The passkeys that the account has, at most 20; their authenticators make no second one.
     */
    excludeCredentials: Array<PasskeyDescriptor>;
    authenticatorSelection: PasskeyAuthenticatorSelection;
    /**
     * Always `none`; nobody is asked for the model of their authenticator.
     */
    attestation: 'none';
};

/**
 * The begin of a passkey.
 */
export type PasskeyRegistrationBegun = {
    challenge_id: PasskeyChallengeId;
    /**
     * Seconds until the challenge expires, 300.
     */
    expires_in: number;
    options: PasskeyCreationOptions;
};

/**
 * The name that the passkey gets.
 */
export type PasskeyUpdateRequest = {
    /**
     * What its owner calls it, 1–100 characters without control characters.
     */
    name: DisplayName;
};

/**
 * The secret of an authenticator app that waits for its first code.
 */
export type TotpEnrolment = {
    /**
     * The secret in base32 (RFC 4648 §6), to be typed into the app, 32 characters. Shown here and as a QR code only.
     */
    secret: string;
    /**
     * The secret with everything that the app has to know, for a QR code or a link, at most 1024 characters.
     */
    otpauth_uri: string;
    expires_at: Timestamp;
};

/**
 * The first code of an authenticator app.
 */
export type TotpConfirmation = {
    /**
     * The six digits that the app shows, 1–16 characters; spaces do not matter.
     */
    code: string;
};

/**
 * Recovery codes, ten of them, each of which stands in for the second factor once. They are shown here and never again;
 * all earlier ones are useless.
 */
export type RecoveryCodes = Array<string>;

/**
 * An authenticator app that is in use from now on.
 */
export type TotpConfirmed = {
    recovery_codes: RecoveryCodes;
    amr: AuthenticationMethods;
    acr: AuthenticationContext;
};

/**
 * The recovery codes of an account, just made.
 */
export type RecoveryCodesCreated = {
    recovery_codes: RecoveryCodes;
};

/**
 * The public keys of the app (RFC 7517 §5), 1–20; never beside `jwks_uri`. RSA of 2048 bits or more, P-256 and
 * Ed25519 can be used. Of each key its public members are kept. Null: none.
 */
export type GivenJwks = {
    /**
     * The keys, at most 20; private and symmetric ones are refused.
     */
    keys: Array<{
        [key: string]: unknown;
    }>;
} | null;

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
    token_endpoint_auth_signing_alg?: AssertionAlgorithm;
    jwks?: GivenJwks;
    /**
     * Where the app publishes its keys, instead of `jwks`: a public `https` URL, at most 2048 characters. Keys
     * are fetched when an assertion names one that is not known, at most every 10 seconds.
     */
    jwks_uri?: WebUri;
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
 * A secret of an app, `secret_` and 49 characters; the `client_secret` of OAuth 2.0. At most 128 characters.
 * Shown once: we keep only its SHA-256.
 */
export type AppSecretText = string;

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
    token_endpoint_auth_signing_alg?: AssertionAlgorithm;
    jwks?: GivenJwks;
    /**
     * Where the app publishes its keys, instead of `jwks`: a public `https` URL, at most 2048 characters. Keys
     * are fetched when an assertion names one that is not known, at most every 10 seconds.
     */
    jwks_uri?: WebUri;
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
 * How many calls of one window are used and left; null when the window is not limited.
 */
export type CallWindow = {
    /**
     * Calls the app may make in the window, 1–1000000000.
     */
    limit: number;
    /**
     * Calls the app has tried to make in the window, those included for which none was left; 0–1000000000000.
     */
    used: number;
    /**
     * Calls left in the window, 0–1000000000.
     */
    remaining: number;
    /**
     * When the window ends, in seconds since 1970; null before its first call: a window begins with the call that
     * it counts first.
     */
    reset: number | null;
} | null;

/**
 * How much of what it may do an app makes use of.
 */
export type AppUsage = {
    /**
     * Calls in an hour; null when they are not limited.
     */
    hour: CallWindow;
    /**
     * Calls in a day; null when they are not limited.
     */
    day: CallWindow;
    /**
     * Accounts whose owner has agreed to the app and has not taken it back, 0–100000; 100000 stands for more as
     * well. The app's owner, and users of an app marked as `first_party`, need not agree and do not count.
     */
    users: number;
    /**
     * When one of its present secrets last authenticated the app, to the minute; UTC. Null means not yet, or that
     * it has no secret.
     */
    last_used_at: TimestampOrNull;
};

/**
 * A page for people, in their language; at most 1000000 characters of HTML.
 */
export type Page = string;

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
     * An ID token of ours that names the expected user: nobody else's answer is given. One that is none of ours is ignored
     * (OpenID Connect Core §3.1.2.1). At most 8192 characters.
     */
    id_token_hint?: string;
    /**
     * Claims asked for one by one, the text of a JSON object (OpenID Connect Core §5.5). At most 8192 characters.
     */
    claims?: string;
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
    /**
     * Whether the operator vouches for the app as the house's own. No other app is the operator's, whatever its name says.
     */
    first_party: boolean;
    /**
     * What whoever registered the app is called by, in their own words, which nobody has verified; at most 200
     * characters. Null: they give no name, nobody owns the app, or it is the house's own.
     */
    owner_name: ProfileText;
    /**
     * The app's logo, at most 2048 characters; null, none.
     */
    logo_uri: WebUri;
    /**
     * What the app says about privacy, at most 2048 characters; null, nothing.
     */
    policy_uri: WebUri;
    /**
     * The app's terms of service, at most 2048 characters; null, none.
     */
    tos_uri: WebUri;
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
 * `urn:ietf:params:oauth:client-assertion-type:jwt-bearer` beside `client_assertion` (RFC 7523 §2.2), 1–255
 * characters.
 */
export type ClientAssertionType = string;

/**
 * A JWT that the app signed to prove itself, for the method `private_key_jwt` (RFC 7523 §2.2, §3), 1–8192
 * characters: `iss` and `sub` are its `app_id`, `aud` is this issuer, `exp` is at most 5 minutes ahead, `jti`
 * works once.
 */
export type ClientAssertion = string;

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
    client_assertion_type?: ClientAssertionType;
    client_assertion?: ClientAssertion;
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
    client_assertion_type?: ClientAssertionType;
    client_assertion?: ClientAssertion;
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
    client_assertion_type?: ClientAssertionType;
    client_assertion?: ClientAssertion;
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
 * What a client says about itself (RFC 7591 §2, OpenID Connect Registration §2). Everything may be left out but
 * the redirect URIs of a client that signs people in. Unknown members are ignored; null counts as left out.
 */
export type ClientRegistrationRequest = {
    redirect_uris?: RedirectUris;
    /**
     * How the client proves itself (RFC 7591 §2): `client_secret_basic` (the default), `client_secret_post`,
     * `private_key_jwt` with `jwks` or `jwks_uri`, or `none` for a public client.
     */
    token_endpoint_auth_method?: 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt' | 'none' | null;
    token_endpoint_auth_signing_alg?: AssertionAlgorithm;
    /**
     * How the client wants to obtain tokens, at most 20 values; those we do not have are left out. Without it
     * what `response_types` implies.
     */
    grant_types?: Array<string> | null;
    /**
     * What the client wants to ask for at the authorization endpoint, at most 20 values; those we do not have
     * are left out. Without it what `grant_types` implies, `code` where that is not sent either.
     */
    response_types?: Array<string> | null;
    /**
     * The name that people see when they are asked for consent, 1–100 characters. Without it the host of the
     * first redirect URI.
     */
    client_name?: string | null;
    /**
     * The home page of the client, `https`, at most 2048 characters.
     */
    client_uri?: WebUri;
    /**
     * The logo of the client, `https`, at most 2048 characters. We never fetch it.
     */
    logo_uri?: WebUri;
    /**
     * What the client does with data of people, `https`, at most 2048 characters.
     */
    policy_uri?: WebUri;
    /**
     * The terms of the client, `https`, at most 2048 characters.
     */
    tos_uri?: WebUri;
    /**
     * How to reach who is responsible for the client, at most 10 e-mail addresses.
     */
    contacts?: Array<string> | null;
    /**
     * Scopes that the client wants to be able to ask for, separated by spaces, at most 2048 characters; those
     * that it cannot have are left out. Without it all that people can consent to.
     */
    scope?: string | null;
    jwks?: GivenJwks;
    /**
     * Where the client publishes its keys, instead of `jwks`; a public `https` URL of at most 2048 characters.
     */
    jwks_uri?: WebUri;
    /**
     * What identifies the software among all that its makers register, at most 255 characters.
     */
    software_id?: string | null;
    /**
     * The version of that software, at most 255 characters.
     */
    software_version?: string | null;
    /**
     * `web` (the default) or `native` (OpenID Connect Registration §2): an app on a device may have a
     * private-use scheme.
     */
    application_type?: 'web' | 'native' | null;
    /**
     * Algorithm that signs the ID tokens of the client, `RS256` by default. `HS256` uses the client secret as
     * key (OpenID Connect Core §10.1).
     */
    id_token_signed_response_alg?: 'RS256' | 'ES256' | 'EdDSA' | 'HS256' | null;
    /**
     * Algorithm that signs what userinfo answers (OpenID Connect Core §5.3.2). Without it that is plain JSON.
     */
    userinfo_signed_response_alg?: 'RS256' | 'ES256' | 'EdDSA' | null;
    /**
     * `public` (the default) or `pairwise`, with which people have another `sub` in every sector (OpenID Connect
     * Core §8).
     */
    subject_type?: 'public' | 'pairwise' | null;
    /**
     * A public `https` URL that leads to a JSON list with every redirect URI of the sector (OpenID Connect Core
     * §8.1), at most 2048 characters.
     */
    sector_identifier_uri?: WebUri;
    /**
     * Seconds since the sign-in of the user that the client accepts when it asks for no `max_age`, 0–2147483647.
     */
    default_max_age?: number | null;
    /**
     * Whether ID tokens have to carry `auth_time`, which they always do.
     */
    require_auth_time?: boolean | null;
    /**
     * What counts as `acr_values` when the client asks for none, at most 10 values.
     */
    default_acr_values?: Array<string> | null;
    /**
     * Where others start a sign-in at the client (OpenID Connect Core §4), `https`, at most 2048 characters.
     */
    initiate_login_uri?: WebUri;
    post_logout_redirect_uris?: PostLogoutRedirectUris;
    /**
     * Where logout tokens are sent (OpenID Connect Back-Channel Logout §2.2), a public `https` URL of at most
     * 2048 characters.
     */
    backchannel_logout_uri?: WebUri;
    /**
     * Whether logout tokens have to carry `sid`, which they always do.
     */
    backchannel_logout_session_required?: boolean | null;
    /**
     * What is loaded in a frame at logout (OpenID Connect Front-Channel Logout §2), at the origin of a redirect
     * URI, at most 2048 characters.
     */
    frontchannel_logout_uri?: WebUri;
    /**
     * Whether that URL gets `iss` and `sid`, which it always does.
     */
    frontchannel_logout_session_required?: boolean | null;
};

/**
 * An absolute URL under the issuer, at most 2048 characters.
 */
export type EndpointUrl = string;

/**
 * A registered client with everything as it is registered (RFC 7591 §3.2.1, RFC 7592 §3). Members without a
 * value are left out.
 */
export type ClientRegistration = {
    client_id: AppId;
    /**
     * When the client was registered; seconds since 1970.
     */
    client_id_issued_at: number;
    client_secret?: AppSecretText;
    /**
     * 0, because the secret does not expire (RFC 7591 §3.2.1). Only beside `client_secret`.
     */
    client_secret_expires_at?: number;
    /**
     * What opens `registration_client_uri`, `regtoken_` and 49 characters; at most 128. We keep only its
     * SHA-256.
     */
    registration_access_token: string;
    /**
     * URL of `readClient`, `updateClient` and `deleteClient` for this client; at most 2048 characters.
     */
    registration_client_uri: EndpointUrl;
    redirect_uris: RedirectUris;
    token_endpoint_auth_method: TokenEndpointAuthMethod;
    token_endpoint_auth_signing_alg?: AssertionAlgorithm;
    grant_types: GrantTypes;
    response_types: ResponseTypes;
    client_name: DisplayName;
    /**
     * The home page of the client, `https`, at most 2048 characters.
     */
    client_uri?: WebUri;
    /**
     * The logo of the client, `https`, at most 2048 characters. We never fetch it.
     */
    logo_uri?: WebUri;
    /**
     * What the client does with data of people, `https`, at most 2048 characters.
     */
    policy_uri?: WebUri;
    /**
     * The terms of the client, `https`, at most 2048 characters.
     */
    tos_uri?: WebUri;
    /**
     * How to reach who is responsible for the client, at most 10 e-mail addresses.
     */
    contacts?: Array<string>;
    /**
     * Scopes that the client may ask for, separated by spaces, at most 2048 characters.
     */
    scope: string;
    jwks?: ClientJwks;
    /**
     * Where the client publishes its keys, instead of `jwks`; a public `https` URL of at most 2048 characters.
     */
    jwks_uri?: WebUri;
    /**
     * What identifies the software among all that its makers register, at most 255 characters.
     */
    software_id?: string;
    /**
     * The version of that software, at most 255 characters.
     */
    software_version?: string;
    /**
     * `web` (the default) or `native` (OpenID Connect Registration §2): an app on a device may have a
     * private-use scheme.
     */
    application_type: 'web' | 'native';
    id_token_signed_response_alg: IdTokenAlgorithm;
    /**
     * Algorithm that signs what userinfo answers (OpenID Connect Core §5.3.2). Without it that is plain JSON.
     */
    userinfo_signed_response_alg?: 'RS256' | 'ES256' | 'EdDSA';
    /**
     * `public` (the default) or `pairwise`, with which people have another `sub` in every sector (OpenID Connect
     * Core §8).
     */
    subject_type: 'public' | 'pairwise';
    /**
     * A public `https` URL that leads to a JSON list with every redirect URI of the sector (OpenID Connect Core
     * §8.1), at most 2048 characters.
     */
    sector_identifier_uri?: WebUri;
    /**
     * Seconds since the sign-in of the user that the client accepts when it asks for no `max_age`, 0–2147483647.
     */
    default_max_age?: number;
    /**
     * Whether ID tokens have to carry `auth_time`, which they always do.
     */
    require_auth_time: boolean;
    /**
     * What counts as `acr_values` when the client asks for none, at most 10 values.
     */
    default_acr_values?: Array<string>;
    /**
     * Where others start a sign-in at the client (OpenID Connect Core §4), `https`, at most 2048 characters.
     */
    initiate_login_uri?: WebUri;
    post_logout_redirect_uris?: PostLogoutRedirectUris;
    /**
     * Where logout tokens are sent (OpenID Connect Back-Channel Logout §2.2), a public `https` URL of at most
     * 2048 characters.
     */
    backchannel_logout_uri?: WebUri;
    /**
     * Whether logout tokens have to carry `sid`, which they always do.
     */
    backchannel_logout_session_required: boolean;
    /**
     * What is loaded in a frame at logout (OpenID Connect Front-Channel Logout §2), at the origin of a redirect
     * URI, at most 2048 characters.
     */
    frontchannel_logout_uri?: WebUri;
    /**
     * Whether that URL gets `iss` and `sid`, which it always does.
     */
    frontchannel_logout_session_required: boolean;
};

/**
 * Everything that the client says about itself (RFC 7592 §2.2): members left out, and null, go back to what
 * they are without. Unknown members, and what the answer has beyond the registration, are ignored.
 */
export type ClientRegistrationUpdate = {
    /**
     * The `client_id` itself, which cannot be changed; 1–255 characters.
     */
    client_id: string;
    /**
     * The secret, which cannot be changed, at most 255 characters; it may be left out.
     */
    client_secret?: string | null;
    redirect_uris?: RedirectUris;
    /**
     * How the client proves itself (RFC 7591 §2): `client_secret_basic` (the default), `client_secret_post`,
     * `private_key_jwt` with `jwks` or `jwks_uri`, or `none` for a public client.
     */
    token_endpoint_auth_method?: 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt' | 'none' | null;
    token_endpoint_auth_signing_alg?: AssertionAlgorithm;
    /**
     * How the client wants to obtain tokens, at most 20 values; those we do not have are left out. Without it
     * what `response_types` implies.
     */
    grant_types?: Array<string> | null;
    /**
     * What the client wants to ask for at the authorization endpoint, at most 20 values; those we do not have
     * are left out. Without it what `grant_types` implies, `code` where that is not sent either.
     */
    response_types?: Array<string> | null;
    /**
     * The name that people see when they are asked for consent, 1–100 characters. Without it the host of the
     * first redirect URI.
     */
    client_name?: string | null;
    /**
     * The home page of the client, `https`, at most 2048 characters.
     */
    client_uri?: WebUri;
    /**
     * The logo of the client, `https`, at most 2048 characters. We never fetch it.
     */
    logo_uri?: WebUri;
    /**
     * What the client does with data of people, `https`, at most 2048 characters.
     */
    policy_uri?: WebUri;
    /**
     * The terms of the client, `https`, at most 2048 characters.
     */
    tos_uri?: WebUri;
    /**
     * How to reach who is responsible for the client, at most 10 e-mail addresses.
     */
    contacts?: Array<string> | null;
    /**
     * Scopes that the client wants to be able to ask for, separated by spaces, at most 2048 characters; those
     * that it cannot have are left out. Without it all that people can consent to.
     */
    scope?: string | null;
    jwks?: GivenJwks;
    /**
     * Where the client publishes its keys, instead of `jwks`; a public `https` URL of at most 2048 characters.
     */
    jwks_uri?: WebUri;
    /**
     * What identifies the software among all that its makers register, at most 255 characters.
     */
    software_id?: string | null;
    /**
     * The version of that software, at most 255 characters.
     */
    software_version?: string | null;
    /**
     * `web` (the default) or `native` (OpenID Connect Registration §2): an app on a device may have a
     * private-use scheme.
     */
    application_type?: 'web' | 'native' | null;
    /**
     * Algorithm that signs the ID tokens of the client, `RS256` by default. `HS256` uses the client secret as
     * key (OpenID Connect Core §10.1).
     */
    id_token_signed_response_alg?: 'RS256' | 'ES256' | 'EdDSA' | 'HS256' | null;
    /**
     * Algorithm that signs what userinfo answers (OpenID Connect Core §5.3.2). Without it that is plain JSON.
     */
    userinfo_signed_response_alg?: 'RS256' | 'ES256' | 'EdDSA' | null;
    /**
     * `public` (the default) or `pairwise`, with which people have another `sub` in every sector (OpenID Connect
     * Core §8).
     */
    subject_type?: 'public' | 'pairwise' | null;
    /**
     * A public `https` URL that leads to a JSON list with every redirect URI of the sector (OpenID Connect Core
     * §8.1), at most 2048 characters.
     */
    sector_identifier_uri?: WebUri;
    /**
     * Seconds since the sign-in of the user that the client accepts when it asks for no `max_age`, 0–2147483647.
     */
    default_max_age?: number | null;
    /**
     * Whether ID tokens have to carry `auth_time`, which they always do.
     */
    require_auth_time?: boolean | null;
    /**
     * What counts as `acr_values` when the client asks for none, at most 10 values.
     */
    default_acr_values?: Array<string> | null;
    /**
     * Where others start a sign-in at the client (OpenID Connect Core §4), `https`, at most 2048 characters.
     */
    initiate_login_uri?: WebUri;
    post_logout_redirect_uris?: PostLogoutRedirectUris;
    /**
     * Where logout tokens are sent (OpenID Connect Back-Channel Logout §2.2), a public `https` URL of at most
     * 2048 characters.
     */
    backchannel_logout_uri?: WebUri;
    /**
     * Whether logout tokens have to carry `sid`, which they always do.
     */
    backchannel_logout_session_required?: boolean | null;
    /**
     * What is loaded in a frame at logout (OpenID Connect Front-Channel Logout §2), at the origin of a redirect
     * URI, at most 2048 characters.
     */
    frontchannel_logout_uri?: WebUri;
    /**
     * Whether that URL gets `iss` and `sid`, which it always does.
     */
    frontchannel_logout_session_required?: boolean | null;
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
    client_assertion_type?: ClientAssertionType;
    client_assertion?: ClientAssertion;
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
    client_assertion_type?: ClientAssertionType;
    client_assertion?: ClientAssertion;
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
     * Whom the token speaks for, the user as the app knows them, or the `app_id` when there is no user. At most 255
     * characters. Absent for a token of the operator's, which speaks for nobody.
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
 * A postal address (OpenID Connect Core §5.1.1); at least one part of it. Nobody has verified it.
 */
export type PostalAddress = {
    /**
     * The whole address as it goes onto an envelope, lines separated by line feeds; 1–500 characters.
     */
    formatted?: string;
    /**
     * Street, house number and what belongs to it, perhaps several lines; 1–300 characters.
     */
    street_address?: string;
    /**
     * City or town; 1–200 characters.
     */
    locality?: string;
    /**
     * State, province or region; 1–200 characters.
     */
    region?: string;
    /**
     * ZIP or postal code; 1–40 characters.
     */
    postal_code?: string;
    /**
     * Country, by name; 1–100 characters.
     */
    country?: string;
};

/**
 * Claims about the user (OpenID Connect Core §5.3.2); which ones depends on the scopes of the access token
 * and on what the person tells: what is not told is left out.
 */
export type UserinfoResponse = {
    /**
     * Who the user is to this app, the same as in the ID token; never reused. At most 255 characters.
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
     * The whole name as it is shown, at most 200 characters; with the scope `profile`.
     */
    name?: string;
    /**
     * Given names, at most 200 characters; with the scope `profile`.
     */
    given_name?: string;
    /**
     * Family names, at most 200 characters; with the scope `profile`.
     */
    family_name?: string;
    /**
     * Middle names, at most 200 characters; with the scope `profile`.
     */
    middle_name?: string;
    /**
     * What friends say, at most 200 characters; with the scope `profile`.
     */
    nickname?: string;
    /**
     * By what the person would like to be called; never an identifier, at most 200 characters; with the scope `profile`.
     */
    preferred_username?: string;
    /**
     * URL of a page about the person, at most 4096 characters; with the scope `profile`.
     */
    profile?: string;
    /**
     * URL of the avatar, at most 2048 characters; with the scope `profile`.
     */
    picture?: string;
    /**
     * URL of the person's website, at most 4096 characters; with the scope `profile`.
     */
    website?: string;
    /**
     * Any words, at most 200 characters; with the scope `profile`.
     */
    gender?: string;
    /**
     * A day, `YYYY-MM-DD` or `0000-MM-DD`, or a year, `YYYY`, at most 10 characters; with the scope `profile`.
     */
    birthdate?: string;
    /**
     * Time zone of the IANA database, at most 64 characters; with the scope `profile`.
     */
    zoneinfo?: string;
    /**
     * Language, a tag of RFC 5646, at most 35 characters; with the scope `profile`.
     */
    locale?: string;
    /**
     * Phone number in the form of E.164, at most 31 characters; with the scope `phone`.
     */
    phone_number?: string;
    /**
     * Always false, because nobody verifies phone numbers; beside `phone_number`.
     */
    phone_number_verified?: boolean;
    /**
     * Postal address; with the scope `address`.
     */
    address?: PostalAddress;
    /**
     * When these claims last changed, seconds since 1970-01-01T00:00:00Z; with the scope `profile`.
     */
    updated_at?: number;
};

/**
 * An access token in a form (RFC 6750 §2.2), where none is in a header.
 */
export type TokenForm = {
    /**
     * The access token, at most 8192 characters.
     */
    access_token?: string;
};

/**
 * A logout request by form (OpenID Connect RP-Initiated Logout §2). Unknown members are ignored.
 */
export type LogoutForm = {
    /**
     * An ID token of the person who is to be signed out, also an expired one. It proves the request; without it the person is asked. At most 8192 characters.
     */
    id_token_hint?: string;
    /**
     * The app's `app_id`; has to be the hint's. At most 255 characters.
     */
    client_id?: string;
    /**
     * Where the browser goes afterwards: one of the app's `post_logout_redirect_uris`, exactly. At most 2048 characters.
     */
    post_logout_redirect_uri?: string;
    /**
     * Handed back unchanged. At most 2048 characters.
     */
    state?: string;
    /**
     * Whom the app means, in its own words; not needed here. At most 320 characters.
     */
    logout_hint?: string;
    /**
     * Languages of the pages, best first, separated by spaces. At most 255 characters.
     */
    ui_locales?: string;
};

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
     * URL of `registerClient` (RFC 7591), at most 2048 characters; only where clients may register themselves.
     */
    registration_endpoint?: EndpointUrl;
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
     * `public`: an app sees the same `sub` for one user as every other; `pairwise`: another one in every sector.
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
     * Algorithms of the assertions of `private_key_jwt` there.
     */
    token_endpoint_auth_signing_alg_values_supported: MetadataList;
    /**
     * How apps prove themselves at the revocation endpoint.
     */
    revocation_endpoint_auth_methods_supported: MetadataList;
    /**
     * Algorithms of the assertions of `private_key_jwt` there.
     */
    revocation_endpoint_auth_signing_alg_values_supported: MetadataList;
    /**
     * How apps prove themselves at the introspection endpoint.
     */
    introspection_endpoint_auth_methods_supported: MetadataList;
    /**
     * Algorithms of the assertions of `private_key_jwt` there.
     */
    introspection_endpoint_auth_signing_alg_values_supported: MetadataList;
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
     * URL of `endSession`, at most 2048 characters.
     */
    end_session_endpoint: EndpointUrl;
    /**
     * Whether apps are told of the end of a session by a logout token.
     */
    backchannel_logout_supported: boolean;
    /**
     * Whether logout tokens carry `sid`.
     */
    backchannel_logout_session_supported: boolean;
    /**
     * Whether apps are told of the end of a session through the browser.
     */
    frontchannel_logout_supported: boolean;
    /**
     * Whether they are given `iss` and `sid` there.
     */
    frontchannel_logout_session_supported: boolean;
    /**
     * Whether the parameter `claims` works; always true.
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
    /**
     * Resources whose access tokens come from here (RFC 9728 §4).
     */
    protected_resources: MetadataList;
    /**
     * URL of the documentation, at most 2048 characters.
     */
    service_documentation: EndpointUrl;
    /**
     * Languages of the pages, values of `ui_locales`.
     */
    ui_locales_supported: MetadataList;
    /**
     * Authentication contexts, values of `acr_values`.
     */
    acr_values_supported: MetadataList;
    /**
     * Values of `prompt`.
     */
    prompt_values_supported: MetadataList;
    /**
     * Values of `display`.
     */
    display_values_supported: MetadataList;
    /**
     * Algorithms of signed userinfo, for apps that registered one.
     */
    userinfo_signing_alg_values_supported: MetadataList;
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
     * URL of `registerClient` (RFC 7591), at most 2048 characters; only where clients may register themselves.
     */
    registration_endpoint?: EndpointUrl;
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
     * Algorithms of the assertions of `private_key_jwt` there.
     */
    token_endpoint_auth_signing_alg_values_supported: MetadataList;
    /**
     * How apps prove themselves at the revocation endpoint.
     */
    revocation_endpoint_auth_methods_supported: MetadataList;
    /**
     * Algorithms of the assertions of `private_key_jwt` there.
     */
    revocation_endpoint_auth_signing_alg_values_supported: MetadataList;
    /**
     * How apps prove themselves at the introspection endpoint.
     */
    introspection_endpoint_auth_methods_supported: MetadataList;
    /**
     * Algorithms of the assertions of `private_key_jwt` there.
     */
    introspection_endpoint_auth_signing_alg_values_supported: MetadataList;
    /**
     * PKCE methods (RFC 7636 §4.3).
     */
    code_challenge_methods_supported: MetadataList;
    /**
     * Whether every authorization answer carries `iss` (RFC 9207 §3); always true.
     */
    authorization_response_iss_parameter_supported: boolean;
    /**
     * Resources whose access tokens come from here (RFC 9728 §4).
     */
    protected_resources: MetadataList;
    /**
     * URL of the documentation, at most 2048 characters.
     */
    service_documentation: EndpointUrl;
    /**
     * Languages of the pages, values of `ui_locales`.
     */
    ui_locales_supported: MetadataList;
};

/**
 * Protected resource metadata (RFC 9728 §2). It lists what works here and nothing else.
 */
export type ProtectedResourceMetadata = {
    /**
     * The audience of access tokens that work here, the issuer; at most 2048 characters.
     */
    resource: EndpointUrl;
    /**
     * Whose access tokens work here.
     */
    authorization_servers: MetadataList;
    /**
     * Scopes that open something here.
     */
    scopes_supported: MetadataList;
    /**
     * How an access token may be sent (RFC 6750 §2); `body` to `postUserinfo` only.
     */
    bearer_methods_supported: MetadataList;
    /**
     * A name for people, at most 64 characters.
     */
    resource_name: string;
    /**
     * URL of the documentation, at most 2048 characters.
     */
    resource_documentation: EndpointUrl;
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
 * The authorization that the form belongs to. At most 255 characters.
 */
export type TransactionId = string;

/**
 * Path and query of the page of ours to go on to, where no app waits. What leads anywhere else is ignored. At most 4096
 * characters.
 */
export type ReturnTo = string;

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
    transaction?: TransactionId;
    return_to?: ReturnTo;
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
 * The form that carries what a passkey has signed.
 */
export type PasskeySignInForm = {
    transaction?: TransactionId;
    return_to?: ReturnTo;
    form_token: FormToken;
    /**
     * Id of the challenge that the page holds, at most 64 characters.
     */
    challenge_id?: string;
    /**
     * What `navigator.credentials.get()` gave, as JSON, at most 16384 characters.
     */
    credential?: string;
};

/**
 * The form of the page on which an account is chosen.
 */
export type AccountChoiceForm = {
    transaction: TransactionId;
    form_token: FormToken;
    /**
     * The session whose account was shown, at most 64 characters.
     */
    session: string;
};

/**
 * The form of the page that asks once more who is signed in, with one proof in it.
 */
export type StepUpForm = {
    return_to?: ReturnTo;
    form_token: FormToken;
    /**
     * `send_code`: has a code mailed instead.
     */
    action?: 'send_code';
    /**
     * Password of the account, at most 1024 characters.
     */
    password?: string;
    /**
     * Code of the second factor, as it was typed, at most 64 characters.
     */
    code?: string;
    /**
     * Id of the challenge that the page holds, at most 64 characters.
     */
    challenge_id?: string;
    /**
     * What `navigator.credentials.get()` gave, as JSON, at most 16384 characters.
     */
    credential?: string;
};

/**
 * The form of the page on which an account is made.
 */
export type SignUpForm = {
    transaction?: TransactionId;
    return_to?: ReturnTo;
    form_token: FormToken;
    /**
     * E-mail address of the account, at most 320 characters.
     */
    login?: string;
    /**
     * Password of the account, at most 1024 characters.
     */
    password?: string;
};

/**
 * The form of the page that asks for the second factor.
 */
export type SecondFactorForm = {
    transaction?: TransactionId;
    return_to?: ReturnTo;
    form_token: FormToken;
    /**
     * Code of the second factor, as it was typed, at most 64 characters.
     */
    code?: string;
    /**
     * `send_code`: has another code mailed instead.
     */
    action?: 'send_code';
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
     * The scope that the page showed, separated by spaces. When the app would get another one by now, a yes decides
     * nothing and the page is shown again. At most 1024 characters.
     */
    shown_scope: string;
    /**
     * The person's decision.
     */
    decision: 'approve' | 'deny';
};

/**
 * The form of the page for signing out, with the request of the app that asked for it.
 */
export type SignOutForm = {
    form_token: FormToken;
    /**
     * An ID token of the person who is to be signed out, also an expired one. It proves the request; without it the person is asked. At most 8192 characters.
     */
    id_token_hint?: string;
    /**
     * The app's `app_id`; has to be the hint's. At most 255 characters.
     */
    client_id?: string;
    /**
     * Where the browser goes afterwards: one of the app's `post_logout_redirect_uris`, exactly. At most 2048 characters.
     */
    post_logout_redirect_uri?: string;
    /**
     * Handed back unchanged. At most 2048 characters.
     */
    state?: string;
    /**
     * Languages of the pages, best first, separated by spaces. At most 255 characters.
     */
    ui_locales?: string;
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
 * The form that confirms a new address.
 */
export type EmailChangeForm = {
    form_token: FormToken;
    /**
     * The token of the mailed link. At most 128 characters.
     */
    token: string;
    /**
     * The password of the account, at most 1024 characters.
     */
    password?: string;
};

/**
 * The form of the profile. All members are plain strings on purpose: what is wrong with one stands beside its field.
 */
export type ProfileForm = {
    form_token: FormToken;
    /**
     * The whole name as it is shown. At most 200 characters; left out or empty takes it away.
     */
    name?: string;
    /**
     * Given names. At most 200 characters; left out or empty takes it away.
     */
    given_name?: string;
    /**
     * Family names. At most 200 characters; left out or empty takes it away.
     */
    family_name?: string;
    /**
     * Middle names. At most 200 characters; left out or empty takes it away.
     */
    middle_name?: string;
    /**
     * What friends say. At most 200 characters; left out or empty takes it away.
     */
    nickname?: string;
    /**
     * By what the person would like to be called. At most 200 characters; left out or empty takes it away.
     */
    preferred_username?: string;
    /**
     * A page about the person. At most 2048 characters; left out or empty takes it away.
     */
    profile?: string;
    /**
     * A website or blog. At most 2048 characters; left out or empty takes it away.
     */
    website?: string;
    /**
     * Any words. At most 200 characters; left out or empty takes it away.
     */
    gender?: string;
    /**
     * A date, YYYY-MM-DD. At most 10 characters; left out or empty takes it away.
     */
    birthdate?: string;
    /**
     * A time zone of the IANA database. At most 64 characters; left out or empty takes it away.
     */
    zoneinfo?: string;
    /**
     * A language tag. At most 35 characters; left out or empty takes it away.
     */
    locale?: string;
    /**
     * A number in the form of E.164. At most 40 characters; left out or empty takes it away.
     */
    phone_number?: string;
    /**
     * Street and house number, perhaps several lines. At most 300 characters; left out or empty takes it away.
     */
    street_address?: string;
    /**
     * City or town. At most 200 characters; left out or empty takes it away.
     */
    locality?: string;
    /**
     * State, province or region. At most 200 characters; left out or empty takes it away.
     */
    region?: string;
    /**
     * ZIP or postal code. At most 40 characters; left out or empty takes it away.
     */
    postal_code?: string;
    /**
     * Country, by name. At most 100 characters; left out or empty takes it away.
     */
    country?: string;
};

/**
 * A form that has nothing but its button.
 */
export type PlainForm = {
    form_token: FormToken;
};

/**
 * The form that changes the password.
 */
export type PasswordChangeForm = {
    form_token: FormToken;
    /**
     * The present password, at most 1024 characters.
     */
    current_password?: string;
    /**
     * The new password, at most 1024 characters.
     */
    new_password?: string;
    /**
     * Ticked when app passwords are to end as well.
     */
    end_app_passwords?: 'true';
};

/**
 * The form that asks for another address.
 */
export type NewEmailForm = {
    form_token: FormToken;
    /**
     * The address that the account is to have, at most 320 characters.
     */
    email?: string;
};

/**
 * The form that makes an app password.
 */
export type AppPasswordForm = {
    form_token: FormToken;
    /**
     * What its owner calls it, at most 100 characters.
     */
    name?: string;
    /**
     * Ticked when it opens what only looks.
     */
    read?: 'true';
    /**
     * Ticked when it opens what changes something.
     */
    write?: 'true';
    /**
     * Days that it works, or `none` for as long as nobody deletes it.
     */
    lifetime?: '30' | '90' | '365' | 'none';
};

/**
 * The form that keeps a passkey, filled by the script of its page.
 */
export type PasskeyForm = {
    form_token: FormToken;
    challenge_id: PasskeyChallengeId;
    /**
     * What its owner calls it, at most 100 characters.
     */
    name?: string;
    /**
     * What the browser has made, as the JSON of `PublicKeyCredential.toJSON()`; at most 32768 characters.
     */
    credential?: string;
};

/**
 * A form with a name.
 */
export type NameForm = {
    form_token: FormToken;
    /**
     * The name, at most 100 characters.
     */
    name?: string;
};

/**
 * The form that turns mailed codes on or off.
 */
export type MailedCodesForm = {
    form_token: FormToken;
    /**
     * Whether codes are mailed from now on.
     */
    codes: 'on' | 'off';
};

/**
 * The form with the first code of an authenticator app.
 */
export type TotpCodeForm = {
    form_token: FormToken;
    /**
     * The code, at most 16 characters.
     */
    code?: string;
};

/**
 * The form that deletes the account.
 */
export type AccountDeletionForm = {
    form_token: FormToken;
    /**
     * The address of the account, typed again; at most 320 characters.
     */
    confirmation?: string;
};

/**
 * The form that registers an app.
 */
export type NewAppForm = {
    form_token: FormToken;
    /**
     * What the app is called, at most 100 characters.
     */
    name?: string;
    /**
     * What it does, for the people who are asked to allow it; at most 1000 characters.
     */
    description?: string;
    /**
     * Where people may be sent back to, one URI a line; at most 41000 characters.
     */
    redirect_uris?: string;
    /**
     * Where people may be sent after signing out, one URI a line; at most 41000 characters.
     */
    post_logout_redirect_uris?: string;
    /**
     * Ticked when the app may ask for the scope `openid`.
     */
    openid?: 'true';
    /**
     * Ticked when the app may ask for the scope `profile`.
     */
    profile?: 'true';
    /**
     * Ticked when the app may ask for the scope `email`.
     */
    email?: 'true';
    /**
     * Ticked when the app may ask for the scope `address`.
     */
    address?: 'true';
    /**
     * Ticked when the app may ask for the scope `phone`.
     */
    phone?: 'true';
    /**
     * Ticked when the app may ask for the scope `read`.
     */
    read?: 'true';
    /**
     * Ticked when the app may ask for the scope `write`.
     */
    write?: 'true';
    /**
     * Ticked when the app may ask for the scope `offline_access`.
     */
    offline_access?: 'true';
    /**
     * Whether the app can keep a secret.
     */
    kind?: 'confidential' | 'public';
};

/**
 * The form that changes an app.
 */
export type AppSettingsForm = {
    form_token: FormToken;
    /**
     * What the app is called, at most 100 characters.
     */
    name?: string;
    /**
     * What it does, for the people who are asked to allow it; at most 1000 characters.
     */
    description?: string;
    /**
     * Where people may be sent back to, one URI a line; at most 41000 characters.
     */
    redirect_uris?: string;
    /**
     * Where people may be sent after signing out, one URI a line; at most 41000 characters.
     */
    post_logout_redirect_uris?: string;
    /**
     * Ticked when the app may ask for the scope `openid`.
     */
    openid?: 'true';
    /**
     * Ticked when the app may ask for the scope `profile`.
     */
    profile?: 'true';
    /**
     * Ticked when the app may ask for the scope `email`.
     */
    email?: 'true';
    /**
     * Ticked when the app may ask for the scope `address`.
     */
    address?: 'true';
    /**
     * Ticked when the app may ask for the scope `phone`.
     */
    phone?: 'true';
    /**
     * Ticked when the app may ask for the scope `read`.
     */
    read?: 'true';
    /**
     * Ticked when the app may ask for the scope `write`.
     */
    write?: 'true';
    /**
     * Ticked when the app may ask for the scope `offline_access`.
     */
    offline_access?: 'true';
};

/**
 * The form that adds a secret.
 */
export type AppSecretForm = {
    form_token: FormToken;
    /**
     * What the secret is called, at most 100 characters.
     */
    name?: string;
    /**
     * Days that it works, or `none` for as long as nobody deletes it.
     */
    lifetime?: '30' | '90' | '365' | 'none';
};

/**
 * The form that deletes an app.
 */
export type AppRemovalForm = {
    form_token: FormToken;
    /**
     * The name of the app, typed again; at most 100 characters.
     */
    confirmation?: string;
};

/**
 * The choice of a language.
 */
export type LanguageForm = {
    /**
     * The language of the pages (RFC 5646): one of `ui_locales_supported`.
     */
    language: 'en' | 'de' | 'fr' | 'es' | 'ja';
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
 * The session, by its id; 1–64 characters.
 */
export type SessionIdInPath = string;

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
 * The app password, by its id; 1–64 characters.
 */
export type AppPasswordIdInPath = string;

/**
 * The picture, as the claim `picture` ends; 1–64 characters. One that was replaced or deleted is as unknown as
 * one that never was.
 */
export type PictureIdInPath = string;

/**
 * The passkey, by its internal id; 1–64 characters. One of somebody else is as unknown as one that never was.
 */
export type PasskeyIdInPath = string;

/**
 * The secret, by its internal id; 1–64 characters.
 */
export type SecretIdInPath = string;

/**
 * Which logo the caller knows of, as `logo_uri` has it; at most 64 characters. The answer is the present logo,
 * whatever it says: it makes the address another one when the image is.
 */
export type LogoVersionInQuery = string;

/**
 * The `client_id` of the client that the registration access token belongs to, 1–64 characters.
 */
export type ClientIdInPath = string;

/**
 * The authorization that the page belongs to, as our own redirect named it. At most 255 characters.
 */
export type TransactionInQuery = string;

/**
 * Path and query, below the issuer, of the page of ours to go on to. What leads anywhere else is ignored. At most 4096 characters.
 */
export type ReturnToInQuery = string;

/**
 * The token of the mailed link. At most 128 characters.
 */
export type LinkTokenInQuery = string;

/**
 * The value of `error`; 1–64 characters.
 */
export type ErrorCodeInPath = string;

/**
 * The page, as the list at `/docs` names it; 1–64 characters.
 */
export type DocsPageInPath = string;

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
    201: NewAccount;
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
     * The password was right, and the account has a second factor: go on with `completeMfa`, or send `code` beside the
     * password.
     */
    403: MfaRequired;
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

export type CompleteMfaData = {
    /**
     * The token of the 403, and the code.
     */
    body: MfaCompletion;
    path?: never;
    query?: never;
    url: '/api/v1/auth/mfa';
};

export type CompleteMfaErrors = {
    /**
     * The sign-in cannot be completed any more; begin with the password.
     */
    400: ErrorResponse;
    /**
     * The code does not count: it is wrong, has expired, was used before, or too many were tried. One answer for all of it.
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

export type CompleteMfaError = CompleteMfaErrors[keyof CompleteMfaErrors];

export type CompleteMfaResponses = {
    /**
     * The session is open.
     */
    200: LoginResult;
};

export type CompleteMfaResponse = CompleteMfaResponses[keyof CompleteMfaResponses];

export type StepUpData = {
    /**
     * The proof.
     */
    body: StepUpRequest;
    path?: never;
    query?: never;
    url: '/api/v1/auth/step-up';
};

export type StepUpErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no session token, it does not work, the proof is wrong, or it is a password where a second factor is asked for.
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
     * The account has no such factor; nothing was looked at.
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

export type StepUpError = StepUpErrors[keyof StepUpErrors];

export type StepUpResponses = {
    /**
     * The user is proven anew; with `send_code`, a mail is on its way.
     */
    200: Freshness;
};

export type StepUpResponse = StepUpResponses[keyof StepUpResponses];

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
    200: PasswordChanged;
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

export type DeleteSessionData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/session';
};

export type DeleteSessionErrors = {
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

export type DeleteSessionError = DeleteSessionErrors[keyof DeleteSessionErrors];

export type DeleteSessionResponses = {
    /**
     * The session is over.
     */
    204: void;
};

export type DeleteSessionResponse = DeleteSessionResponses[keyof DeleteSessionResponses];

export type GetSessionData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/session';
};

export type GetSessionErrors = {
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

export type GetSessionError = GetSessionErrors[keyof GetSessionErrors];

export type GetSessionResponses = {
    /**
     * The session.
     */
    200: Session;
};

export type GetSessionResponse = GetSessionResponses[keyof GetSessionResponses];

export type CreateSessionData = {
    /**
     * The credentials of the account; no body where a token is sent.
     */
    body?: SessionRequest;
    path?: never;
    query?: never;
    url: '/api/v1/session';
};

export type CreateSessionErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The credentials do not open an account (`invalid_credentials`), the token does not work, or neither was sent
     * (`invalid_token`).
     */
    401: ErrorResponse;
    /**
     * The password was right, and the account has a second factor: go on with `completeMfa`, or send `code` beside the
     * password.
     */
    403: MfaRequired;
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

export type CreateSessionError = CreateSessionErrors[keyof CreateSessionErrors];

export type CreateSessionResponses = {
    /**
     * The session goes on, and has another token.
     */
    200: SessionCreated;
    /**
     * The session is open.
     */
    201: SessionCreated;
};

export type CreateSessionResponse = CreateSessionResponses[keyof CreateSessionResponses];

export type RevokeOtherSessionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/sessions';
};

export type RevokeOtherSessionsErrors = {
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

export type RevokeOtherSessionsError = RevokeOtherSessionsErrors[keyof RevokeOtherSessionsErrors];

export type RevokeOtherSessionsResponses = {
    /**
     * The other sessions are over.
     */
    204: void;
};

export type RevokeOtherSessionsResponse = RevokeOtherSessionsResponses[keyof RevokeOtherSessionsResponses];

export type ListSessionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/sessions';
};

export type ListSessionsErrors = {
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

export type ListSessionsError = ListSessionsErrors[keyof ListSessionsErrors];

export type ListSessionsResponses = {
    /**
     * The caller's sessions, as a bare array.
     */
    200: SessionList;
};

export type ListSessionsResponse = ListSessionsResponses[keyof ListSessionsResponses];

export type RevokeSessionData = {
    body?: never;
    path: {
        /**
         * The session, by its id; 1–64 characters.
         */
        sessionId: string;
    };
    query?: never;
    url: '/api/v1/sessions/{sessionId}';
};

export type RevokeSessionErrors = {
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

export type RevokeSessionError = RevokeSessionErrors[keyof RevokeSessionErrors];

export type RevokeSessionResponses = {
    /**
     * The session is over.
     */
    204: void;
};

export type RevokeSessionResponse = RevokeSessionResponses[keyof RevokeSessionResponses];

export type DeleteAccountData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me';
};

export type DeleteAccountErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, it does not work here, or the sign-in behind it is too old or too weak for this: `stepUp`
     * is the way on (RFC 9470).
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

export type DeleteAccountError = DeleteAccountErrors[keyof DeleteAccountErrors];

export type DeleteAccountResponses = {
    /**
     * The account is going to be deleted, or is.
     */
    200: AccountDeletion;
};

export type DeleteAccountResponse = DeleteAccountResponses[keyof DeleteAccountResponses];

export type GetAccountData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me';
};

export type GetAccountErrors = {
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

export type GetAccountError = GetAccountErrors[keyof GetAccountErrors];

export type GetAccountResponses = {
    /**
     * The account.
     */
    200: Account;
};

export type GetAccountResponse = GetAccountResponses[keyof GetAccountResponses];

export type UpdateAccountData = {
    /**
     * The members to change.
     */
    body: AccountUpdateRequest;
    path?: never;
    query?: never;
    url: '/api/v1/me';
};

export type UpdateAccountErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, it does not work here, or the sign-in behind it is too old or too weak for this: `stepUp`
     * is the way on (RFC 9470).
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
     * The address of the account is not confirmed, so no code can be mailed to it; nothing was changed.
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

export type UpdateAccountError = UpdateAccountErrors[keyof UpdateAccountErrors];

export type UpdateAccountResponses = {
    /**
     * The account as it is now.
     */
    200: Account;
};

export type UpdateAccountResponse = UpdateAccountResponses[keyof UpdateAccountResponses];

export type ExportAccountData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/export';
};

export type ExportAccountErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, it does not work here, or the sign-in behind it is too old or too weak for this: `stepUp`
     * is the way on (RFC 9470).
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

export type ExportAccountError = ExportAccountErrors[keyof ExportAccountErrors];

export type ExportAccountResponses = {
    /**
     * The export, as a file.
     */
    200: AccountExport;
};

export type ExportAccountResponse = ExportAccountResponses[keyof ExportAccountResponses];

export type ChangePasswordData = {
    /**
     * Both passwords.
     */
    body: PasswordChange;
    path?: never;
    query?: never;
    url: '/api/v1/me/password';
};

export type ChangePasswordErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The present password is wrong; or there is no token that works here; or the sign-in behind it is too old or too
     * weak, and `stepUp` is the way on (RFC 9470).
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

export type ChangePasswordError = ChangePasswordErrors[keyof ChangePasswordErrors];

export type ChangePasswordResponses = {
    /**
     * The password is changed.
     */
    200: PasswordChanged;
};

export type ChangePasswordResponse = ChangePasswordResponses[keyof ChangePasswordResponses];

export type ChangeEmailData = {
    /**
     * The address that the account is to have.
     */
    body: AddressRequest;
    path?: never;
    query?: never;
    url: '/api/v1/me/email';
};

export type ChangeEmailErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, it does not work here, or the sign-in behind it is too old or too weak for this: `stepUp`
     * is the way on (RFC 9470).
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

export type ChangeEmailError = ChangeEmailErrors[keyof ChangeEmailErrors];

export type ChangeEmailResponses = {
    /**
     * A mail is on its way.
     */
    200: Message;
};

export type ChangeEmailResponse = ChangeEmailResponses[keyof ChangeEmailResponses];

export type ConfirmEmailChangeData = {
    /**
     * The token of the link, and the password of the account.
     */
    body: EmailChangeConfirmation;
    path?: never;
    query?: never;
    url: '/api/v1/me/email/confirm';
};

export type ConfirmEmailChangeErrors = {
    /**
     * The link is unknown, used, expired or made useless by a newer one: one answer, `invalid_grant`. Or the request
     * is malformed, or the password breaks a rule: then nothing is consumed and the link still works.
     */
    400: ErrorResponse;
    /**
     * The link works, but the password is not the one of the account. The link still works.
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

export type ConfirmEmailChangeError = ConfirmEmailChangeErrors[keyof ConfirmEmailChangeErrors];

export type ConfirmEmailChangeResponses = {
    /**
     * The account has the address.
     */
    200: User;
};

export type ConfirmEmailChangeResponse = ConfirmEmailChangeResponses[keyof ConfirmEmailChangeResponses];

export type ListActivityData = {
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
    url: '/api/v1/me/activity';
};

export type ListActivityErrors = {
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

export type ListActivityError = ListActivityErrors[keyof ListActivityErrors];

export type ListActivityResponses = {
    /**
     * What happened, as a bare array.
     */
    200: ActivityList;
};

export type ListActivityResponse = ListActivityResponses[keyof ListActivityResponses];

export type ListConsentsData = {
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
    url: '/api/v1/me/consents';
};

export type ListConsentsErrors = {
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

export type ListConsentsError = ListConsentsErrors[keyof ListConsentsErrors];

export type ListConsentsResponses = {
    /**
     * The connected apps, as a bare array.
     */
    200: ConsentList;
};

export type ListConsentsResponse = ListConsentsResponses[keyof ListConsentsResponses];

export type RevokeConsentData = {
    body?: never;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/api/v1/me/consents/{appId}';
};

export type RevokeConsentErrors = {
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

export type RevokeConsentError = RevokeConsentErrors[keyof RevokeConsentErrors];

export type RevokeConsentResponses = {
    /**
     * The app has no access any more.
     */
    204: void;
};

export type RevokeConsentResponse = RevokeConsentResponses[keyof RevokeConsentResponses];

export type ListAppPasswordsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/app-passwords';
};

export type ListAppPasswordsErrors = {
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

export type ListAppPasswordsError = ListAppPasswordsErrors[keyof ListAppPasswordsErrors];

export type ListAppPasswordsResponses = {
    /**
     * The caller's app passwords, as a bare array.
     */
    200: AppPasswordList;
};

export type ListAppPasswordsResponse = ListAppPasswordsResponses[keyof ListAppPasswordsResponses];

export type CreateAppPasswordData = {
    /**
     * The new app password.
     */
    body: AppPasswordRequest;
    path?: never;
    query?: never;
    url: '/api/v1/me/app-passwords';
};

export type CreateAppPasswordErrors = {
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
     * The account has as many app passwords as it may have; nothing was changed.
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

export type CreateAppPasswordError = CreateAppPasswordErrors[keyof CreateAppPasswordErrors];

export type CreateAppPasswordResponses = {
    /**
     * The app password works. Keep `app_password` now; it is not shown again.
     */
    201: AppPasswordCreated;
};

export type CreateAppPasswordResponse = CreateAppPasswordResponses[keyof CreateAppPasswordResponses];

export type DeleteAppPasswordData = {
    body?: never;
    path: {
        /**
         * The app password, by its id; 1–64 characters.
         */
        appPasswordId: string;
    };
    query?: never;
    url: '/api/v1/me/app-passwords/{appPasswordId}';
};

export type DeleteAppPasswordErrors = {
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

export type DeleteAppPasswordError = DeleteAppPasswordErrors[keyof DeleteAppPasswordErrors];

export type DeleteAppPasswordResponses = {
    /**
     * The app password works no more.
     */
    204: void;
};

export type DeleteAppPasswordResponse = DeleteAppPasswordResponses[keyof DeleteAppPasswordResponses];

export type DeleteAvatarData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/avatar';
};

export type DeleteAvatarErrors = {
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

export type DeleteAvatarError = DeleteAvatarErrors[keyof DeleteAvatarErrors];

export type DeleteAvatarResponses = {
    /**
     * The account has no avatar.
     */
    204: void;
};

export type DeleteAvatarResponse = DeleteAvatarResponses[keyof DeleteAvatarResponses];

export type GetAvatarData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/avatar';
};

export type GetAvatarErrors = {
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

export type GetAvatarError = GetAvatarErrors[keyof GetAvatarErrors];

export type GetAvatarResponses = {
    /**
     * The image, as what it is.
     */
    200: ImageBytes;
};

export type GetAvatarResponse = GetAvatarResponses[keyof GetAvatarResponses];

export type SetAvatarData = {
    /**
     * The image itself, nothing around it.
     */
    body: ImageBytes;
    path?: never;
    query?: never;
    url: '/api/v1/me/avatar';
};

export type SetAvatarErrors = {
    /**
     * The image is damaged, moves, has too many pixels, or something is put behind it; nothing was changed.
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
     * The image is larger than 256 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is no PNG, JPEG or WebP image, or its bytes are of another type than `Content-Type` says (RFC 9110
     * §15.5.16).
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

export type SetAvatarError = SetAvatarErrors[keyof SetAvatarErrors];

export type SetAvatarResponses = {
    /**
     * The avatar is set.
     */
    200: StoredImage;
};

export type SetAvatarResponse = SetAvatarResponses[keyof SetAvatarResponses];

export type GetPictureData = {
    body?: never;
    path: {
        /**
         * The picture, as the claim `picture` ends; 1–64 characters. One that was replaced or deleted is as unknown as
         * one that never was.
         */
        pictureId: string;
    };
    query?: never;
    url: '/api/v1/pictures/{pictureId}';
};

export type GetPictureErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
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

export type GetPictureError = GetPictureErrors[keyof GetPictureErrors];

export type GetPictureResponses = {
    /**
     * The image, as what it is.
     */
    200: ImageBytes;
};

export type GetPictureResponse = GetPictureResponses[keyof GetPictureResponses];

export type BeginPasskeyLoginData = {
    /**
     * Who signs in, if anybody says so.
     */
    body: PasskeyLoginRequest;
    path?: never;
    query?: never;
    url: '/api/v1/auth/passkey/begin';
};

export type BeginPasskeyLoginErrors = {
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

export type BeginPasskeyLoginError = BeginPasskeyLoginErrors[keyof BeginPasskeyLoginErrors];

export type BeginPasskeyLoginResponses = {
    /**
     * The challenge waits for 5 minutes.
     */
    200: PasskeyLoginBegun;
};

export type BeginPasskeyLoginResponse = BeginPasskeyLoginResponses[keyof BeginPasskeyLoginResponses];

export type FinishPasskeyLoginData = {
    /**
     * What the passkey has signed, as the browser's `toJSON()` writes it.
     */
    body: PasskeyLogin;
    path?: never;
    query?: never;
    url: '/api/v1/auth/passkey/finish';
};

export type FinishPasskeyLoginErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * The passkey signs nobody in. Unknown passkey, wrong signature, used challenge, suspended account: one
     * answer, in the same time. The challenge is used up; begin again.
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

export type FinishPasskeyLoginError = FinishPasskeyLoginErrors[keyof FinishPasskeyLoginErrors];

export type FinishPasskeyLoginResponses = {
    /**
     * The session is open.
     */
    200: LoginResult;
};

export type FinishPasskeyLoginResponse = FinishPasskeyLoginResponses[keyof FinishPasskeyLoginResponses];

export type ListPasskeysData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/passkeys';
};

export type ListPasskeysErrors = {
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

export type ListPasskeysError = ListPasskeysErrors[keyof ListPasskeysErrors];

export type ListPasskeysResponses = {
    /**
     * The account's passkeys, as a bare array.
     */
    200: PasskeyList;
};

export type ListPasskeysResponse = ListPasskeysResponses[keyof ListPasskeysResponses];

export type FinishPasskeyRegistrationData = {
    /**
     * The passkey, as the browser's `toJSON()` writes it.
     */
    body: PasskeyRegistration;
    path?: never;
    query?: never;
    url: '/api/v1/me/passkeys';
};

export type FinishPasskeyRegistrationErrors = {
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
     * The account has this passkey, or as many as it may have; nothing was changed.
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

export type FinishPasskeyRegistrationError = FinishPasskeyRegistrationErrors[keyof FinishPasskeyRegistrationErrors];

export type FinishPasskeyRegistrationResponses = {
    /**
     * The passkey signs in.
     */
    201: Passkey;
};

export type FinishPasskeyRegistrationResponse = FinishPasskeyRegistrationResponses[keyof FinishPasskeyRegistrationResponses];

export type BeginPasskeyRegistrationData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/passkeys/begin';
};

export type BeginPasskeyRegistrationErrors = {
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
     * The account has this passkey, or as many as it may have; nothing was changed.
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

export type BeginPasskeyRegistrationError = BeginPasskeyRegistrationErrors[keyof BeginPasskeyRegistrationErrors];

export type BeginPasskeyRegistrationResponses = {
    /**
     * The challenge waits for 5 minutes.
     */
    200: PasskeyRegistrationBegun;
};

export type BeginPasskeyRegistrationResponse = BeginPasskeyRegistrationResponses[keyof BeginPasskeyRegistrationResponses];

export type DeletePasskeyData = {
    body?: never;
    path: {
        /**
         * The passkey, by its internal id; 1–64 characters. One of somebody else is as unknown as one that never was.
         */
        passkeyId: string;
    };
    query?: never;
    url: '/api/v1/me/passkeys/{passkeyId}';
};

export type DeletePasskeyErrors = {
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

export type DeletePasskeyError = DeletePasskeyErrors[keyof DeletePasskeyErrors];

export type DeletePasskeyResponses = {
    /**
     * The passkey works no more.
     */
    204: void;
};

export type DeletePasskeyResponse = DeletePasskeyResponses[keyof DeletePasskeyResponses];

export type UpdatePasskeyData = {
    /**
     * The new name.
     */
    body: PasskeyUpdateRequest;
    path: {
        /**
         * The passkey, by its internal id; 1–64 characters. One of somebody else is as unknown as one that never was.
         */
        passkeyId: string;
    };
    query?: never;
    url: '/api/v1/me/passkeys/{passkeyId}';
};

export type UpdatePasskeyErrors = {
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

export type UpdatePasskeyError = UpdatePasskeyErrors[keyof UpdatePasskeyErrors];

export type UpdatePasskeyResponses = {
    /**
     * The passkey as it is now.
     */
    200: Passkey;
};

export type UpdatePasskeyResponse = UpdatePasskeyResponses[keyof UpdatePasskeyResponses];

export type DeleteTotpData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/mfa/totp';
};

export type DeleteTotpErrors = {
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
     * No authenticator app is in use.
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

export type DeleteTotpError = DeleteTotpErrors[keyof DeleteTotpErrors];

export type DeleteTotpResponses = {
    /**
     * The app is removed.
     */
    204: void;
};

export type DeleteTotpResponse = DeleteTotpResponses[keyof DeleteTotpResponses];

export type EnrolTotpData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/mfa/totp';
};

export type EnrolTotpErrors = {
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
     * An authenticator app is in use; it has to be removed first.
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

export type EnrolTotpError = EnrolTotpErrors[keyof EnrolTotpErrors];

export type EnrolTotpResponses = {
    /**
     * The secret waits for its first code.
     */
    201: TotpEnrolment;
};

export type EnrolTotpResponse = EnrolTotpResponses[keyof EnrolTotpResponses];

export type ConfirmTotpData = {
    /**
     * The code.
     */
    body: TotpConfirmation;
    path?: never;
    query?: never;
    url: '/api/v1/me/mfa/totp/confirm';
};

export type ConfirmTotpErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no session token, it does not work, or the code is wrong; the secret still waits.
     */
    401: ErrorResponse;
    /**
     * The caller is known and may not do this.
     */
    403: ErrorResponse;
    /**
     * No secret waits for its first code; it was confirmed, replaced, or waited for too long.
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

export type ConfirmTotpError = ConfirmTotpErrors[keyof ConfirmTotpErrors];

export type ConfirmTotpResponses = {
    /**
     * The app is in use.
     */
    200: TotpConfirmed;
};

export type ConfirmTotpResponse = ConfirmTotpResponses[keyof ConfirmTotpResponses];

export type GetTotpQrCodeData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/mfa/totp/qr.png';
};

export type GetTotpQrCodeErrors = {
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
     * No secret waits for its first code; it was confirmed, replaced, or waited for too long.
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

export type GetTotpQrCodeError = GetTotpQrCodeErrors[keyof GetTotpQrCodeErrors];

export type GetTotpQrCodeResponses = {
    /**
     * The QR code, some 300 pixels wide.
     */
    200: ImageBytes;
};

export type GetTotpQrCodeResponse = GetTotpQrCodeResponses[keyof GetTotpQrCodeResponses];

export type CreateRecoveryCodesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/mfa/recovery-codes';
};

export type CreateRecoveryCodesErrors = {
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
     * The account has no second factor.
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

export type CreateRecoveryCodesError = CreateRecoveryCodesErrors[keyof CreateRecoveryCodesErrors];

export type CreateRecoveryCodesResponses = {
    /**
     * The codes, shown once.
     */
    201: RecoveryCodesCreated;
};

export type CreateRecoveryCodesResponse = CreateRecoveryCodesResponses[keyof CreateRecoveryCodesResponses];

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

export type DeleteAppLogoData = {
    body?: never;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/api/v1/apps/{appId}/logo';
};

export type DeleteAppLogoErrors = {
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

export type DeleteAppLogoError = DeleteAppLogoErrors[keyof DeleteAppLogoErrors];

export type DeleteAppLogoResponses = {
    /**
     * The app has no logo.
     */
    204: void;
};

export type DeleteAppLogoResponse = DeleteAppLogoResponses[keyof DeleteAppLogoResponses];

export type GetAppLogoData = {
    body?: never;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: {
        /**
         * Which logo the caller knows of, as `logo_uri` has it; at most 64 characters. The answer is the present logo,
         * whatever it says: it makes the address another one when the image is.
         */
        v?: string;
    };
    url: '/api/v1/apps/{appId}/logo';
};

export type GetAppLogoErrors = {
    /**
     * The request is malformed or breaks a rule of this operation; nothing was changed.
     */
    400: ErrorResponse;
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

export type GetAppLogoError = GetAppLogoErrors[keyof GetAppLogoErrors];

export type GetAppLogoResponses = {
    /**
     * The image, as what it is.
     */
    200: ImageBytes;
};

export type GetAppLogoResponse = GetAppLogoResponses[keyof GetAppLogoResponses];

export type SetAppLogoData = {
    /**
     * The image itself, nothing around it.
     */
    body: ImageBytes;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/api/v1/apps/{appId}/logo';
};

export type SetAppLogoErrors = {
    /**
     * The image is damaged, moves, has too many pixels, or something is put behind it; nothing was changed.
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
     * The image is larger than 256 KiB.
     */
    413: ErrorResponse;
    /**
     * The body is no PNG, JPEG or WebP image, or its bytes are of another type than `Content-Type` says (RFC 9110
     * §15.5.16).
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

export type SetAppLogoError = SetAppLogoErrors[keyof SetAppLogoErrors];

export type SetAppLogoResponses = {
    /**
     * The logo is set.
     */
    200: StoredImage;
};

export type SetAppLogoResponse = SetAppLogoResponses[keyof SetAppLogoResponses];

export type GetAppUsageData = {
    body?: never;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/api/v1/apps/{appId}/usage';
};

export type GetAppUsageErrors = {
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

export type GetAppUsageError = GetAppUsageErrors[keyof GetAppUsageErrors];

export type GetAppUsageResponses = {
    /**
     * The app's usage.
     */
    200: AppUsage;
};

export type GetAppUsageResponse = GetAppUsageResponses[keyof GetAppUsageResponses];

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
         * `query`, `fragment` or `form_post`; without it `query` for `code` and `fragment` for `token`. At most 32 characters.
         */
        response_mode?: string;
        /**
         * `none`, `login`, `consent` or `select_account`, separated by spaces (OpenID Connect Core §3.1.2.1). At most 64 characters.
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
         * Claims asked for one by one, a JSON object (OpenID Connect Core §5.5). At most 8192 characters.
         */
        claims?: string;
        /**
         * Authentication contexts the app would like, best first (OpenID Connect Core §3.1.2.1): `aal2`, `aal1`. A wish; to insist, use `claims`. At most 255 characters.
         */
        acr_values?: string;
        /**
         * How the app shows our pages (OpenID Connect Core §3.1.2.1); they fit every window, so it changes nothing. At most 32 characters.
         */
        display?: string;
        /**
         * Languages of claims (OpenID Connect Core §5.2); claims have one only, so it changes nothing. At most 255 characters.
         */
        claims_locales?: string;
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

export type StartAuthorizationResponses = {
    /**
     * The answer for an app that asked for `response_mode=form_post`: a form that goes to its redirect URI, by itself or by
     * its button (OAuth 2.0 Form Post Response Mode §2).
     */
    200: Page;
};

export type StartAuthorizationResponse = StartAuthorizationResponses[keyof StartAuthorizationResponses];

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

export type RegisterClientData = {
    /**
     * What the client says about itself.
     */
    body: ClientRegistrationRequest;
    path?: never;
    query?: never;
    url: '/oauth2/register';
};

export type RegisterClientErrors = {
    /**
     * The registration is refused (RFC 7591 §3.2.2); nothing was changed.
     */
    400: ErrorResponse;
    /**
     * There is no token, or the one that was sent does not work here (RFC 6750 §3).
     */
    401: ErrorResponse;
    /**
     * As many clients as there may be have registered themselves.
     */
    403: ErrorResponse;
    /**
     * Clients cannot register themselves here.
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

export type RegisterClientError = RegisterClientErrors[keyof RegisterClientErrors];

export type RegisterClientResponses = {
    /**
     * The client is registered. Secret and registration access token are shown in this answer only.
     */
    201: ClientRegistration;
};

export type RegisterClientResponse = RegisterClientResponses[keyof RegisterClientResponses];

export type DeleteClientData = {
    body?: never;
    path: {
        /**
         * The `client_id` of the client that the registration access token belongs to, 1–64 characters.
         */
        clientId: string;
    };
    query?: never;
    url: '/oauth2/register/{clientId}';
};

export type DeleteClientErrors = {
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

export type DeleteClientError = DeleteClientErrors[keyof DeleteClientErrors];

export type DeleteClientResponses = {
    /**
     * The client is gone.
     */
    204: void;
};

export type DeleteClientResponse = DeleteClientResponses[keyof DeleteClientResponses];

export type ReadClientData = {
    body?: never;
    path: {
        /**
         * The `client_id` of the client that the registration access token belongs to, 1–64 characters.
         */
        clientId: string;
    };
    query?: never;
    url: '/oauth2/register/{clientId}';
};

export type ReadClientErrors = {
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

export type ReadClientError = ReadClientErrors[keyof ReadClientErrors];

export type ReadClientResponses = {
    /**
     * The registration.
     */
    200: ClientRegistration;
};

export type ReadClientResponse = ReadClientResponses[keyof ReadClientResponses];

export type UpdateClientData = {
    /**
     * Everything that the client says about itself.
     */
    body: ClientRegistrationUpdate;
    path: {
        /**
         * The `client_id` of the client that the registration access token belongs to, 1–64 characters.
         */
        clientId: string;
    };
    query?: never;
    url: '/oauth2/register/{clientId}';
};

export type UpdateClientErrors = {
    /**
     * The registration is refused (RFC 7591 §3.2.2); nothing was changed.
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
     * The registration was being changed by another request; try again.
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

export type UpdateClientError = UpdateClientErrors[keyof UpdateClientErrors];

export type UpdateClientResponses = {
    /**
     * The registration as it is now.
     */
    200: ClientRegistration;
};

export type UpdateClientResponse = UpdateClientResponses[keyof UpdateClientResponses];

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
    body?: TokenForm;
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

export type EndSessionData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * An ID token of the person who is to be signed out, also an expired one. It proves the request; without it the person is asked. At most 8192 characters.
         */
        id_token_hint?: string;
        /**
         * The app's `app_id`; has to be the hint's. At most 255 characters.
         */
        client_id?: string;
        /**
         * Where the browser goes afterwards: one of the app's `post_logout_redirect_uris`, exactly. At most 2048 characters.
         */
        post_logout_redirect_uri?: string;
        /**
         * Handed back unchanged. At most 2048 characters.
         */
        state?: string;
        /**
         * Whom the app means, in its own words; not needed here. At most 320 characters.
         */
        logout_hint?: string;
        /**
         * Languages of the pages, best first, separated by spaces. At most 255 characters.
         */
        ui_locales?: string;
        /**
         * Any other parameter; ignored.
         */
        other_parameters?: {
            [key: string]: unknown;
        } | string;
    };
    url: '/oauth2/logout';
};

export type EndSessionErrors = {
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

export type EndSessionError = EndSessionErrors[keyof EndSessionErrors];

export type EndSessionResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type EndSessionResponse = EndSessionResponses[keyof EndSessionResponses];

export type PostEndSessionData = {
    /**
     * The logout request.
     */
    body: LogoutForm;
    path?: never;
    query?: never;
    url: '/oauth2/logout';
};

export type PostEndSessionErrors = {
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

export type PostEndSessionError = PostEndSessionErrors[keyof PostEndSessionErrors];

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

export type GetProtectedResourceMetadataData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/.well-known/oauth-protected-resource';
};

export type GetProtectedResourceMetadataErrors = {
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

export type GetProtectedResourceMetadataError = GetProtectedResourceMetadataErrors[keyof GetProtectedResourceMetadataErrors];

export type GetProtectedResourceMetadataResponses = {
    /**
     * The metadata.
     */
    200: ProtectedResourceMetadata;
};

export type GetProtectedResourceMetadataResponse = GetProtectedResourceMetadataResponses[keyof GetProtectedResourceMetadataResponses];

export type GetChangePasswordUrlData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/.well-known/change-password';
};

export type GetChangePasswordUrlErrors = {
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

export type GetChangePasswordUrlError = GetChangePasswordUrlErrors[keyof GetChangePasswordUrlErrors];

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
        /**
         * Path and query, below the issuer, of the page of ours to go on to. What leads anywhere else is ignored. At most 4096 characters.
         */
        return_to?: string;
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

export type SubmitSignInResponses = {
    /**
     * The answer for an app that asked for `response_mode=form_post`: a form that goes to its redirect URI, by itself or by
     * its button (OAuth 2.0 Form Post Response Mode §2).
     */
    200: Page;
};

export type SubmitSignInResponse = SubmitSignInResponses[keyof SubmitSignInResponses];

export type SubmitPasskeySignInData = {
    /**
     * The form of the button for passkeys.
     */
    body: PasskeySignInForm;
    path?: never;
    query?: never;
    url: '/signin/passkey';
};

export type SubmitPasskeySignInErrors = {
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

export type SubmitPasskeySignInError = SubmitPasskeySignInErrors[keyof SubmitPasskeySignInErrors];

export type SubmitPasskeySignInResponses = {
    /**
     * The answer for an app that asked for `response_mode=form_post`: a form that goes to its redirect URI, by itself or by
     * its button (OAuth 2.0 Form Post Response Mode §2).
     */
    200: Page;
};

export type SubmitPasskeySignInResponse = SubmitPasskeySignInResponses[keyof SubmitPasskeySignInResponses];

export type ShowAccountChoiceData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The authorization that the page belongs to, as our own redirect named it. At most 255 characters.
         */
        transaction?: string;
    };
    url: '/signin/accounts';
};

export type ShowAccountChoiceErrors = {
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

export type ShowAccountChoiceError = ShowAccountChoiceErrors[keyof ShowAccountChoiceErrors];

export type ShowAccountChoiceResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowAccountChoiceResponse = ShowAccountChoiceResponses[keyof ShowAccountChoiceResponses];

export type SubmitAccountChoiceData = {
    /**
     * The form of the page.
     */
    body: AccountChoiceForm;
    path?: never;
    query?: never;
    url: '/signin/accounts';
};

export type SubmitAccountChoiceErrors = {
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

export type SubmitAccountChoiceError = SubmitAccountChoiceErrors[keyof SubmitAccountChoiceErrors];

export type SubmitAccountChoiceResponses = {
    /**
     * The answer for an app that asked for `response_mode=form_post`: a form that goes to its redirect URI, by itself or by
     * its button (OAuth 2.0 Form Post Response Mode §2).
     */
    200: Page;
};

export type SubmitAccountChoiceResponse = SubmitAccountChoiceResponses[keyof SubmitAccountChoiceResponses];

export type ShowStepUpData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Path and query, below the issuer, of the page of ours to go on to. What leads anywhere else is ignored. At most 4096 characters.
         */
        return_to?: string;
        /**
         * `sent`: a mail was sent, as our own redirect says.
         */
        step?: 'sent';
    };
    url: '/signin/again';
};

export type ShowStepUpErrors = {
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

export type ShowStepUpError = ShowStepUpErrors[keyof ShowStepUpErrors];

export type ShowStepUpResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowStepUpResponse = ShowStepUpResponses[keyof ShowStepUpResponses];

export type SubmitStepUpData = {
    /**
     * The form of the page.
     */
    body: StepUpForm;
    path?: never;
    query?: never;
    url: '/signin/again';
};

export type SubmitStepUpErrors = {
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

export type SubmitStepUpError = SubmitStepUpErrors[keyof SubmitStepUpErrors];

export type ShowSignUpData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The authorization that the page belongs to, as our own redirect named it. At most 255 characters.
         */
        transaction?: string;
        /**
         * Path and query, below the issuer, of the page of ours to go on to. What leads anywhere else is ignored. At most 4096 characters.
         */
        return_to?: string;
        /**
         * `sent`: a mail was sent, as our own redirect says.
         */
        step?: 'sent';
    };
    url: '/signup';
};

export type ShowSignUpErrors = {
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

export type ShowSignUpError = ShowSignUpErrors[keyof ShowSignUpErrors];

export type ShowSignUpResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowSignUpResponse = ShowSignUpResponses[keyof ShowSignUpResponses];

export type SubmitSignUpData = {
    /**
     * The form of the page.
     */
    body: SignUpForm;
    path?: never;
    query?: never;
    url: '/signup';
};

export type SubmitSignUpErrors = {
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    400: Page;
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

export type SubmitSignUpError = SubmitSignUpErrors[keyof SubmitSignUpErrors];

export type SubmitSignUpResponses = {
    /**
     * The answer for an app that asked for `response_mode=form_post`: a form that goes to its redirect URI, by itself or by
     * its button (OAuth 2.0 Form Post Response Mode §2).
     */
    200: Page;
};

export type SubmitSignUpResponse = SubmitSignUpResponses[keyof SubmitSignUpResponses];

export type ShowSecondFactorData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The authorization that the page belongs to, as our own redirect named it. At most 255 characters.
         */
        transaction?: string;
        /**
         * Path and query, below the issuer, of the page of ours to go on to. What leads anywhere else is ignored. At most 4096 characters.
         */
        return_to?: string;
        /**
         * `sent`: a mail was sent, as our own redirect says.
         */
        step?: 'sent';
    };
    url: '/signin/code';
};

export type ShowSecondFactorErrors = {
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

export type ShowSecondFactorError = ShowSecondFactorErrors[keyof ShowSecondFactorErrors];

export type ShowSecondFactorResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowSecondFactorResponse = ShowSecondFactorResponses[keyof ShowSecondFactorResponses];

export type SubmitSecondFactorData = {
    /**
     * The form of the page.
     */
    body: SecondFactorForm;
    path?: never;
    query?: never;
    url: '/signin/code';
};

export type SubmitSecondFactorErrors = {
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

export type SubmitSecondFactorError = SubmitSecondFactorErrors[keyof SubmitSecondFactorErrors];

export type SubmitSecondFactorResponses = {
    /**
     * The answer for an app that asked for `response_mode=form_post`: a form that goes to its redirect URI, by itself or by
     * its button (OAuth 2.0 Form Post Response Mode §2).
     */
    200: Page;
};

export type SubmitSecondFactorResponse = SubmitSecondFactorResponses[keyof SubmitSecondFactorResponses];

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

export type SubmitConsentResponses = {
    /**
     * The answer for an app that asked for `response_mode=form_post`: a form that goes to its redirect URI, by itself or by
     * its button (OAuth 2.0 Form Post Response Mode §2).
     */
    200: Page;
};

export type SubmitConsentResponse = SubmitConsentResponses[keyof SubmitConsentResponses];

export type ShowSignOutData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/signout';
};

export type ShowSignOutErrors = {
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

export type ShowSignOutError = ShowSignOutErrors[keyof ShowSignOutErrors];

export type ShowSignOutResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowSignOutResponse = ShowSignOutResponses[keyof ShowSignOutResponses];

export type SubmitSignOutData = {
    /**
     * The form of the page.
     */
    body: SignOutForm;
    path?: never;
    query?: never;
    url: '/signout';
};

export type SubmitSignOutErrors = {
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

export type SubmitSignOutError = SubmitSignOutErrors[keyof SubmitSignOutErrors];

export type SubmitSignOutResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type SubmitSignOutResponse = SubmitSignOutResponses[keyof SubmitSignOutResponses];

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

export type SubmitEmailVerificationError = SubmitEmailVerificationErrors[keyof SubmitEmailVerificationErrors];

export type ShowEmailChangeData = {
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
    url: '/change-email';
};

export type ShowEmailChangeErrors = {
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

export type ShowEmailChangeError = ShowEmailChangeErrors[keyof ShowEmailChangeErrors];

export type ShowEmailChangeResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowEmailChangeResponse = ShowEmailChangeResponses[keyof ShowEmailChangeResponses];

export type SubmitEmailChangeData = {
    /**
     * The form of the page.
     */
    body: EmailChangeForm;
    path?: never;
    query?: never;
    url: '/change-email';
};

export type SubmitEmailChangeErrors = {
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

export type SubmitEmailChangeError = SubmitEmailChangeErrors[keyof SubmitEmailChangeErrors];

export type ShowAccountData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account';
};

export type ShowAccountErrors = {
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

export type ShowAccountError = ShowAccountErrors[keyof ShowAccountErrors];

export type ShowAccountResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowAccountResponse = ShowAccountResponses[keyof ShowAccountResponses];

export type ShowProfileData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/profile';
};

export type ShowProfileErrors = {
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

export type ShowProfileError = ShowProfileErrors[keyof ShowProfileErrors];

export type ShowProfileResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowProfileResponse = ShowProfileResponses[keyof ShowProfileResponses];

export type SubmitProfileData = {
    /**
     * The form of the page.
     */
    body: ProfileForm;
    path?: never;
    query?: never;
    url: '/account/profile';
};

export type SubmitProfileErrors = {
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

export type SubmitProfileError = SubmitProfileErrors[keyof SubmitProfileErrors];

export type SubmitAvatarData = {
    /**
     * The form with a file.
     */
    body: {
        /**
         * The token of the page, at most 64 characters.
         */
        form_token: string;
        /**
         * A PNG, JPEG or WebP image, at most 262144 bytes.
         */
        image?: Blob | File;
    };
    path?: never;
    query?: never;
    url: '/account/avatar';
};

export type SubmitAvatarErrors = {
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
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    413: Page;
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    415: Page;
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

export type SubmitAvatarError = SubmitAvatarErrors[keyof SubmitAvatarErrors];

export type SubmitAvatarRemovalData = {
    /**
     * The form of the page.
     */
    body: PlainForm;
    path?: never;
    query?: never;
    url: '/account/avatar/remove';
};

export type SubmitAvatarRemovalErrors = {
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

export type SubmitAvatarRemovalError = SubmitAvatarRemovalErrors[keyof SubmitAvatarRemovalErrors];

export type ShowSessionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/sessions';
};

export type ShowSessionsErrors = {
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

export type ShowSessionsError = ShowSessionsErrors[keyof ShowSessionsErrors];

export type ShowSessionsResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowSessionsResponse = ShowSessionsResponses[keyof ShowSessionsResponses];

export type SubmitOtherSessionsEndData = {
    /**
     * The form of the page.
     */
    body: PlainForm;
    path?: never;
    query?: never;
    url: '/account/sessions/end-others';
};

export type SubmitOtherSessionsEndErrors = {
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

export type SubmitOtherSessionsEndError = SubmitOtherSessionsEndErrors[keyof SubmitOtherSessionsEndErrors];

export type SubmitSessionEndData = {
    /**
     * The form of the page.
     */
    body: PlainForm;
    path: {
        /**
         * The session, by its id; 1–64 characters.
         */
        sessionId: string;
    };
    query?: never;
    url: '/account/sessions/{sessionId}/end';
};

export type SubmitSessionEndErrors = {
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

export type SubmitSessionEndError = SubmitSessionEndErrors[keyof SubmitSessionEndErrors];

export type ShowPasswordChangeData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/password';
};

export type ShowPasswordChangeErrors = {
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

export type ShowPasswordChangeError = ShowPasswordChangeErrors[keyof ShowPasswordChangeErrors];

export type ShowPasswordChangeResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowPasswordChangeResponse = ShowPasswordChangeResponses[keyof ShowPasswordChangeResponses];

export type SubmitPasswordChangeData = {
    /**
     * The form of the page.
     */
    body: PasswordChangeForm;
    path?: never;
    query?: never;
    url: '/account/password';
};

export type SubmitPasswordChangeErrors = {
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    400: Page;
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

export type SubmitPasswordChangeError = SubmitPasswordChangeErrors[keyof SubmitPasswordChangeErrors];

export type ShowNewEmailData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/email';
};

export type ShowNewEmailErrors = {
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

export type ShowNewEmailError = ShowNewEmailErrors[keyof ShowNewEmailErrors];

export type ShowNewEmailResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowNewEmailResponse = ShowNewEmailResponses[keyof ShowNewEmailResponses];

export type SubmitNewEmailData = {
    /**
     * The form of the page.
     */
    body: NewEmailForm;
    path?: never;
    query?: never;
    url: '/account/email';
};

export type SubmitNewEmailErrors = {
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

export type SubmitNewEmailError = SubmitNewEmailErrors[keyof SubmitNewEmailErrors];

export type ShowAppPasswordsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/app-passwords';
};

export type ShowAppPasswordsErrors = {
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

export type ShowAppPasswordsError = ShowAppPasswordsErrors[keyof ShowAppPasswordsErrors];

export type ShowAppPasswordsResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowAppPasswordsResponse = ShowAppPasswordsResponses[keyof ShowAppPasswordsResponses];

export type ShowNewAppPasswordData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/app-passwords/new';
};

export type ShowNewAppPasswordErrors = {
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

export type ShowNewAppPasswordError = ShowNewAppPasswordErrors[keyof ShowNewAppPasswordErrors];

export type ShowNewAppPasswordResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowNewAppPasswordResponse = ShowNewAppPasswordResponses[keyof ShowNewAppPasswordResponses];

export type SubmitNewAppPasswordData = {
    /**
     * The form of the page.
     */
    body: AppPasswordForm;
    path?: never;
    query?: never;
    url: '/account/app-passwords/new';
};

export type SubmitNewAppPasswordErrors = {
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

export type SubmitNewAppPasswordError = SubmitNewAppPasswordErrors[keyof SubmitNewAppPasswordErrors];

export type SubmitAppPasswordRemovalData = {
    /**
     * The form of the page.
     */
    body: PlainForm;
    path: {
        /**
         * The app password, by its id; 1–64 characters.
         */
        appPasswordId: string;
    };
    query?: never;
    url: '/account/app-passwords/{appPasswordId}/remove';
};

export type SubmitAppPasswordRemovalErrors = {
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

export type SubmitAppPasswordRemovalError = SubmitAppPasswordRemovalErrors[keyof SubmitAppPasswordRemovalErrors];

export type ShowPasskeysData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/passkeys';
};

export type ShowPasskeysErrors = {
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

export type ShowPasskeysError = ShowPasskeysErrors[keyof ShowPasskeysErrors];

export type ShowPasskeysResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowPasskeysResponse = ShowPasskeysResponses[keyof ShowPasskeysResponses];

export type ShowNewPasskeyData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/passkeys/new';
};

export type ShowNewPasskeyErrors = {
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

export type ShowNewPasskeyError = ShowNewPasskeyErrors[keyof ShowNewPasskeyErrors];

export type ShowNewPasskeyResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowNewPasskeyResponse = ShowNewPasskeyResponses[keyof ShowNewPasskeyResponses];

export type SubmitNewPasskeyData = {
    /**
     * The form of the page.
     */
    body: PasskeyForm;
    path?: never;
    query?: never;
    url: '/account/passkeys/new';
};

export type SubmitNewPasskeyErrors = {
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

export type SubmitNewPasskeyError = SubmitNewPasskeyErrors[keyof SubmitNewPasskeyErrors];

export type SubmitPasskeyNameData = {
    /**
     * The form of the page.
     */
    body: NameForm;
    path: {
        /**
         * The passkey, by its internal id; 1–64 characters. One of somebody else is as unknown as one that never was.
         */
        passkeyId: string;
    };
    query?: never;
    url: '/account/passkeys/{passkeyId}/rename';
};

export type SubmitPasskeyNameErrors = {
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    400: Page;
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

export type SubmitPasskeyNameError = SubmitPasskeyNameErrors[keyof SubmitPasskeyNameErrors];

export type ShowPasskeyRemovalData = {
    body?: never;
    path: {
        /**
         * The passkey, by its internal id; 1–64 characters. One of somebody else is as unknown as one that never was.
         */
        passkeyId: string;
    };
    query?: never;
    url: '/account/passkeys/{passkeyId}/remove';
};

export type ShowPasskeyRemovalErrors = {
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

export type ShowPasskeyRemovalError = ShowPasskeyRemovalErrors[keyof ShowPasskeyRemovalErrors];

export type ShowPasskeyRemovalResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowPasskeyRemovalResponse = ShowPasskeyRemovalResponses[keyof ShowPasskeyRemovalResponses];

export type SubmitPasskeyRemovalData = {
    /**
     * The form of the page.
     */
    body: PlainForm;
    path: {
        /**
         * The passkey, by its internal id; 1–64 characters. One of somebody else is as unknown as one that never was.
         */
        passkeyId: string;
    };
    query?: never;
    url: '/account/passkeys/{passkeyId}/remove';
};

export type SubmitPasskeyRemovalErrors = {
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

export type SubmitPasskeyRemovalError = SubmitPasskeyRemovalErrors[keyof SubmitPasskeyRemovalErrors];

export type ShowSecondFactorsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/two-factor';
};

export type ShowSecondFactorsErrors = {
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

export type ShowSecondFactorsError = ShowSecondFactorsErrors[keyof ShowSecondFactorsErrors];

export type ShowSecondFactorsResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowSecondFactorsResponse = ShowSecondFactorsResponses[keyof ShowSecondFactorsResponses];

export type SubmitMailedCodesData = {
    /**
     * The form of the page.
     */
    body: MailedCodesForm;
    path?: never;
    query?: never;
    url: '/account/two-factor/email';
};

export type SubmitMailedCodesErrors = {
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

export type SubmitMailedCodesError = SubmitMailedCodesErrors[keyof SubmitMailedCodesErrors];

export type ShowTotpData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/two-factor/totp';
};

export type ShowTotpErrors = {
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

export type ShowTotpError = ShowTotpErrors[keyof ShowTotpErrors];

export type ShowTotpResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowTotpResponse = ShowTotpResponses[keyof ShowTotpResponses];

export type SubmitTotpData = {
    /**
     * The form of the page.
     */
    body: PlainForm;
    path?: never;
    query?: never;
    url: '/account/two-factor/totp';
};

export type SubmitTotpErrors = {
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

export type SubmitTotpError = SubmitTotpErrors[keyof SubmitTotpErrors];

export type SubmitTotpCodeData = {
    /**
     * The form of the page.
     */
    body: TotpCodeForm;
    path?: never;
    query?: never;
    url: '/account/two-factor/totp/confirm';
};

export type SubmitTotpCodeErrors = {
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

export type SubmitTotpCodeError = SubmitTotpCodeErrors[keyof SubmitTotpCodeErrors];

export type SubmitTotpRemovalData = {
    /**
     * The form of the page.
     */
    body: PlainForm;
    path?: never;
    query?: never;
    url: '/account/two-factor/totp/remove';
};

export type SubmitTotpRemovalErrors = {
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

export type SubmitTotpRemovalError = SubmitTotpRemovalErrors[keyof SubmitTotpRemovalErrors];

export type ShowRecoveryCodesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/two-factor/recovery-codes';
};

export type ShowRecoveryCodesErrors = {
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

export type ShowRecoveryCodesError = ShowRecoveryCodesErrors[keyof ShowRecoveryCodesErrors];

export type ShowRecoveryCodesResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowRecoveryCodesResponse = ShowRecoveryCodesResponses[keyof ShowRecoveryCodesResponses];

export type SubmitRecoveryCodesData = {
    /**
     * The form of the page.
     */
    body: PlainForm;
    path?: never;
    query?: never;
    url: '/account/two-factor/recovery-codes';
};

export type SubmitRecoveryCodesErrors = {
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

export type SubmitRecoveryCodesError = SubmitRecoveryCodesErrors[keyof SubmitRecoveryCodesErrors];

export type ShowConnectedAppsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Where to go on, taken as it is from the `Link` of the answer before; opaque, 1–512 characters.
         */
        cursor?: string;
    };
    url: '/account/connected-apps';
};

export type ShowConnectedAppsErrors = {
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

export type ShowConnectedAppsError = ShowConnectedAppsErrors[keyof ShowConnectedAppsErrors];

export type ShowConnectedAppsResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowConnectedAppsResponse = ShowConnectedAppsResponses[keyof ShowConnectedAppsResponses];

export type SubmitConsentRevocationData = {
    /**
     * The form of the page.
     */
    body: PlainForm;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/account/connected-apps/{appId}/revoke';
};

export type SubmitConsentRevocationErrors = {
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

export type SubmitConsentRevocationError = SubmitConsentRevocationErrors[keyof SubmitConsentRevocationErrors];

export type ShowHistoryData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Where to go on, taken as it is from the `Link` of the answer before; opaque, 1–512 characters.
         */
        cursor?: string;
    };
    url: '/account/history';
};

export type ShowHistoryErrors = {
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

export type ShowHistoryError = ShowHistoryErrors[keyof ShowHistoryErrors];

export type ShowHistoryResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowHistoryResponse = ShowHistoryResponses[keyof ShowHistoryResponses];

export type ShowExportData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/export';
};

export type ShowExportErrors = {
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

export type ShowExportError = ShowExportErrors[keyof ShowExportErrors];

export type ShowExportResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowExportResponse = ShowExportResponses[keyof ShowExportResponses];

export type DownloadExportData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/export/download';
};

export type DownloadExportErrors = {
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

export type DownloadExportError = DownloadExportErrors[keyof DownloadExportErrors];

export type DownloadExportResponses = {
    /**
     * The export, as a file.
     */
    200: AccountExport;
};

export type DownloadExportResponse = DownloadExportResponses[keyof DownloadExportResponses];

export type ShowAccountDeletionData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/close';
};

export type ShowAccountDeletionErrors = {
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

export type ShowAccountDeletionError = ShowAccountDeletionErrors[keyof ShowAccountDeletionErrors];

export type ShowAccountDeletionResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowAccountDeletionResponse = ShowAccountDeletionResponses[keyof ShowAccountDeletionResponses];

export type SubmitAccountDeletionData = {
    /**
     * The form of the page.
     */
    body: AccountDeletionForm;
    path?: never;
    query?: never;
    url: '/account/close';
};

export type SubmitAccountDeletionErrors = {
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

export type SubmitAccountDeletionError = SubmitAccountDeletionErrors[keyof SubmitAccountDeletionErrors];

export type ShowDeletedData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/closed';
};

export type ShowDeletedErrors = {
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

export type ShowDeletedError = ShowDeletedErrors[keyof ShowDeletedErrors];

export type ShowDeletedResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowDeletedResponse = ShowDeletedResponses[keyof ShowDeletedResponses];

export type ShowAppsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Where to go on, taken as it is from the `Link` of the answer before; opaque, 1–512 characters.
         */
        cursor?: string;
    };
    url: '/account/apps';
};

export type ShowAppsErrors = {
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

export type ShowAppsError = ShowAppsErrors[keyof ShowAppsErrors];

export type ShowAppsResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowAppsResponse = ShowAppsResponses[keyof ShowAppsResponses];

export type ShowNewAppData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/account/apps/new';
};

export type ShowNewAppErrors = {
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

export type ShowNewAppError = ShowNewAppErrors[keyof ShowNewAppErrors];

export type ShowNewAppResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowNewAppResponse = ShowNewAppResponses[keyof ShowNewAppResponses];

export type SubmitNewAppData = {
    /**
     * The form of the page.
     */
    body: NewAppForm;
    path?: never;
    query?: never;
    url: '/account/apps/new';
};

export type SubmitNewAppErrors = {
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

export type SubmitNewAppError = SubmitNewAppErrors[keyof SubmitNewAppErrors];

export type ShowAppData = {
    body?: never;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/account/apps/{appId}';
};

export type ShowAppErrors = {
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

export type ShowAppError = ShowAppErrors[keyof ShowAppErrors];

export type ShowAppResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowAppResponse = ShowAppResponses[keyof ShowAppResponses];

export type ShowAppSettingsData = {
    body?: never;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/account/apps/{appId}/settings';
};

export type ShowAppSettingsErrors = {
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

export type ShowAppSettingsError = ShowAppSettingsErrors[keyof ShowAppSettingsErrors];

export type ShowAppSettingsResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowAppSettingsResponse = ShowAppSettingsResponses[keyof ShowAppSettingsResponses];

export type SubmitAppSettingsData = {
    /**
     * The form of the page.
     */
    body: AppSettingsForm;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/account/apps/{appId}/settings';
};

export type SubmitAppSettingsErrors = {
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    400: Page;
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

export type SubmitAppSettingsError = SubmitAppSettingsErrors[keyof SubmitAppSettingsErrors];

export type SubmitAppSecretData = {
    /**
     * The form of the page.
     */
    body: AppSecretForm;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/account/apps/{appId}/secrets';
};

export type SubmitAppSecretErrors = {
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    400: Page;
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

export type SubmitAppSecretError = SubmitAppSecretErrors[keyof SubmitAppSecretErrors];

export type SubmitAppSecretRemovalData = {
    /**
     * The form of the page.
     */
    body: PlainForm;
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
    url: '/account/apps/{appId}/secrets/{secretId}/remove';
};

export type SubmitAppSecretRemovalErrors = {
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

export type SubmitAppSecretRemovalError = SubmitAppSecretRemovalErrors[keyof SubmitAppSecretRemovalErrors];

export type SubmitAppLogoData = {
    /**
     * The form with a file.
     */
    body: {
        /**
         * The token of the page, at most 64 characters.
         */
        form_token: string;
        /**
         * A PNG, JPEG or WebP image, at most 262144 bytes.
         */
        image?: Blob | File;
    };
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/account/apps/{appId}/logo';
};

export type SubmitAppLogoErrors = {
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    400: Page;
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
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    413: Page;
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    415: Page;
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

export type SubmitAppLogoError = SubmitAppLogoErrors[keyof SubmitAppLogoErrors];

export type SubmitAppLogoRemovalData = {
    /**
     * The form of the page.
     */
    body: PlainForm;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/account/apps/{appId}/logo/remove';
};

export type SubmitAppLogoRemovalErrors = {
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

export type SubmitAppLogoRemovalError = SubmitAppLogoRemovalErrors[keyof SubmitAppLogoRemovalErrors];

export type ShowAppRemovalData = {
    body?: never;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/account/apps/{appId}/remove';
};

export type ShowAppRemovalErrors = {
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

export type ShowAppRemovalError = ShowAppRemovalErrors[keyof ShowAppRemovalErrors];

export type ShowAppRemovalResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type ShowAppRemovalResponse = ShowAppRemovalResponses[keyof ShowAppRemovalResponses];

export type SubmitAppRemovalData = {
    /**
     * The form of the page.
     */
    body: AppRemovalForm;
    path: {
        /**
         * The app, by its `app_id` or by its internal id; 1–64 characters. An app of somebody else is as unknown as
         * one that never was.
         */
        appId: string;
    };
    query?: never;
    url: '/account/apps/{appId}/remove';
};

export type SubmitAppRemovalErrors = {
    /**
     * The page again, with what was wrong beside the field. What is wrong with credentials is never told apart.
     */
    400: Page;
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

export type SubmitAppRemovalError = SubmitAppRemovalErrors[keyof SubmitAppRemovalErrors];

export type GetPasskeyAddScriptData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/assets/passkey-add.js';
};

export type GetPasskeyAddScriptErrors = {
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

export type GetPasskeyAddScriptError = GetPasskeyAddScriptErrors[keyof GetPasskeyAddScriptErrors];

export type GetPasskeyAddScriptResponses = {
    /**
     * The script.
     */
    200: Blob | File;
};

export type GetPasskeyAddScriptResponse = GetPasskeyAddScriptResponses[keyof GetPasskeyAddScriptResponses];

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

export type GetThemeData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/assets/theme.css';
};

export type GetThemeErrors = {
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

export type GetThemeError = GetThemeErrors[keyof GetThemeErrors];

export type GetThemeResponses = {
    /**
     * The stylesheet.
     */
    200: Blob | File;
};

export type GetThemeResponse = GetThemeResponses[keyof GetThemeResponses];

export type GetSubmitScriptData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/assets/submit.js';
};

export type GetSubmitScriptErrors = {
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

export type GetSubmitScriptError = GetSubmitScriptErrors[keyof GetSubmitScriptErrors];

export type GetSubmitScriptResponses = {
    /**
     * The script.
     */
    200: Blob | File;
};

export type GetSubmitScriptResponse = GetSubmitScriptResponses[keyof GetSubmitScriptResponses];

export type GetPasskeyScriptData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/assets/passkey.js';
};

export type GetPasskeyScriptErrors = {
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

export type GetPasskeyScriptError = GetPasskeyScriptErrors[keyof GetPasskeyScriptErrors];

export type GetPasskeyScriptResponses = {
    /**
     * The script.
     */
    200: Blob | File;
};

export type GetPasskeyScriptResponse = GetPasskeyScriptResponses[keyof GetPasskeyScriptResponses];

export type GetPasswordScriptData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/assets/password.js';
};

export type GetPasswordScriptErrors = {
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

export type GetPasswordScriptError = GetPasswordScriptErrors[keyof GetPasswordScriptErrors];

export type GetPasswordScriptResponses = {
    /**
     * The script.
     */
    200: Blob | File;
};

export type GetPasswordScriptResponse = GetPasswordScriptResponses[keyof GetPasswordScriptResponses];

export type GetPasswordStrengthScriptData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/assets/password-strength.js';
};

export type GetPasswordStrengthScriptErrors = {
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

export type GetPasswordStrengthScriptError = GetPasswordStrengthScriptErrors[keyof GetPasswordStrengthScriptErrors];

export type GetPasswordStrengthScriptResponses = {
    /**
     * The script.
     */
    200: Blob | File;
};

export type GetPasswordStrengthScriptResponse = GetPasswordStrengthScriptResponses[keyof GetPasswordStrengthScriptResponses];

export type GetIconData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/assets/icon.svg';
};

export type GetIconErrors = {
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

export type GetIconError = GetIconErrors[keyof GetIconErrors];

export type GetIconResponses = {
    /**
     * The icon.
     */
    200: Blob | File;
};

export type GetIconResponse = GetIconResponses[keyof GetIconResponses];

export type SubmitLanguageData = {
    /**
     * The form at the foot of every page.
     */
    body: LanguageForm;
    path?: never;
    query?: {
        /**
         * Path and query, below the issuer, of the page of ours to go on to. What leads anywhere else is ignored. At most 4096 characters.
         */
        return_to?: string;
    };
    url: '/language';
};

export type SubmitLanguageErrors = {
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

export type SubmitLanguageError = SubmitLanguageErrors[keyof SubmitLanguageErrors];

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

export type GetReferenceData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/docs/reference';
};

export type GetReferenceErrors = {
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

export type GetReferenceError = GetReferenceErrors[keyof GetReferenceErrors];

export type GetReferenceResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type GetReferenceResponse = GetReferenceResponses[keyof GetReferenceResponses];

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

export type GetErrorPageData = {
    body?: never;
    path: {
        /**
         * The value of `error`; 1–64 characters.
         */
        code: string;
    };
    query?: never;
    url: '/docs/errors/{code}';
};

export type GetErrorPageErrors = {
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

export type GetErrorPageError = GetErrorPageErrors[keyof GetErrorPageErrors];

export type GetErrorPageResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type GetErrorPageResponse = GetErrorPageResponses[keyof GetErrorPageResponses];

export type GetErrorMarkdownData = {
    body?: never;
    path: {
        /**
         * The value of `error`; 1–64 characters.
         */
        code: string;
    };
    query?: never;
    url: '/docs/errors/{code}.md';
};

export type GetErrorMarkdownErrors = {
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

export type GetErrorMarkdownError = GetErrorMarkdownErrors[keyof GetErrorMarkdownErrors];

export type GetErrorMarkdownResponses = {
    /**
     * CommonMark with tables.
     */
    200: string;
};

export type GetErrorMarkdownResponse = GetErrorMarkdownResponses[keyof GetErrorMarkdownResponses];

export type GetDocsPageData = {
    body?: never;
    path: {
        /**
         * The page, as the list at `/docs` names it; 1–64 characters.
         */
        page: string;
    };
    query?: never;
    url: '/docs/{page}';
};

export type GetDocsPageErrors = {
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

export type GetDocsPageError = GetDocsPageErrors[keyof GetDocsPageErrors];

export type GetDocsPageResponses = {
    /**
     * A page, in the person's language.
     */
    200: Page;
};

export type GetDocsPageResponse = GetDocsPageResponses[keyof GetDocsPageResponses];

export type GetDocsMarkdownData = {
    body?: never;
    path: {
        /**
         * The page, as the list at `/docs` names it; 1–64 characters.
         */
        page: string;
    };
    query?: never;
    url: '/docs/{page}.md';
};

export type GetDocsMarkdownErrors = {
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

export type GetDocsMarkdownError = GetDocsMarkdownErrors[keyof GetDocsMarkdownErrors];

export type GetDocsMarkdownResponses = {
    /**
     * CommonMark with tables.
     */
    200: string;
};

export type GetDocsMarkdownResponse = GetDocsMarkdownResponses[keyof GetDocsMarkdownResponses];

export type GetLlmsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/llms.txt';
};

export type GetLlmsErrors = {
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

export type GetLlmsError = GetLlmsErrors[keyof GetLlmsErrors];

export type GetLlmsResponses = {
    /**
     * The list.
     */
    200: string;
};

export type GetLlmsResponse = GetLlmsResponses[keyof GetLlmsResponses];

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
