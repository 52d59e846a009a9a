import { html } from '../html.ts'
import type { Page, PageRequest } from './page.ts'

/** What our partners see of whom we sell to: the short cards, and all of them in a list. */
export function partners({ language }: PageRequest): Page {
  const words = texts[language]
  const main = html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <div class="pair">
        <pk-profile-card profile="regnskapsforere-i-vekst" compact></pk-profile-card>
        <pk-profile-card profile="entreprenorer-med-orden" compact></pk-profile-card>
      </div>
      <h2>${words.all}</h2>
      <pk-profile-list heading-level="3"></pk-profile-list>`
  return { status: 200, title: words.title, main }
}

const texts = {
  nb: {
    title: 'For partnere',
    lead: 'Dette deler vi med dem som selger for oss: hvem dere bør ringe først, og hvem dere kan la være.',
    all: 'Alle profilene våre',
  },
  en: {
    title: 'For partners',
    lead: 'What we share with those who sell for us: whom to call first, and whom to leave.',
    all: 'All our profiles',
  },
} as const
