import { mintEmbedToken } from '../embed-token.ts'
import { html } from '../html.ts'
import type { Page, PageRequest } from './page.ts'

/** Three profile cards between our own words; the cards take their language from the page. */
export function sales({ site, language }: PageRequest): Page {
  const words = texts[language]
  const token = mintEmbedToken(site.secretKey, { customers: [], origin: site.origin, pareto: true })
  const main = html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <pk-profile-card profile="regnskapsforere-i-vekst"></pk-profile-card>
      <h2>${words.also}</h2>
      <pk-profile-card profile="entreprenorer-med-orden" heading-level="3"></pk-profile-card>
      <h2>${words.difference}</h2>
      <pk-profile-card profile="regnskapsforere-i-vekst,entreprenorer-med-orden,sesongsteder"></pk-profile-card>
      <h2>${words.best}</h2>
      <p>${words.bestWhy}</p>
      <pk-pareto token="${token}" heading-level="3"></pk-pareto>
      <h2>${words.not}</h2>
      <p>${words.why}</p>
      <pk-profile-card profile="sesongsteder" heading-level="3"></pk-profile-card>`
  return { status: 200, title: words.title, main }
}

const texts = {
  nb: {
    title: 'Hvem vi selger til',
    lead: 'Kortene under er de samme som markedsavdelingen skriver i, så de er alltid de gjeldende. Bruk dem før du ringer, ikke etterpå.',
    also: 'Også gode kunder',
    difference: 'Side ved side',
    best: 'Hvor mye de beste betyr',
    bestWhy: 'Derfor bruker vi tiden der den lønner seg. Tallene er dagens.',
    not: 'Når vi skal la være',
    why: 'Det er lov å takke nei. Disse koster oss mer enn de gir, også når de vil kjøpe.',
  },
  en: {
    title: 'Whom we sell to',
    lead: 'The cards below are the ones marketing writes in, so they are always current. Use them before you call, not after.',
    also: 'Good customers too',
    difference: 'Side by side',
    best: 'How much the best matter',
    bestWhy: 'This is why we spend our time where it pays. The figures are today’s.',
    not: 'When to leave it',
    why: 'Saying no is fine. These cost us more than they bring, even when they want to buy.',
  },
} as const
