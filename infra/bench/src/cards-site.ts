import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { ProfileCardProfile } from '@profilkort/widgets/profile-card/profile-card.graphql'

const dist = path.resolve(import.meta.dirname, '../../../packages/widgets/dist')

/** What is measured: our elements by the built script, and the same cards written by hand. */
export const contestants = { ours: 'pk-profile-card', byHand: 'by-hand', nothing: 'p' } as const
export type Contestant = keyof typeof contestants

/** Pages, scripts and answers on a port of their own. */
export async function serve(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const byHand = readFileSync(path.join(import.meta.dirname, 'vanilla-cards.ts'), 'utf8')
  const styles = readFileSync(path.join(dist, 'profile-card.css'), 'utf8')
  const scripts: { readonly [path: string]: string } = {
    '/widgets/v1/profilkort.js': readFileSync(path.join(dist, 'profilkort.js'), 'utf8'),
    '/by-hand.js': `{const cardStyles = ${JSON.stringify(styles)};${stripTypeScriptTypes(byHand)}}`,
  }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bench')
    const script = scripts[pathname]
    if (script !== undefined) {
      response.setHeader('content-type', 'text/javascript').end(script)
    } else if (pathname === '/v1/widgets') {
      const [, slugs = ''] = /^profile\/nb\/(.*)$/.exec(searchParams.get('ask') ?? '') ?? []
      const answers = slugs.split(',').map((slug) => ({ data: { profile: profileOf(slug) } }))
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ answers }))
    } else {
      const what = searchParams.get('what') as Contestant
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(pageOf(what, Number(searchParams.get('count'))))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function pageOf(what: Contestant, count: number): string {
  const script = {
    ours: '<script src="/widgets/v1/profilkort.js" data-key="profilkort_publishable_k" async></script>',
    byHand: '<script src="/by-hand.js" async></script>',
    nothing: '',
  }[what]
  const cards = Array.from(
    { length: count },
    (_, index) => `<${contestants[what]} profile="profil-${index}" loading="eager"></${contestants[what]}>`,
  )
  return `<!doctype html><html lang="nb"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Cards</title><script>loaded = 0; addEventListener('pk-load', () => loaded++)</script>${script}</head><body><main>${what === 'nothing' ? '' : cards.join('\n')}</main></body></html>`
}

/** Four sections of six fields, 3 kB: as D1 reads them. */
function profileOf(slug: string): ProfileCardProfile {
  const words = 'Regnskapskontorer som tar inn nye kunder hver måned og leter etter bilag'
  return {
    id: slug,
    slug,
    kind: 'IDEAL_CUSTOMER_PROFILE',
    revision: 4,
    publishedAt: '2026-11-03T08:15:00.000Z',
    resolvedLocale: 'nb',
    name: `Regnskapskontorer i vekst, ${slug}`,
    summary: words,
    quote: words,
    traits: Array.from({ length: 4 }, (_, index) => ({
      key: `trait${index}`,
      label: `Kjennetegn ${index}`,
      words: 'Minst 15 millioner kroner',
    })),
    sections: Array.from({ length: 4 }, (_, section) => ({
      key: `section${section}`,
      title: `Avsnitt ${section}`,
      fields: Array.from({ length: 6 }, (__, index) => ({
        key: `field${index}`,
        label: `Felt ${index}`,
        text: index === 5 ? null : words,
        items: index === 5 ? ['Et eldre regnskapssystem', 'Regneark for timeføring', 'Påminnelser'] : null,
      })),
    })),
  }
}
