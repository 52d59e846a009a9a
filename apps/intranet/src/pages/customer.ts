import { mintEmbedToken } from '../embed-token.ts'
import { html } from '../html.ts'
import { link } from '../language.ts'
import { notFound } from './not-found.ts'
import type { Page, PageRequest } from './page.ts'

/** One customer's fit, shown by a token for that customer and this intranet alone. */
export async function customer(request: PageRequest, id: string): Promise<Page> {
  const { site, language } = request
  const words = texts[language]
  const found = await site.profilkort.findCustomer(id)
  if (found === undefined) return notFound(request)
  const grant = { customers: [found.id], origin: site.origin, answers: true, reader: 'Kari Nes, salg' }
  const token = mintEmbedToken(site.secretKey, grant)
  const main = html`
      <p class="back"><a href="${link('/kunder', language)}">${words.back}</a></p>
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <pk-context token="${token}">
        <pk-fit-score customer="${found.id}" scorecard="${site.scorecard}"></pk-fit-score>
        <h2>${words.ask}</h2>
        <p>${words.askLead}</p>
        <pk-scorecard customer="${found.id}" scorecard="${site.scorecard}" heading-level="3"></pk-scorecard>
      </pk-context>`
  return { status: 200, title: found.name, main }
}

const texts = {
  nb: {
    back: 'Alle kunder',
    title: 'Hvor godt passer kunden?',
    lead: 'Slik treffer den poengkortet vårt, med det vi vet akkurat nå.',
    ask: 'Etter samtalen',
    askLead: 'Svar på det du fikk vite. Svarene lagres med navnet ditt, og poengene følger med.',
  },
  en: {
    back: 'All customers',
    title: 'How well does the customer fit?',
    lead: 'Measured by our scorecard, from what we know right now.',
    ask: 'After the call',
    askLead: 'Answer what you learned. Answers are kept with your name, and the points follow.',
  },
} as const
