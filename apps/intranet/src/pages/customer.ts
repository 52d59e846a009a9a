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
  const token = mintEmbedToken(site.secretKey, { customers: [found.id], origin: site.origin })
  const main = html`
      <p class="back"><a href="${link('/kunder', language)}">${words.back}</a></p>
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <pk-fit-score customer="${found.id}" scorecard="${site.scorecard}" token="${token}"></pk-fit-score>`
  return { status: 200, title: found.name, main }
}

const texts = {
  nb: {
    back: 'Alle kunder',
    title: 'Hvor godt passer kunden?',
    lead: 'Slik treffer den poengkortet vårt, med det vi vet akkurat nå.',
  },
  en: {
    back: 'All customers',
    title: 'How well does the customer fit?',
    lead: 'Measured by our scorecard, from what we know right now.',
  },
} as const
