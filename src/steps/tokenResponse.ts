import type { Context } from '../context.ts'

/** What the grants of the token endpoint need of the world. */
export type TokenContext = Pick<Context, 'store' | 'config' | 'keys' | 'random' | 'subjectKey' | 'metrics'>

/** A successful answer of the token endpoint (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3). */
export type TokenResponse = {
  access_token: string
  token_type: 'Bearer'
  expires_in: number
  refresh_token?: string | undefined
  scope?: string | undefined
  id_token?: string | undefined
}
