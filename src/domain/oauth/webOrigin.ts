/**
 * Of which web pages scripts may call an operation and read its answers (CORS): of none; of all; of those at
 * `LATCHKEY_ORIGINS`, in development on this machine too; `registered`: at `LATCHKEY_ORIGINS` and at the origins of all
 * redirect URIs.
 */
export type ScriptCallers = 'nobody' | 'everybody' | 'configured' | 'registered'

/**
 * The web origins (RFC 6454 §6.2) that redirect URIs lead to, each once: pages there may call the token endpoint by script.
 * Private-use schemes have none.
 */
export function webOriginsOf(redirectUris: readonly string[]): string[] {
  const origins = redirectUris.flatMap((uri) => {
    const url = URL.parse(uri)
    return url !== null && /^https?:$/.test(url.protocol) ? [url.origin] : []
  })
  return [...new Set(origins)]
}

/** True for an `Origin` header that names a web origin as a browser spells it; `null` and everything else names none. */
export function isWebOrigin(text: string): boolean {
  return text.length <= 255 && /^https?:\/\//.test(text) && URL.parse(text)?.origin === text
}

/** True for an origin on this very machine, whatever the port: 127.0.0.0/8, ::1, `localhost` and names under it (RFC 6761 §6.3). */
export function isLoopbackOrigin(origin: string): boolean {
  const host = /^https?:\/\/(\[::1\]|[a-z0-9.-]+)(?::\d{1,5})?$/.exec(origin)?.[1] ?? ''
  return host === '[::1]' || /^(?:[a-z0-9-]+\.)*localhost$|^127(?:\.\d{1,3}){3}$/.test(host)
}
