import type { Site } from './site.ts'

/**
 * What the pages allow: scripts and requests from Profilkort's origin only, our own styles and images, no inline
 * script or style at all, and no text that becomes markup (Trusted Types).
 */
export function securityHeaders({ api }: Site): { readonly [name: string]: string } {
  return {
    'content-security-policy': [
      "default-src 'none'",
      `script-src ${api}`,
      "style-src 'self'",
      `connect-src ${api}`,
      "img-src 'self'",
      "require-trusted-types-for 'script'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    // A customer's page carries a token.
    'cache-control': 'no-store',
  }
}
