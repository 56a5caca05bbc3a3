import type { AccessTokenFacts } from './accessToken.ts'
import type { RefreshFacts } from './grant.ts'
import type { OperatorToken } from './operatorToken.ts'

/** A token that was found by its text, whichever kind it turned out to be: what revocation and introspection are asked about. */
export type FoundToken =
  | { readonly kind: 'access'; readonly facts: AccessTokenFacts }
  | { readonly kind: 'refresh'; readonly facts: RefreshFacts }
  | { readonly kind: 'operator'; readonly token: OperatorToken }
