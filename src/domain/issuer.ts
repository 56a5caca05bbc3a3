/** The path of an issuer, under which everything of ours answers, such as `/auth`; empty: the issuer is an origin. */
export function issuerPath(issuer: string): string {
  const { pathname } = new URL(issuer)
  return pathname === '/' ? '' : pathname
}

/** Documents about an issuer, which RFCs look for in front of its path. */
export const issuerDocuments = [
  'oauth-authorization-server',
  'openid-configuration',
  'oauth-protected-resource',
] as const

/** Where a document about an issuer is: the well-known part goes between host and path (RFC 8414 §3.1, RFC 9728 §3.1). */
export function documentUri(issuer: string, name: (typeof issuerDocuments)[number]): string {
  return `${new URL(issuer).origin}/.well-known/${name}${issuerPath(issuer)}`
}
