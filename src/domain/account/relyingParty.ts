/** Who passkeys are for: they work at its pages only (Web Authentication §4, relying party). */
export type RelyingParty = {
  /** a host name; passkeys are bound to it for ever */
  readonly id: string
  /** the origins whose pages may ask for its passkeys */
  readonly origins: readonly string[]
}

/**
 * The relying party of a configuration, never of a request: its id is the issuer's host. Pages of the issuer may use its
 * passkeys, and those of configured origins whose host is that host or lies under it, which is what browsers allow
 * (Web Authentication §5.1.4.1).
 *
 * @param issuer   its origin counts, not its path; an IP address has no passkeys, because browsers know none without a domain
 * @param origins  whose scripts may call us (`LATCHKEY_ORIGINS`)
 */
export function relyingPartyOf({
  issuer,
  origins,
}: {
  readonly issuer: string
  readonly origins: readonly string[]
}): RelyingParty {
  const { hostname: id, origin: own } = new URL(issuer)
  const related = origins.filter((origin) => {
    const { hostname } = new URL(origin)
    return hostname === id || hostname.endsWith(`.${id}`)
  })
  return { id, origins: [...new Set([own, ...related])] }
}
