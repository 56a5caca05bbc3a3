/** `script-src` for a page that has a script of ours; nothing inline runs there either. */
const ownScripts = "; script-src 'self'"

/** The policy of a page with scripts of ours. The parameters are those of `contentSecurityPolicy`. */
export function scriptedPolicy(formTarget?: string, image: string | null = null): string {
  return contentSecurityPolicy(formTarget, image) + ownScripts
}

/**
 * The policy of a page (Content Security Policy Level 3): our own style and images, forms that go to us, no script, no frame.
 *
 * @param formTarget  where a form's answer redirects besides, an origin or a scheme with its colon: Chromium holds
 *                    `form-action` against the redirect after a POST
 * @param image  URL of the one image that may come from elsewhere: the logo that an app registered; null: none
 */
export function contentSecurityPolicy(formTarget?: string, image: string | null = null): string {
  const target = formTarget === undefined ? '' : ` ${formTarget}`
  return [
    "default-src 'none'",
    "style-src 'self'",
    `img-src 'self'${image === null ? '' : ` ${new URL(image).origin}`}`,
    `form-action 'self'${target}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/**
 * What `form-action` calls the target of a redirect URI. Chromium holds the policy against *every* hop after the form, also those
 * that the app makes once it has its answer: with the origin alone, people end on our page when its callback leads on to another
 * one. So anything with https is allowed, which is no more than the app could do anyway; elsewhere the origin or the private-use
 * scheme (docs/decisions/0012-form-action.md).
 */
export function formTargetOf(redirectUri: string): string {
  const { origin, protocol, hostname } = new URL(redirectUri)
  return protocol === 'https:' || origin === 'null' || hostname.startsWith('[') ? protocol : origin
}

/** The policy of a page with a script of ours. */
export const scriptPolicy = {
  'content-security-policy': `${contentSecurityPolicy()}; script-src 'self'`,
} as const
