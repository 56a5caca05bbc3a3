import type { TestService } from './service.ts'
import { basicOf, credentialsOf, type AppCredentials } from './tokens.ts'
import { send, type Answer } from './wire.ts'

/** One of the ways in which the same request reaches the same operation. */
export type EntryPoint = {
  readonly name: string
  /** Sends the members of a request; undefined ones are left out. */
  readonly ask: (members: Readonly<Record<string, string | undefined>>) => Promise<Answer>
}

/** Posts members as a form or as JSON. */
export function post(
  service: TestService,
  path: string,
  members: Readonly<Record<string, unknown>>,
  how: { readonly isJson?: boolean; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  const sent = Object.entries(members).filter(([, value]) => value !== undefined)
  const isJson = how.isJson ?? false
  const body = isJson
    ? JSON.stringify(Object.fromEntries(sent))
    : new URLSearchParams(sent.map(([name, value]) => [name, String(value)])).toString()
  const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded'
  return send(service.url, { method: 'POST', path, headers: { 'content-type': type, ...how.headers }, body })
}

/**
 * Every way into an operation that an app calls by its own credentials: each URL, form and JSON, the secret in the body and
 * by Basic. A rule that one of them forgets is no rule.
 */
export function entryPoints(
  service: TestService,
  app: AppCredentials,
  paths: readonly string[] = ['/oauth2/token', '/api/v1/oauth/token'],
): EntryPoint[] {
  const { app_id: id, app_secret: secret } = app
  return paths.flatMap((path) =>
    [false, true].flatMap((isJson) => {
      const name = `${isJson ? 'JSON' : 'form'} at ${path}`
      const inBody: EntryPoint = {
        name: `${name}, ${secret === undefined ? 'public' : 'post'}`,
        ask: (members) => post(service, path, { ...credentialsOf(app), ...members }, { isJson }),
      }
      if (secret === undefined) return [inBody]
      const headers = basicOf(id, secret)
      const byBasic: EntryPoint = {
        name: `${name}, Basic`,
        ask: (members) => post(service, path, members, { isJson, headers }),
      }
      return [inBody, byBasic]
    }),
  )
}

/** Expects an OAuth error from a raw answer: status, code, and no token beside it. */
export function errorOf(answer: Answer): string {
  return `${answer.status} ${String(answer.body?.error ?? (answer.body?.access_token ? 'a token' : answer.text))}`
}
