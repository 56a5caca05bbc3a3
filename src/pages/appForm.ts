import { tickedScopes, type AppFormFields } from '../domain/oauth/appForm.ts'
import type { Application } from '../domain/oauth/application.ts'
import { supportedScopes } from '../domain/oauth/scope.ts'
import type { InvalidMember } from '../domain/refusal.ts'
import type { AppForm } from './developerPages.ts'

const empty: AppForm = {
  fields: {
    name: '',
    description: '',
    redirectUris: '',
    postLogoutRedirectUris: '',
    scopes: ['openid', 'profile', 'email'],
    kind: 'confidential',
  },
  wrong: {},
  offered: supportedScopes,
}

/** The form of an app: empty, with the usual scopes; or as the app is. @param app  null: a new one */
export function appForm(app: Application | null): AppForm {
  if (app === null) return empty
  const fields = {
    name: app.name,
    description: app.description,
    redirectUris: app.redirect_uris.join('\n'),
    postLogoutRedirectUris: app.post_logout_redirect_uris.join('\n'),
    scopes: app.scopes,
    kind: app.token_endpoint_auth_method === 'none' ? 'public' : 'confidential',
  } as const
  return { ...empty, fields }
}

/** The form as somebody sent it, with what is wrong in it. */
export function appFormAgain(sent: AppFormFields, errors: readonly InvalidMember[]): AppForm {
  const fields = {
    name: sent.name ?? '',
    description: sent.description ?? '',
    redirectUris: sent.redirect_uris ?? '',
    postLogoutRedirectUris: sent.post_logout_redirect_uris ?? '',
    scopes: tickedScopes(sent),
    kind: sent.kind ?? 'confidential',
  } as const
  // Of several errors of one field the first is said: `/redirect_uris/0`, `/redirect_uris/1`.
  const wrong = errors
    .toReversed()
    .map(({ path, message }) => [path.split('/')[1] ?? '', wordsOf(path, message)])
  return { ...empty, fields, wrong: Object.fromEntries(wrong) }
}

/** What is wrong in the words of the API; in a list with the number of the line. */
function wordsOf(path: string, message: string): string {
  const line = path.split('/')[2]
  return line === undefined ? message : `${Number(line) + 1}: ${message}`
}
