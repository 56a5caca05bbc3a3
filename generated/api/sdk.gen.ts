// Generated from openapi/ by `make generate`. Do not edit.

import type { Options, Result } from '../../client/createClient.ts'
import type { NotModified } from '../../client/errors.ts'
import type * as T from './types.gen.ts'

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
 *
 * A password that many people have is accepted with a warning; the strict profile refuses it.
 */
export const register = <Throws extends boolean = false>(
  options: Options<T.RegisterData, Throws>,
): Result<T.RegisterResponses, T.RegisterErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/auth/register', body: 'json' }, options)

/**
 * Open a session with a password
 *
 * Proves an account by its address and password, and opens a session. The token in the answer stands for the
 * session and opens every operation that asks for `session`; it is no OAuth access token, and no app can use
 * it in place of one.
 *
 * Unknown address, wrong password, locked account: the answer is the same, and takes the same time.
 *
 * An account with a second factor answers a right password with 403 `mfa_required` and an `mfa_token` for
 * `completeMfa`, unless `code` was sent along. Where codes come by mail, that answer has one sent.
 *
 * Whoever guesses is locked out where the guesses come from, after ten attempts for longer and longer; the
 * owner still signs in from elsewhere. Whoever goes on all the same gets 429.
 */
export const login = <Throws extends boolean = false>(
  options: Options<T.LoginData, Throws>,
): Result<T.LoginResponses, T.LoginErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/auth/login', body: 'json' }, options)

/**
 * Complete a sign-in with a second factor
 *
 * Opens the session of a sign-in whose password was right (403 `mfa_required`) with a code of the second factor. The answer
 * is that of `login`.
 *
 * A code counts once, and so does an `mfa_token`; a new password makes it useless. With one `mfa_token` five codes may be
 * tried. Whoever guesses at an account with ever new ones is locked out where the guesses come from, as with passwords.
 */
export const completeMfa = <Throws extends boolean = false>(
  options: Options<T.CompleteMfaData, Throws>,
): Result<T.CompleteMfaResponses, T.CompleteMfaErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/auth/mfa', body: 'json' }, options)

/**
 * Prove anew who is signed in
 *
 * Renews the proof of the user in a session that goes on: the way on from 401 `insufficient_user_authentication`. Operations
 * that ask for a fresh proof are then open for five minutes.
 *
 * A passkey of the account proves any, begun by `beginPasskeyLogin`. Without it an account with a second factor is proven by
 * its code, any other by the password. Where codes come by mail, `send_code`
 * orders one; the answer then tells how the session stands, unchanged. Wrong proofs count as guesses.
 */
export const stepUp = <Throws extends boolean = false>(
  options: Options<T.StepUpData, Throws>,
): Result<T.StepUpResponses, T.StepUpErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/auth/step-up', body: 'json', token: true }, options)

/**
 * Ask for a mail that lets a forgotten password be replaced
 *
 * Mails a link to the address if it has an account. The link works once, for 30 minutes
 * (`LATCHKEY_RESET_LINK_SECONDS`), and makes earlier ones useless.
 *
 * The answer, its time and its headers are the same whether or not there is such an account. An address gets
 * at most five such mails an hour.
 */
export const requestPasswordReset = <Throws extends boolean = false>(
  options: Options<T.RequestPasswordResetData, Throws>,
): Result<T.RequestPasswordResetResponses, T.RequestPasswordResetErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/auth/reset-password', body: 'json' }, options)

/**
 * Replace a forgotten password
 *
 * Sets a new password with the token of the mailed link, which this uses up. Every session of the account ends,
 * and every app that had access asks again: all its grants are revoked, their refresh tokens with them. App
 * passwords are deleted: who had the account may have made one. The owner is told by mail.
 *
 * The link proves the address. Where nothing had proven it before, passkeys and consents are deleted as well: whoever
 * registered it may have been somebody else.
 *
 * Nobody is signed in by it: `login` follows, with its second factor where there is one.
 */
export const confirmPasswordReset = <Throws extends boolean = false>(
  options: Options<T.ConfirmPasswordResetData, Throws>,
): Result<T.ConfirmPasswordResetResponses, T.ConfirmPasswordResetErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/auth/reset-password/confirm', body: 'json' }, options)

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
 * A wrong password uses nothing up, and counts as a guess like one at `login`. Nobody is signed in: `login` follows.
 */
export const verifyEmail = <Throws extends boolean = false>(
  options: Options<T.VerifyEmailData, Throws>,
): Result<T.VerifyEmailResponses, T.VerifyEmailErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/auth/verify-email', body: 'json' }, options)

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
export const resendVerification = <Throws extends boolean = false>(
  options: Options<T.ResendVerificationData, Throws>,
): Result<T.ResendVerificationResponses, T.ResendVerificationErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/auth/verify-email/resend', body: 'json' }, options)

