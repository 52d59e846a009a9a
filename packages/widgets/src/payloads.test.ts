import { render } from 'lit-html'
import { expect, test } from 'vitest'
import { profileFor } from '../testing/profiles.ts'
import type { ProfileCardProfile } from './profile-card/profile-card.graphql.ts'
import { renderProfile } from './profile-card/render-profile.ts'
import { renderToString } from './server/render-to-string.ts'

const payloads = [
  '<script>pwned()</script>',
  '<img src=x onerror=pwned()>',
  '"><svg onload=pwned()>',
  "' autofocus onfocus=pwned() x='",
  '<iframe srcdoc="<script>parent.pwned()</script>">',
  '</template><img src=x onerror=pwned()>',
  '<math><mi//xlink:href="data:x,<script>pwned()</script>">',
  '<a href="javascript:pwned()">x</a>',
  '<!--><img src=x onerror=pwned()>-->',
  '<style><img src="</style><img src=x onerror=pwned()>">',
  '<form><button formaction=javascript:pwned()>',
  '<noscript><p title="</noscript><img src=x onerror=pwned()>">',
  '&lt;script&gt;pwned()&lt;/script&gt;',
  '<x-lit$0$><?lit$0$>',
]

/** Every text of a profile is the payload. */
function poisoned(payload: string): ProfileCardProfile {
  const profile = profileFor('regnskapsforere-i-vekst', 'nb')
  const kept = { kind: profile?.kind, publishedAt: profile?.publishedAt, resolvedLocale: 'nb', revision: 1 }
  const text = JSON.stringify(profile, (_key, value) => (typeof value === 'string' ? payload : value))
  return { ...JSON.parse(text), ...kept }
}

test.for(payloads)('nothing runs and nothing becomes markup: %s', async (payload) => {
  let runs = 0
  Object.assign(window, { pwned: () => (runs += 1) })
  const template = renderProfile({ profile: poisoned(payload), locale: 'nb', level: 2, isCompact: false })
  const inBrowser = document.body.appendChild(document.createElement('div'))
  render(template, inBrowser)
  const fromServer = document.body.appendChild(document.createElement('div'))
  fromServer.setHTMLUnsafe(
    `<div><template shadowrootmode="open">${renderToString(template)}</template></div>`,
  )
  await new Promise((resolve) => setTimeout(resolve, 20))
  for (const root of [inBrowser, fromServer.firstElementChild?.shadowRoot]) {
    expect(root?.querySelector('script, img, iframe, svg, a, form, style, math, noscript')).toBeNull()
    expect(root?.querySelector('.name')?.textContent).toBe(payload)
  }
  expect(runs).toBe(0)
  inBrowser.remove()
  fromServer.remove()
})
