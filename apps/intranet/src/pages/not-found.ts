import { html } from '../html.ts'
import { link } from '../language.ts'
import type { Page, PageRequest } from './page.ts'

export function notFound({ language }: PageRequest): Page {
  const words = texts[language]
  const main = html`
      <h1>${words.title}</h1>
      <p>${words.text}</p>
      <p><a href="${link('/', language)}">${words.home}</a></p>`
  return { status: 404, title: words.title, main }
}

/** What is shown while Profilkort does not answer. */
export function unavailable({ language }: PageRequest): Page {
  const words = texts[language]
  const main = html`
      <h1>${words.away}</h1>
      <p>${words.later}</p>`
  return { status: 503, title: words.away, main }
}

const texts = {
  nb: {
    title: 'Siden finnes ikke',
    text: 'Den kan være flyttet, eller så er adressen skrevet feil.',
    home: 'Til forsiden',
    away: 'Kundeoversikten svarer ikke',
    later: 'Prøv igjen om et øyeblikk. Resten av intranettet virker som før.',
  },
  en: {
    title: 'There is no such page',
    text: 'It may have moved, or the address is mistyped.',
    home: 'To the front page',
    away: 'The customer list is not answering',
    later: 'Try again in a moment. The rest of the intranet works as usual.',
  },
} as const