/**
 * Read the present session
 *
 * Shows the session whose token is presented, and whose it is. An app password that is used by itself has no
 * session: 404.
 */
export const getSession = <Throws extends boolean = false>(
  options: Options<T.GetSessionData, Throws>,
): Result<T.GetSessionResponses, T.GetSessionErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/session', token: true }, options)

/**
 * Open or renew a session
 *
 * Opens a session, or renews one, and answers a short-lived token for it. What is sent decides:
 *
 * - **Credentials in the body** (`username`, which is the e-mail address, or `email`, with `password`): a new
 *   session that opens everything, as `login` does. Every rule of `login` holds: where the account has a
 *   second factor, `code` comes beside the password, or 403 `mfa_required` says how to go on.
 * - **An app password** as bearer or `X-Auth-Token`, and no body: a new session that has the app password's
 *   scope, lasts at most an hour, never outlives the app password and ends with it.
 * - **A session's token** as bearer or `X-Auth-Token`, and no body: another token of the same session. The
 *   former works until its own end; a session has at most 10 tokens, the oldest ends first.
 *
 * A token and a body together are refused. A token that does not work is refused too, whatever the body says.
 */
export const createSession = <Throws extends boolean = false>(
  options: Options<T.CreateSessionData, Throws>,
): Result<T.CreateSessionResponses, T.CreateSessionErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/session', body: 'json', token: true }, options)

/**
 * End the present session
 *
 * Ends the session whose token is presented, at once and everywhere: all its tokens, and the access and
 * refresh tokens of apps that were allowed in it without `offline_access`. Any token of a session may end it,
 * whatever its scope. An app password that is used by itself has no session: 404.
 */
export const deleteSession = <Throws extends boolean = false>(
  options: Options<T.DeleteSessionData, Throws>,
): Result<T.DeleteSessionResponses, T.DeleteSessionErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/api/v1/session', token: true }, options)

/**
 * List your sessions
 *
 * Lists the caller's sessions that go on, those used last first: where they are signed in, with what, since
 * when.
 */
export const listSessions = <Throws extends boolean = false>(
  options: Options<T.ListSessionsData, Throws>,
): Result<T.ListSessionsResponses, T.ListSessionsErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/sessions', token: true }, options)

/**
 * End all your other sessions
 *
 * Ends every session of the caller but the one that asks, those made from app passwords included. The app
 * passwords themselves stay: `deleteAppPassword` ends them.
 */
export const revokeOtherSessions = <Throws extends boolean = false>(
  options: Options<T.RevokeOtherSessionsData, Throws>,
): Result<T.RevokeOtherSessionsResponses, T.RevokeOtherSessionsErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/api/v1/sessions', token: true }, options)

/**
 * End one of your sessions
 *
 * Ends one of the caller's sessions, on a lost device for instance, at once and everywhere, as
 * `deleteSession` does with the present one.
 */
export const revokeSession = <Throws extends boolean = false>(
  options: Options<T.RevokeSessionData, Throws>,
): Result<T.RevokeSessionResponses, T.RevokeSessionErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/api/v1/sessions/{sessionId}', token: true }, options)

/**
 * Get your account
 *
 * Shows the account of who is signed in: what identifies it, what its owner tells about themselves, and what guards it.
 *
 * An app password with the scope `read` opens it too.
 */
export const getAccount = <Throws extends boolean = false>(
  options: Options<T.GetAccountData, Throws>,
): Result<T.GetAccountResponses, T.GetAccountErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/me', token: true }, options)

/**
 * Delete your account
 *
 * Asks for the deletion of the account with everything that belongs to it: sessions, apps, grants, tokens, consents,
 * factors, history. The owner is told by mail.
 *
 * From this moment every session has ended, every grant is revoked and app passwords do not work. Signing in within the
 * grace period (`LATCHKEY_DELETION_GRACE_SECONDS`, 30 days by default) takes it back; what was ended stays ended, and
 * app passwords work again. After it, or at once where it is 0, the account is deleted for good, and the address is free.
 *
 * The answer is 200 and not 204: the account is not gone yet, and `deletion_at` says when it is.
 */
export const deleteAccount = <Throws extends boolean = false>(
  options: Options<T.DeleteAccountData, Throws>,
): Result<T.DeleteAccountResponses, T.DeleteAccountErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/api/v1/me', token: true }, options)

/**
 * Change your account
 *
 * Changes the members that are sent and leaves every other as it is; null takes one away. Members are checked beyond their
 * form: a birthdate has to be a day there is, a time zone one that is known, a language a tag of RFC 5646. All failing
 * members are told at once, and then nothing is changed.
 *
 * `second_factor_email` turns mailed codes as a second factor on or off. It asks for a fresh sign-in, and no app password
 * may send it. Everything else an app password with the scope `write` may change.
 */
