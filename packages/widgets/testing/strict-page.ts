import type { ServerResponse } from 'node:http'
import { everyState } from './states.ts'

interface Loaded {
  readonly source: string
  readonly tag: string
  readonly policies: string
}

const scripts: { readonly origin: Loaded; readonly [how: string]: Loaded } = {
  /** By its origin, and twice: the second tag has nothing to do. */
  origin: {
    source: "'self'",
    tag: `<script src="/widgets/v1/profilkort.js" data-key="profilkort_publishable_test" async></script>
    <script src="/widgets/v1/profilkort.js?again" data-key="profilkort_publishable_test" async></script>`,
    policies: 'lit-html',
  },
  nonce: {
    source: "'nonce-c3RyaWN0'",
    tag: '<script src="/widgets/v1/profilkort.js" data-key="profilkort_publishable_test" nonce="c3RyaWN0" async></script>',
    policies: 'lit-html',
  },
  /** The loader, whose script is trusted because it is. */
  loader: {
    source: "'nonce-c3RyaWN0' 'strict-dynamic'",
    tag: '<script src="/widgets/v1/loader.js" data-key="profilkort_publishable_test" nonce="c3RyaWN0" async></script>',
    policies: 'lit-html profilkort-loader',
  },
}

/**
 * A page as strict as a page can be, with every element in every state: nothing but our script, no inline style, Trusted
 * Types. `?by=nonce` and `?by=loader` load it otherwise.
 */
export function strictPage(response: ServerResponse, search: URLSearchParams): void {
  const { source, tag, policies } = scripts[search.get('by') ?? ''] ?? scripts.origin
  const policy = [
    "default-src 'none'",
    `script-src ${source}`,
    "style-src 'self'",
    "connect-src 'self' http://127.0.0.1:9",
    "require-trusted-types-for 'script'",
    `trusted-types ${policies}`,
    "base-uri 'none'",
    "form-action 'self'",
  ]
  const elements = everyState
    .toSorted((a, b) => Number(a.state === 'loading') - Number(b.state === 'loading'))
    .map(({ name, state, attributes }) => {
      const pairs = Object.entries({ id: `${name}-${state}`, loading: 'eager', ...attributes })
      return `<${name} ${pairs.map(([attribute, value]) => `${attribute}="${value}"`).join(' ')}></${name}>`
    })
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
    })
    .end(`<!doctype html>
<html lang="${search.get('lang') ?? 'nb'}">
  <head>
    <meta charset="utf-8">
    <title>En streng side</title>
    ${tag}
  </head>
  <body>
    ${elements.join('\n    ')}
  </body>
</html>`)
}
