import { refuse, type InvalidMember, type Refusal } from '../refusal.ts'
import type { ApplicationBody } from './application.ts'
import { supportedScopes } from './scope.ts'

type Ticks = Readonly<Record<string, string | undefined>>

/** What the form of an app holds. Lists have an item on each line; a scope that is ticked is a field of its own. */
export type AppFormFields = {
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly redirect_uris?: string | undefined
  readonly post_logout_redirect_uris?: string | undefined
  /** left out where it cannot be chosen any more */
  readonly kind?: 'confidential' | 'public' | undefined
}

/** Items of a list, as of `RedirectUris` in the contract. */
const mostUris = 20

/** The scopes that are ticked in a form. */
export function tickedScopes(fields: object): readonly string[] {
  return supportedScopes.filter((scope) => (fields as Ticks)[scope] === 'true')
}

/**
 * Reads the form of an app.
 *
 * @returns what it asks for, still to be judged (`decideRegistration`, `decideUpdate`); `invalid_client_metadata` for a list that
 *   is too long, which on `/api/v1` the contract refuses
 */
export function decideAppForm(
  fields: AppFormFields,
): (ApplicationBody & { readonly name: string }) | Refusal {
  const lists = {
    redirect_uris: linesOf(fields.redirect_uris),
    post_logout_redirect_uris: linesOf(fields.post_logout_redirect_uris),
  }
  const errors: readonly InvalidMember[] = Object.entries(lists)
    .filter(([, lines]) => lines.length > mostUris)
    .map(([name]) => ({ path: `/${name}`, message: `must have at most ${mostUris} items` }))
  if (errors.length > 0)
    return refuse('invalid_client_metadata', 'The application is not consistent', 'list of a form too long', {
      errors,
    })
  return {
    name: fields.name ?? '',
    description: (fields.description ?? '').replaceAll('\r\n', '\n'),
    ...lists,
    scopes: tickedScopes(fields),
    ...(fields.kind === 'public' && { token_endpoint_auth_method: 'none' as const }),
  }
}

function linesOf(text = ''): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