export const updateAccount = <Throws extends boolean = false>(
  options: Options<T.UpdateAccountData, Throws>,
): Result<T.UpdateAccountResponses, T.UpdateAccountErrors, Throws> =>
  options.client.request({ method: 'PATCH', path: '/api/v1/me', body: 'json', token: true }, options)

/**
 * Export your account
 *
 * Gives everything that is kept about the caller in one JSON document: the account with its profile, sessions, apps,
 * connected apps, passkeys, app passwords and history. It holds no password, no secret and no token, and nothing that
 * another person told.
 *
 * A list ends after 10,000 entries; what is older is found by its own operation.
 */
export const exportAccount = <Throws extends boolean = false>(
  options: Options<T.ExportAccountData, Throws>,
): Result<T.ExportAccountResponses, T.ExportAccountErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/me/export', token: true }, options)

/**
 * Change your password
 *
 * Puts another password in the place of the present one, which has to be typed. A wrong one counts as a guess, with the
 * same limits as a sign-in.
 *
 * The session of the call goes on. Every other one ends, every app that had access asks again, since all grants are
 * revoked with their refresh tokens, and every mailed link is useless. App passwords are credentials of their own and work
 * on, unless `end_app_passwords` is true. The owner is told by mail.
 */
export const changePassword = <Throws extends boolean = false>(
  options: Options<T.ChangePasswordData, Throws>,
): Result<T.ChangePasswordResponses, T.ChangePasswordErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/me/password', body: 'json', token: true }, options)

/**
 * Ask for another address
 *
 * Mails a link to the address that the account is to have, and tells the present one. Nothing changes until the link is
 * confirmed with the password (`confirmEmailChange`); it works once, for 24 hours (`LATCHKEY_VERIFICATION_LINK_SECONDS`).
 *
 * The answer, its time and its headers are the same whether or not another account has the address: its owner is told that
 * somebody tried. An account may ask five times an hour, and an address gets at most five such mails an hour.
 */
export const changeEmail = <Throws extends boolean = false>(
  options: Options<T.ChangeEmailData, Throws>,
): Result<T.ChangeEmailResponses, T.ChangeEmailErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/me/email', body: 'json', token: true }, options)

/**
 * Confirm another address
 *
 * Gives the account the address to which the link was mailed. The link proves the mailbox, and the password, typed again,
 * proves the account: who has one of them gets nothing. So no session is needed, and the link may be opened anywhere.
 *
 * The link is used up, every other mailed link of the account is useless, and both addresses are told. Sessions and apps
 * go on. A wrong password uses nothing up, and counts as a guess.
 */
export const confirmEmailChange = <Throws extends boolean = false>(
  options: Options<T.ConfirmEmailChangeData, Throws>,
): Result<T.ConfirmEmailChangeResponses, T.ConfirmEmailChangeErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/me/email/confirm', body: 'json' }, options)

/**
 * List what happened to your account
 *
 * Lists sign-ins and changes, newest first, with where they came from. A list that does not fit into `count` items goes on
 * where `Link` points. An entry is kept for a year.
 */
export const listActivity = <Throws extends boolean = false>(
  options: Options<T.ListActivityData, Throws>,
): Result<T.ListActivityResponses, T.ListActivityErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/me/activity', token: true }, options)

/**
 * List the apps you have let in
 *
 * Lists the apps that the caller has let in, the one that was registered last first. Apps of one's own, and apps of the
 * operator, need no consent: they are listed while a grant of theirs lives, with what their live grants allow.
 */
export const listConsents = <Throws extends boolean = false>(
  options: Options<T.ListConsentsData, Throws>,
): Result<T.ListConsentsResponses, T.ListConsentsErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/me/consents', token: true }, options)

/**
 * Shut an app out
 *
 * Takes back what the caller agreed to. Every grant of the app ends with it: its codes and refresh tokens are worth nothing,
 * and its access tokens end at our own endpoints at once. An app that verifies JWTs by itself accepts those until they
 * expire. Next time the app asks, the caller is asked. Apps of one's own, and apps of the operator, need no consent: their
 * grants end in the same way, and next time they are let in without a question. Where there is neither a consent nor a live
 * grant, the answer is 404.
 */
export const revokeConsent = <Throws extends boolean = false>(
  options: Options<T.RevokeConsentData, Throws>,
): Result<T.RevokeConsentResponses, T.RevokeConsentErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/api/v1/me/consents/{appId}', token: true }, options)

/**
 * List your app passwords
 *
 * Lists the caller's app passwords, newest first, without the secrets themselves. An expired one stays in the
 * list until another is made.
 */
export const listAppPasswords = <Throws extends boolean = false>(
  options: Options<T.ListAppPasswordsData, Throws>,
): Result<T.ListAppPasswordsResponses, T.ListAppPasswordsErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/me/app-passwords', token: true }, options)

