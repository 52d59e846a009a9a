import type { ElementDescription } from '../manifest.ts'
import type { ElementPage, Example } from '../src/element/element-page.ts'
import { escapeHtml } from '../src/server/render-to-string.ts'

/** What whoever serves a page puts a fresh nonce in place of. */
export const noncePlaceholder = '{nonce}'

/** The examples of an element, live, as a page for a strict policy. */
export function elementHtml(
  element: ElementDescription,
  { examples }: ElementPage,
  tags: readonly string[],
): string {
  const { tagName, description } = element
  return frame(
    tagName,
    `<nav aria-label="Elements"><ul>${tags
      .map(
        (tag) =>
          `<li><a href="/widgets/docs/${tag}"${tag === tagName ? ' aria-current="page"' : ''}>${tag}</a></li>`,
      )
      .join('')}</ul></nav>
<main>
<h1>${tagName}</h1>
<p>${escapeHtml(description)} With sample data; nothing is asked of the server.</p>
${examples.map(exampleHtml).join('\n')}
</main>`,
  )
}

function exampleHtml({ title, says, html }: Example, index: number): string {
  return `<section class="example" aria-labelledby="example-${index}">
<h2 id="example-${index}">${escapeHtml(title)}</h2>
<p>${escapeHtml(says).replace(/`([^`]+)`/g, '<code>$1</code>')}</p>
<div class="live">
${filled(html)}
</div>
<p class="told">Told: <output></output></p>
<details><summary>Markup</summary><pre tabindex="0"><code>${escapeHtml(html)}</code></pre></details>
</section>`
}

/** With a nonce, and a key and a token that the sample answers take. */
function filled(html: string): string {
  return html
    .replaceAll('nonce="…"', `nonce="${noncePlaceholder}"`)
    .replaceAll('token="…"', 'token="sample"')
    .replaceAll('profilkort_publishable_…', 'profilkort_publishable_sample')
}

function frame(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Profilkort</title>
<link rel="stylesheet" href="/widgets/v1/docs/live.css">
<script src="/widgets/v1/docs/live.js"></script>
</head>
<body>
${body}
</body>
</html>
`
}
