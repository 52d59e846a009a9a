import type { ServerResponse } from 'node:http'
import { renderCardFragment } from '../src/server/card-fragment.ts'
import { payloads, poisoned } from './payloads.ts'
import { profileFor } from './profiles.ts'

/** Nothing may run but our script, and nothing may be fetched but answers; whatever tries is reported. */
const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** What stands in the page for each payload: nothing, or with `?form=server` a card made of it as a server writes it. */
const forms: { readonly [form: string]: (payload: string) => string } = {
  empty: () => '',
  server: (payload) => {
    const profile = profileFor('regnskapsforere-i-vekst', 'nb')
    if (profile === null) throw new Error('There is no profile')
    return renderCardFragment({
      profile: poisoned(profile, payload),
      slug: payload,
      locale: 'nb',
      base: '',
      address: `/v1/cards/${payload}`,
    })
  },
}

/** A page that notices whatever runs or tries to: `runs` and `reports` of its window. `?free` lets it run. */
export function payloadPage(response: ServerResponse, search: URLSearchParams): void {
  // A server's markup is for readers without scripts, too; the script would take it over.
  const script = search.has('form')
    ? ''
    : '<script src="/widgets/v1/profilkort.js" data-key="profilkort_publishable_test" async></script>'
  const form = forms[search.get('form') ?? 'empty'] ?? (() => '')
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(search.has('free') ? {} : { 'content-security-policy': strict }),
    })
    .end(`<!doctype html>
<html lang="nb">
  <head><meta charset="utf-8"><title>Payloads</title><script src="/watch.js"></script>${script}</head>
  <body>${payloads.map((payload) => `<div>${form(payload)}</div>`).join('\n')}</body>
</html>`)
}

/** What the page notices with: everything that payloads call, whatever the policy reports, every error of a script. */
export const watch = `
window.runs = []
window.reports = []
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'msgbox', 'xss', 'pwned'])
  window[name] = (...values) => void window.runs.push(name + ': ' + values.join())
document.write = document.writeln = (text) => void window.runs.push('write: ' + text)
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => window.reports.push([violatedDirective, blockedURI, sample].join(' ')))
addEventListener('error', ({ message }) => { if (message) window.runs.push('error: ' + message) })
`