/**
 * Make an app password
 *
 * Makes a credential for one program, so that the password is given to none. It opens a few operations within
 * its scope, never more: no app, no session of others, no secret, no authorization.
 *
 * It is used directly, as `Authorization: Bearer …` or `X-Auth-Token: …`, or traded for a short-lived session
 * at `createSession`. An account has at most 50; an expired one makes room.
 */
export const createAppPassword = <Throws extends boolean = false>(
  options: Options<T.CreateAppPasswordData, Throws>,
): Result<T.CreateAppPasswordResponses, T.CreateAppPasswordErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/me/app-passwords', body: 'json', token: true }, options)

/**
 * Delete an app password
 *
 * Ends an app password at once and everywhere, together with the sessions made from it.
 */
export const deleteAppPassword = <Throws extends boolean = false>(
  options: Options<T.DeleteAppPasswordData, Throws>,
): Result<T.DeleteAppPasswordResponses, T.DeleteAppPasswordErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/api/v1/me/app-passwords/{appPasswordId}', token: true }, options)

/**
 * Get your avatar
 *
 * The picture of the account, as it was stored.
 */
export const getAvatar = <Throws extends boolean = false>(
  options: Options<T.GetAvatarData, Throws>,
): Result<T.GetAvatarResponses, T.GetAvatarErrors & { 304: NotModified }, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/me/avatar', token: true }, options)

/**
 * Set your avatar
 *
 * Replaces the picture of the account, if there is one already. Apps with scope `profile` are told where it is, as
 * claim `picture`: an address that cannot be guessed and changes with every upload.
 *
 * At most 256 KiB and 1024 by 1024 pixels, not animated. The bytes decide what it is; `Content-Type` has to agree
 * with them. What is not needed to show the image is removed: EXIF with its places, XMP, comments, previews,
 * unknown parts; so turn a photo upright before, because a note about its orientation goes as well. An image
 * that is damaged, or followed by anything, is refused.
 */
export const setAvatar = <Throws extends boolean = false>(
  options: Options<T.SetAvatarData, Throws>,
): Result<T.SetAvatarResponses, T.SetAvatarErrors, Throws> =>
  options.client.request({ method: 'PUT', path: '/api/v1/me/avatar', body: 'bytes', token: true }, options)

/**
 * Delete your avatar
 *
 * Removes the picture of the account; nothing happens when there is none. Its address answers 404 from then on;
 * who read it before may show it for another day.
 */
export const deleteAvatar = <Throws extends boolean = false>(
  options: Options<T.DeleteAvatarData, Throws>,
): Result<T.DeleteAvatarResponses, T.DeleteAvatarErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/api/v1/me/avatar', token: true }, options)

/**
 * Get somebody's avatar
 *
 * What the claim `picture` leads to, for whoever was given it: the address has 128 random bits and is another
 * one after every upload, so what it names never changes. Kept for a day.
 */
export const getPicture = <Throws extends boolean = false>(
  options: Options<T.GetPictureData, Throws>,
): Result<T.GetPictureResponses, T.GetPictureErrors & { 304: NotModified }, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/pictures/{pictureId}' }, options)

/**
 * Begin a sign-in by passkey
 *
 * Answers what `navigator.credentials.get()` needs to sign in with a passkey. `finishPasskeyLogin` follows.
 *
 * ```js
 * const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(begun.options)
 * const credential = (await navigator.credentials.get({ publicKey })).toJSON()
 * ```
 *
 * Without `email` the person picks one of the passkeys that the browser knows. With it, `allowCredentials` names
 * those of the account, and no other account is signed in to. An address without passkeys, with an account or
 * without, gets some that nobody has, always the same ones.
 */
export const beginPasskeyLogin = <Throws extends boolean = false>(
  options: Options<T.BeginPasskeyLoginData, Throws>,
): Result<T.BeginPasskeyLoginResponses, T.BeginPasskeyLoginErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/auth/passkey/begin', body: 'json' }, options)

/**
 * Open a session with a passkey
 *
 * Proves an account with what one of its passkeys has signed, and opens a session: the answer is that of `login`.
 * A passkey is two factors in one, the device and what the device asks its owner for, so that nothing else is
 * asked for: `amr` is `hwk` (one device) or `swk` (copied to several), `user` and `mfa`.
 *
 * Whatever is wrong, the answer is the same. The challenge is used up in any case.
 */
export const finishPasskeyLogin = <Throws extends boolean = false>(
  options: Options<T.FinishPasskeyLoginData, Throws>,
): Result<T.FinishPasskeyLoginResponses, T.FinishPasskeyLoginErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/auth/passkey/finish', body: 'json' }, options)

/**
 * List the passkeys of the account
 *
 * Lists the account's passkeys, newest first.
 */
