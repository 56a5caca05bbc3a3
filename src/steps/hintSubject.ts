import type { Context } from '../context.ts'
import type { Client } from '../domain/oauth/client.ts'
import { hintedSubject } from '../domain/oauth/interaction.ts'

/**
 * The subject that an app expects by an ID token of ours (`id_token_hint`, OpenID Connect Core §3.1.2.1), at every way into the
 * authorization endpoint.
 *
 * @param hint  as it came; undefined: none was sent
 * @returns null when none was sent, or when it is none of ours and is ignored: also one with HS256, which cannot be told from a
 *   stranger's, since we keep no key for it
 */
export function hintSubject(
  hint: string | undefined,
  client: Client,
  { keys, config }: Pick<Context, 'keys' | 'config'>,
): string | null {
  const alg = client.idTokenSignedResponseAlg
  const claims = hint === undefined || alg === 'HS256' ? null : keys.verify(alg, 'JWT', hint)
  return hintedSubject(claims, client, config.issuer)
}
