import type { ServerResponse } from 'node:http'
import { everyState } from './states.ts'

const layouts: { readonly [name: string]: string } = {
  stacked: '',
  columns: 'display: grid; grid-template-columns: repeat(10, minmax(0, 1fr))',
  narrow: 'width: 320px',
}

/** All in sight. */
const crowded =
  'body { display: grid; grid-template-columns: repeat(20, 1fr) } pk-profile-card { --pk-height: 1.5rem }'

/**
 * A page as a web team would make it. `?cards=100&slug=kort-{n}&key=…` shows so many cards, `?layout=columns` every
 * element in every state; either keeps its sizes. What moves is in `shifts` of its window.
 */
export function plainPage(response: ServerResponse, search: URLSearchParams): void {
  const cards = Array.from({ length: Number(search.get('cards') ?? 0) }, (_, index) => {
    const slug = (search.get('slug') ?? '').replace('{n}', `${index}`)
    return `<pk-profile-card profile="${slug}"></pk-profile-card>`
  })
  const layout = search.get('layout')
  const states = layout === null ? [] : everyState.filter(({ state }) => state !== 'loading')
  const elements = states.map(({ name, attributes }) => {
    const pairs = Object.entries({ loading: 'eager', ...attributes })
    return `<${name} ${pairs.map(([attribute, value]) => `${attribute}="${value}"`).join(' ')}></${name}>`
  })
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
<html lang="nb">
  <head>
    <meta charset="utf-8">
    <title>En side</title>
    <link rel="stylesheet" href="/widgets/v1/sizes.css">
    <style>body { margin: 0; ${layouts[layout ?? ''] ?? ''} } ${layout === null ? crowded : ''}</style>
    <script>
      window.shifts = []
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true })
    </script>
    <script src="/widgets/v1/profilkort.js" data-key="${search.get('key') ?? 'profilkort_publishable_test'}" async></script>
  </head>
  <body>${[...cards, ...elements].join('\n')}<p id="below">Under</p></body>
</html>`)
}