export const listPasskeys = <Throws extends boolean = false>(
  options: Options<T.ListPasskeysData, Throws>,
): Result<T.ListPasskeysResponses, T.ListPasskeysErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/me/passkeys', token: true }, options)

/**
 * Add a passkey to the account
 *
 * Keeps the passkey that a browser has made from the options of `beginPasskeyRegistration`. From now on it signs
 * in by itself, also where the account has a second factor: it is two in one. The owner is told by mail.
 *
 * The challenge is used up, whatever comes of it: after a 400 begin again.
 */
export const finishPasskeyRegistration = <Throws extends boolean = false>(
  options: Options<T.FinishPasskeyRegistrationData, Throws>,
): Result<T.FinishPasskeyRegistrationResponses, T.FinishPasskeyRegistrationErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/me/passkeys', body: 'json', token: true }, options)

/**
 * Begin a new passkey
 *
 * Answers what `navigator.credentials.create()` needs to make a passkey for the account: a key pair on the
 * owner's device, which signs in without a password. `finishPasskeyRegistration` follows in the same session.
 *
 * ```js
 * const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(begun.options)
 * const credential = (await navigator.credentials.create({ publicKey })).toJSON()
 * ```
 *
 * It has to be asked for on a page of the issuer's host, or of one under it that `LATCHKEY_ORIGINS` names. An
 * account has at most 20.
 */
export const beginPasskeyRegistration = <Throws extends boolean = false>(
  options: Options<T.BeginPasskeyRegistrationData, Throws>,
): Result<T.BeginPasskeyRegistrationResponses, T.BeginPasskeyRegistrationErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/me/passkeys/begin', token: true }, options)

/**
 * Delete a passkey
 *
 * Ends a passkey at once: it signs nobody in any more. Sessions that it opened live on; `revokeOtherSessions` ends
 * them. The device keeps its half until its owner deletes it there.
 *
 * The last passkey may be deleted, too: the password remains.
 */
export const deletePasskey = <Throws extends boolean = false>(
  options: Options<T.DeletePasskeyData, Throws>,
): Result<T.DeletePasskeyResponses, T.DeletePasskeyErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/api/v1/me/passkeys/{passkeyId}', token: true }, options)

/**
 * Rename a passkey
 *
 * Gives a passkey another name. The name is for its owner's eyes only.
 */
export const updatePasskey = <Throws extends boolean = false>(
  options: Options<T.UpdatePasskeyData, Throws>,
): Result<T.UpdatePasskeyResponses, T.UpdatePasskeyErrors, Throws> =>
  options.client.request({ method: 'PATCH', path: '/api/v1/me/passkeys/{passkeyId}', body: 'json', token: true }, options)

/**
 * Begin to use an authenticator app
 *
 * Makes a secret for an authenticator app (TOTP: SHA-1, six digits, 30 seconds). Nothing changes until `confirmTotp` shows
 * that the app has it, within fifteen minutes; another enrolment replaces one that waits.
 */
export const enrolTotp = <Throws extends boolean = false>(
  options: Options<T.EnrolTotpData, Throws>,
): Result<T.EnrolTotpResponses, T.EnrolTotpErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/me/mfa/totp', token: true }, options)

/**
 * Remove an authenticator app
 *
 * From now on no code of the app is asked for, and none counts. As long as it is in use, this asks for a fresh proof with
 * a second factor: who has only the password cannot remove it. With the last second factor the recovery codes go. The owner is
 * told by mail.
 */
export const deleteTotp = <Throws extends boolean = false>(
  options: Options<T.DeleteTotpData, Throws>,
): Result<T.DeleteTotpResponses, T.DeleteTotpErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/api/v1/me/mfa/totp', token: true }, options)

/**
 * Take an authenticator app into use
 *
 * Shows with a first code that the app has the secret. From now on every sign-in with the password asks for a code, and
 * operations with a fresh proof ask for one too. This session has just shown one; the others go on, but count as shown by the
 * password alone.
 *
 * A wrong code counts as a guess, like one at `completeMfa`. The answer holds ten recovery codes, once. The owner is told by mail.
 */
export const confirmTotp = <Throws extends boolean = false>(
  options: Options<T.ConfirmTotpData, Throws>,
): Result<T.ConfirmTotpResponses, T.ConfirmTotpErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/me/mfa/totp/confirm', body: 'json', token: true }, options)

/**
 * Get the secret of an authenticator app as a QR code
 *
 * The `otpauth_uri` of the secret that waits for its first code, to be read by the app's camera. Nobody sees it any more once it is
 * confirmed.
 */
export const getTotpQrCode = <Throws extends boolean = false>(
  options: Options<T.GetTotpQrCodeData, Throws>,
): Result<T.GetTotpQrCodeResponses, T.GetTotpQrCodeErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/me/mfa/totp/qr.png', token: true }, options)

