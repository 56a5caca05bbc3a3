import type { OperationEntry } from '../../http/operation.ts'

/** What an operation's `security` makes of a token: the kind of principal behind it, null when nothing is. */
export type Kind = 'session' | 'appPassword' | 'accessToken' | null

/** Somebody who asks, by what they present. */
export type Caller = {
  readonly name: string
  /** null: no token at all */
  readonly token: string | null
  readonly kind: Kind
  readonly scope: readonly string[]
  /** false: what a path names belongs to somebody else */
  readonly isOwner: boolean
}

/** True where a token is optional: it then stands in the place of the body. */
export function isTokenOptional({ security }: Pick<OperationEntry, 'security'>): boolean {
  return security.some((requirement) => Object.keys(requirement).length === 0)
}

/**
 * The status with which an operation has to refuse a caller, by what the contract says in `security` and by whose the thing is that
 * the path names; null when it has to let them in.
 */
export function refusalOf(
  { security, path }: Pick<OperationEntry, 'security' | 'path'>,
  caller: Caller,
): 401 | 403 | 404 | null {
  if (security.length === 0) return null
  if (caller.token === null) return isTokenOptional({ security }) ? null : 401
  const ofKind = security
    .flatMap((each) => Object.entries(each))
    .filter(([scheme]) => kindOf(scheme) === caller.kind)
  if (ofKind.length === 0) return caller.kind === 'appPassword' ? 403 : 401
  if (!ofKind.some(([, scopes]) => scopes.every((scope) => caller.scope.includes(scope)))) return 403
  return path.includes('{') && !caller.isOwner ? 404 : null
}

/** The kind of token that a security scheme is about: by either header it is the same. */
export function kindOf(scheme: string): string {
  return scheme.replace(/Header$/, '')
}
