import { deliveredLook } from './look.ts'

/**
 * The policy of the reference: scripts and requests to us only. Scalar puts its styles into the page when it runs, so those
 * may be inline; nothing but scripts can do harm here, and nothing is loaded from elsewhere.
 */
export const referencePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** Renders the page that the reference is drawn into. */
export function renderReference(): string {
  return deliveredLook.render('reference', {})
}