/**
 * Make new recovery codes
 *
 * Gives ten recovery codes, each of which stands in for the second factor once. All earlier ones are useless from now on. How many
 * are left, `getAccount` tells.
 */
export const createRecoveryCodes = <Throws extends boolean = false>(
  options: Options<T.CreateRecoveryCodesData, Throws>,
): Result<T.CreateRecoveryCodesResponses, T.CreateRecoveryCodesErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/me/mfa/recovery-codes', token: true }, options)

/**
 * Register an app
 *
 * Registers an app that belongs to the caller, with its first secret. The secret is shown once: we keep only
 * its SHA-256.
 *
 * An app with `token_endpoint_auth_method: none` is public: it has no secret and proves itself by PKCE alone.
 *
 * An account may have 100 apps.
 */
export const registerApp = <Throws extends boolean = false>(
  options: Options<T.RegisterAppData, Throws>,
): Result<T.RegisterAppResponses, T.RegisterAppErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/apps/register', body: 'json', token: true }, options)

/**
 * List your apps
 *
 * Lists the caller's own apps, newest first. A list that does not fit into `count` items goes on where `Link`
 * points.
 */
export const listApps = <Throws extends boolean = false>(
  options: Options<T.ListAppsData, Throws>,
): Result<T.ListAppsResponses, T.ListAppsErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/apps', token: true }, options)

/**
 * Get an app
 *
 * Reads one of the caller's apps, by its `app_id` or by its internal id.
 */
export const getApp = <Throws extends boolean = false>(
  options: Options<T.GetAppData, Throws>,
): Result<T.GetAppResponses, T.GetAppErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/apps/{appId}', token: true }, options)

/**
 * Delete an app
 *
 * Deletes one of the caller's apps with its secrets. Every code, grant and token issued to it ends at once.
 */
export const deleteApp = <Throws extends boolean = false>(
  options: Options<T.DeleteAppData, Throws>,
): Result<T.DeleteAppResponses, T.DeleteAppErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/api/v1/apps/{appId}', token: true }, options)

/**
 * Change an app
 *
 * Changes the members that are sent and leaves every other as it is; a list is replaced as a whole. Codes
 * already issued keep the redirect URI and scopes they were issued with. What is changed is judged together
 * with what stays.
 */
export const updateApp = <Throws extends boolean = false>(
  options: Options<T.UpdateAppData, Throws>,
): Result<T.UpdateAppResponses, T.UpdateAppErrors, Throws> =>
  options.client.request({ method: 'PATCH', path: '/api/v1/apps/{appId}', body: 'json', token: true }, options)

/**
 * List the secrets of an app
 *
 * Lists an app's secrets, newest first, without the secrets themselves.
 */
export const listAppSecrets = <Throws extends boolean = false>(
  options: Options<T.ListAppSecretsData, Throws>,
): Result<T.ListAppSecretsResponses, T.ListAppSecretsErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/apps/{appId}/secrets', token: true }, options)

/**
 * Make another secret for an app
 *
 * Adds a secret beside those the app has, so that it can change over without an interruption: make the new
 * one, deploy it, see by `last_used_at` that the old one is no longer used, delete the old one. An app has at
 * most 5 secrets; a public app has none.
 */
export const createAppSecret = <Throws extends boolean = false>(
  options: Options<T.CreateAppSecretData, Throws>,
): Result<T.CreateAppSecretResponses, T.CreateAppSecretErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/api/v1/apps/{appId}/secrets', body: 'json', token: true }, options)

/**
 * Delete a secret of an app
 *
 * Ends one of an app's secrets at once. Tokens issued to the app live on; without any secret it can get no new
 * ones.
 */
export const deleteAppSecret = <Throws extends boolean = false>(
  options: Options<T.DeleteAppSecretData, Throws>,
): Result<T.DeleteAppSecretResponses, T.DeleteAppSecretErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/api/v1/apps/{appId}/secrets/{secretId}', token: true }, options)

/**
 * Get an app's logo
 *
 * The logo of an app, for everybody: it stands where users are asked for their consent. An app that is unknown and
 * one without a logo read the same.
 */
export const getAppLogo = <Throws extends boolean = false>(
  options: Options<T.GetAppLogoData, Throws>,
): Result<T.GetAppLogoResponses, T.GetAppLogoErrors & { 304: NotModified }, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/apps/{appId}/logo' }, options)

/**
 * Set an app's logo
 *
 * Replaces the logo of one of the caller's apps, if it has one already. Everybody may see it, at `logo_uri` of the
 * app, which changes with every upload.
 *
 * At most 256 KiB and 1024 by 1024 pixels, not animated. The bytes decide what it is; `Content-Type` has to agree
 * with them. What is not needed to show the image is removed: EXIF with its places, XMP, comments, previews,
 * unknown parts; so turn a photo upright before, because a note about its orientation goes as well. An image
 * that is damaged, or followed by anything, is refused.
 */
