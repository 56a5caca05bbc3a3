/**
 * The policy of a page (Content Security Policy Level 3): our own style and images, forms that go to us, no script, no frame.
 *
 * @param formTarget  where a form's answer redirects besides, an origin or a scheme with its colon: Chromium holds
 *                    `form-action` against the redirect after a POST
 */
export function contentSecurityPolicy(formTarget?: string): string {
  const target = formTarget === undefined ? '' : ` ${formTarget}`
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `form-action 'self'${target}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/**
 * What `form-action` calls the target of a redirect URI: its origin; the scheme of a private-use one, and of one at an IPv6
 * address, for which the policy has no spelling.
 */
export function formTargetOf(redirectUri: string): string {
  const { origin, protocol, hostname } = new URL(redirectUri)
  return origin === 'null' || hostname.startsWith('[') ? protocol : origin
}
