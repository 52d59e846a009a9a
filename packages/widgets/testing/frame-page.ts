import type { ServerResponse } from 'node:http'
import { renderCardFragment } from '../src/server/card-fragment.ts'
import { profileFor } from './profiles.ts'

/** `?card=slug`: a card as a page of its own, as the server makes it; without it, a page that shows two in frames. */
export function framePage(response: ServerResponse, search: URLSearchParams): void {
  const slug = search.get('card')
  const profile = slug === null ? null : profileFor(slug, 'nb')
  const frames = ['regnskapsforere-i-vekst', 'sesongserveringssteder'].map(
    (card) =>
      `<iframe src="/frame-page?card=${card}" title="${card}" width="640" height="900" sandbox="allow-scripts allow-same-origin"></iframe>`,
  )
  const [head, body] =
    slug === null || profile === null
      ? [
          search.has('resize') ? '<script src="/widgets/v1/resize.js"></script>' : '',
          frames.join('<p>Under</p>'),
        ]
      : [
          '<link rel="stylesheet" href="/widgets/v1/frame.css"><script src="/widgets/v1/frame.js" async></script>',
          renderCardFragment({ profile, slug, locale: 'nb', base: '', address: '/' }),
        ]
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'self'; script-src 'self'; frame-src 'self'",
    })
    .end(`<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Kort</title>${head}</head><body>${body}</body></html>
`)
}