export const setAppLogo = <Throws extends boolean = false>(
  options: Options<T.SetAppLogoData, Throws>,
): Result<T.SetAppLogoResponses, T.SetAppLogoErrors, Throws> =>
  options.client.request({ method: 'PUT', path: '/api/v1/apps/{appId}/logo', body: 'bytes', token: true }, options)

/**
 * Delete an app's logo
 *
 * Removes the logo of one of the caller's apps; nothing happens when it has none. Who read it before may show it
 * for another 5 minutes.
 */
export const deleteAppLogo = <Throws extends boolean = false>(
  options: Options<T.DeleteAppLogoData, Throws>,
): Result<T.DeleteAppLogoResponses, T.DeleteAppLogoErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/api/v1/apps/{appId}/logo', token: true }, options)

/**
 * Get an app's usage
 *
 * How many calls one of the caller's apps has made and may still make, how many people use it, and when it last
 * authenticated. To look changes nothing: this call counts for its caller, not for the app.
 */
export const getAppUsage = <Throws extends boolean = false>(
  options: Options<T.GetAppUsageData, Throws>,
): Result<T.GetAppUsageResponses, T.GetAppUsageErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/api/v1/apps/{appId}/usage', token: true }, options)

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
export const authorize = <Throws extends boolean = false>(
  options: Options<T.AuthorizeData, Throws>,
): Result<T.AuthorizeResponses, T.AuthorizeErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/oauth2/authorize', body: 'json', token: true }, options)

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
export const issueToken = <Throws extends boolean = false>(
  options: Options<T.IssueTokenData, Throws>,
): Result<T.IssueTokenResponses, T.IssueTokenErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/oauth2/token', body: 'form' }, options)

/**
 * Register a client
 *
 * Lets a client register itself, where the operator allows it (`LATCHKEY_CLIENT_REGISTRATION`): `open` for
 * everybody, `token` for whoever shows an initial access token as `Authorization: Bearer`; with `off`
 * there is no such URL.
 *
 * What we do not offer is left out of `grant_types`, `response_types` and `scope`: the answer has everything as
 * it is registered. Nobody owns such a client; people are always asked for their consent.
 */
export const registerClient = <Throws extends boolean = false>(
  options: Options<T.RegisterClientData, Throws>,
): Result<T.RegisterClientResponses, T.RegisterClientErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/oauth2/register', body: 'json' }, options)

/**
 * Read a registration
 *
 * Answers the registration that the token belongs to, without the secret: we do not know its text. A token of
 * another client, or of one that is gone, is no token (RFC 7592 §2.1).
 */
export const readClient = <Throws extends boolean = false>(
  options: Options<T.ReadClientData, Throws>,
): Result<T.ReadClientResponses, T.ReadClientErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/oauth2/register/{clientId}', token: true }, options)

/**
 * Replace a registration
 *
 * Replaces everything the client said about itself: what is left out goes back to what it is without. The
 * `client_id` stays, and so does the secret; a client that needs one and has none gets it in this answer.
 */
export const updateClient = <Throws extends boolean = false>(
  options: Options<T.UpdateClientData, Throws>,
): Result<T.UpdateClientResponses, T.UpdateClientErrors, Throws> =>
  options.client.request({ method: 'PUT', path: '/oauth2/register/{clientId}', body: 'json', token: true }, options)

/**
 * Delete a registration
 *
 * Deletes the client with its secrets. Every code, grant and token issued to it ends at once, and so does the
 * registration access token.
 */
export const deleteClient = <Throws extends boolean = false>(
  options: Options<T.DeleteClientData, Throws>,
): Result<T.DeleteClientResponses, T.DeleteClientErrors, Throws> =>
  options.client.request({ method: 'DELETE', path: '/oauth2/register/{clientId}', token: true }, options)

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
export const revokeToken = <Throws extends boolean = false>(
  options: Options<T.RevokeTokenData, Throws>,
): Result<T.RevokeTokenResponses, T.RevokeTokenErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/oauth2/revoke', body: 'form' }, options)

/**
 * Ask whether a token works
 *
 * Tells an app with a secret about a token that was issued to it, or whose audience is one of the resource
 * servers the operator gave it. About every other token the answer is exactly `{"active":false}`, whatever the
 * reason.
 *
 * A client token that the operator made by hand (`latchkey auth add`) was issued to no app, and its audience is
 * the issuer: it is told to first-party apps and to those whose resources name the issuer. Its answer has neither
 * `sub` nor `client_id`, since it speaks for nobody, and no `exp` when it has no end.
 *
 * The app proves itself by HTTP Basic (`app_id` and secret, each form-encoded first, RFC 6749 §2.3.1) or by
 * `client_id` and `client_secret` in the body.
 */
