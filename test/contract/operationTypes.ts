import type { Application } from '#generated/api/types.gen.ts'
import type { Call, Operation } from '#src/http/operation.ts'

/*
 * What does not compile. Each comment below says two things: `make check` fails when the next line compiles after all, and
 * operationTypes.test.ts compiles this file without the comments and wants the compiler to name the words behind the dash, or to point at them.
 */

declare const login: Call<'login'>
declare const listApps: Call<'listApps'>
declare const getApp: Call<'getApp'>
declare const deleteApp: Call<'deleteApp'>
declare const issueToken: Call<'issueToken'>
declare const getReadiness: Call<'getReadiness'>

const user = { id: 'a', email: 'b', created_at: 'c' }
const row = { ...user, password_hash: 'd' }
declare const application: Application
const applicationRow = { ...application, owner_id: 'e' }

/** Every reply that has to compile. */
export const right = [
  login.reply(200, { user, token: 't', expires_in: 3600 }),
  listApps.reply(200, [], { 'x-count': 0 }),
  listApps.reply(200, [], { 'x-count': 0, link: '<…>; rel="next"' }),
  deleteApp.reply(204),
  getReadiness.reply(200, { status: 'ready', checks: { database: 'ok', clock: 'ok', keys: 'ok' } }),
]

/** Every reply that must not. */
export const wrong = [
  // @ts-expect-error - 201
  login.reply(201, { user, token: 't', expires_in: 3600 }),
  // @ts-expect-error - Expected 2-3 arguments
  deleteApp.reply(418),
  // @ts-expect-error - expires_in
  login.reply(200, { user, token: 't' }),
  // @ts-expect-error - expires_in
  login.reply(200, { user, token: 't', expires_in: '3600' }),
  // @ts-expect-error - refresh_secret
  login.reply(200, { user, token: 't', expires_in: 3600, refresh_secret: 's' }),
  // @ts-expect-error - password_hash
  login.reply(200, { user: row, token: 't', expires_in: 3600 }),
  // @ts-expect-error - password_hash
  login.reply(200, { user: { ...row }, token: 't', expires_in: 3600 }),
  // @ts-expect-error - owner_id
  getApp.reply(200, applicationRow),
  // @ts-expect-error - owner_id
  listApps.reply(200, [applicationRow], { 'x-count': 1 }),
  // @ts-expect-error - ok
  getReadiness.reply(200, { status: 'ready', checks: { database: 'slow', clock: 'ok', keys: 'ok' } }),
  // @ts-expect-error - Expected 3 arguments
  listApps.reply(200, []),
  // @ts-expect-error - x-count
  listApps.reply(200, [], {}),
  // @ts-expect-error - x-count
  listApps.reply(200, [], { 'x-count': '0' }),
  // @ts-expect-error - x-debug
  deleteApp.reply(204, undefined, { 'x-debug': '1' }),
  // @ts-expect-error - undefined
  deleteApp.reply(204, { deleted: true }),
  // @ts-expect-error - Bearer
  issueToken.reply(200, { access_token: 'a', token_type: 'bearer', expires_in: 3600 }),
]

/** A handler returns what `reply` or `refuse` made for its own operation, */
export const made: Operation<'deleteApp'> = async (call) => call.reply(204)

/** nothing that was put together by hand, */
// @ts-expect-error - headers
export const byHand: Operation<'deleteApp'> = async () => ({ status: 204, body: undefined })

/** and not the reply of another operation. */
// @ts-expect-error - deleteApp
export const borrowed: Operation<'deleteApp'> = async () => listApps.reply(200, [], { 'x-count': 0 })

/** An operation without query, path or security has nothing to read there. */
export const absent = [
  // @ts-expect-error - force
  deleteApp.query.force,
  // @ts-expect-error - appId
  login.path.appId,
  // @ts-expect-error - undefined
  login.principal.user,
  // @ts-expect-error - facts
  getApp.principal.facts,
]
