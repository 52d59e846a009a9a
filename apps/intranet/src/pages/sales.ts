import { html } from '../html.ts'
import type { Page, PageRequest } from './page.ts'

/** Three profile cards between our own words; the cards take their language from the page. */
export function sales({ language }: PageRequest): Page {
  const words = texts[language]
  const main = html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <pk-profile-card profile="regnskapsforere-i-vekst"></pk-profile-card>
      <h2>${words.also}</h2>
      <pk-profile-card profile="entreprenorer-med-orden" heading-level="3"></pk-profile-card>
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
    not: 'Når vi skal la være',
    why: 'Det er lov å takke nei. Disse koster oss mer enn de gir, også når de vil kjøpe.',
  },
  en: {
    title: 'Whom we sell to',
    lead: 'The cards below are the ones marketing writes in, so they are always current. Use them before you call, not after.',
    also: 'Good customers too',
    not: 'When to leave it',
    why: 'Saying no is fine. These cost us more than they bring, even when they want to buy.',
  },
} as const