export const introspectToken = <Throws extends boolean = false>(
  options: Options<T.IntrospectTokenData, Throws>,
): Result<T.IntrospectTokenResponses, T.IntrospectTokenErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/oauth2/introspect', body: 'form' }, options)

/**
 * Get claims about the user
 *
 * Tells an app who its user is, as far as the scopes of its access token go, and the claims that the authorization
 * asked for one by one. An app that registered `userinfo_signed_response_alg` gets them as a signed JWT with `iss`
 * and `aud`. The token of a session is no access token and does not open this, nor does a token for another
 * resource.
 */
export const getUserinfo = <Throws extends boolean = false>(
  options: Options<T.GetUserinfoData, Throws>,
): Result<T.GetUserinfoResponses, T.GetUserinfoErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/oauth2/userinfo', token: true }, options)

/**
 * Get claims about the user by POST
 *
 * The same as `getUserinfo`, for clients that POST. The access token is in a header, as everywhere, or in a form's
 * `access_token`, never in both.
 */
export const postUserinfo = <Throws extends boolean = false>(
  options: Options<T.PostUserinfoData, Throws>,
): Result<T.PostUserinfoResponses, T.PostUserinfoErrors, Throws> =>
  options.client.request({ method: 'POST', path: '/oauth2/userinfo', body: 'form', token: true }, options)

/**
 * Discover the OpenID provider
 *
 * Everything an OpenID Connect client has to know, from one URL. It lists what works here and nothing else.
 */
export const getOpenidConfiguration = <Throws extends boolean = false>(
  options: Options<T.GetOpenidConfigurationData, Throws>,
): Result<T.GetOpenidConfigurationResponses, T.GetOpenidConfigurationErrors & { 304: NotModified }, Throws> =>
  options.client.request({ method: 'GET', path: '/.well-known/openid-configuration' }, options)

/**
 * Discover the authorization server
 *
 * Everything an OAuth 2.0 client has to know, from one URL; the same facts as `getOpenidConfiguration` without
 * those of OpenID Connect. It lists what works here and nothing else.
 */
export const getOauthMetadata = <Throws extends boolean = false>(
  options: Options<T.GetOauthMetadataData, Throws>,
): Result<T.GetOauthMetadataResponses, T.GetOauthMetadataErrors & { 304: NotModified }, Throws> =>
  options.client.request({ method: 'GET', path: '/.well-known/oauth-authorization-server' }, options)

/**
 * Discover what access tokens open here
 *
 * Latchkey as a resource server: its userinfo takes access tokens of its own. A 401 of userinfo names this URL.
 */
export const getProtectedResourceMetadata = <Throws extends boolean = false>(
  options: Options<T.GetProtectedResourceMetadataData, Throws>,
): Result<T.GetProtectedResourceMetadataResponses, T.GetProtectedResourceMetadataErrors & { 304: NotModified }, Throws> =>
  options.client.request({ method: 'GET', path: '/.well-known/oauth-protected-resource' }, options)

/**
 * Get the public keys
 *
 * The keys that verify ID tokens and JWT access tokens, the next ones before they sign and the last ones until
 * their tokens have ended. Pick by `kid`; ask again when one is unknown. There are never symmetric keys here.
 */
export const getJwks = <Throws extends boolean = false>(
  options: Options<T.GetJwksData, Throws>,
): Result<T.GetJwksResponses, T.GetJwksErrors & { 304: NotModified }, Throws> =>
  options.client.request({ method: 'GET', path: '/.well-known/jwks.json' }, options)

/**
 * Ask whether the process runs
 *
 * Answers as long as the process can answer at all, whatever the state of the database. Restart the process
 * when this fails.
 */
export const getLiveness = <Throws extends boolean = false>(
  options: Options<T.GetLivenessData, Throws>,
): Result<T.GetLivenessResponses, T.GetLivenessErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/livez' }, options)

/**
 * Ask whether the process can serve
 *
 * Looks at what requests need: the database and its tables, our clock against the database's, the signing keys.
 * Anything missing makes it a 503 `temporarily_unavailable` within two seconds, and so does a process that was told
 * to stop; send no traffic until it is 200 again.
 */
export const getReadiness = <Throws extends boolean = false>(
  options: Options<T.GetReadinessData, Throws>,
): Result<T.GetReadinessResponses, T.GetReadinessErrors, Throws> =>
  options.client.request({ method: 'GET', path: '/readyz' }, options)

/**
 * Get this contract
 *
 * This document: the OpenAPI description the server enforces in both directions, and the SDK and the reference
 * are made from.
 */
export const getSpec = <Throws extends boolean = false>(
  options: Options<T.GetSpecData, Throws>,
): Result<T.GetSpecResponses, T.GetSpecErrors & { 304: NotModified }, Throws> =>
  options.client.request({ method: 'GET', path: '/openapi.json' }, options)
