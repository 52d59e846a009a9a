import { html } from '../html.ts'
import { link } from '../language.ts'
import type { Page, PageRequest } from './page.ts'

/** A list of customers with a search, asked for by this server: the browser never sees the key. */
export async function customers({ site, url, language }: PageRequest): Promise<Page> {
  const words = texts[language]
  const search = (url.searchParams.get('navn') ?? '').trim().slice(0, 100)
  const found = await site.profilkort.findCustomers(search)
  const keepLanguage =
    language === 'nb' ? html`` : html`<input type="hidden" name="lang" value="${language}">`
  const main = html`
      <h1>${words.title}</h1>
      <form class="search" role="search" action="/kunder">
        ${keepLanguage}
        <label for="navn">${words.label}</label>
        <div><input id="navn" name="navn" type="search" value="${search}" maxlength="100" autocomplete="off"><button>${words.button}</button></div>
      </form>
      ${
        found.length === 0
          ? html`<p>${words.none}</p>`
          : html`<ul class="customers">
        ${found.map(
          ({ id, name }) =>
            html`<li><a href="${link(`/kunder/${encodeURIComponent(id)}`, language)}">${name}</a></li>`,
        )}
      </ul>`
      }`
  return { status: 200, title: words.title, main }
}

const texts = {
  nb: {
    title: 'Kunder',
    label: 'Navn, eller en del av det',
    button: 'Søk',
    none: 'Ingen kunder heter noe slikt. Prøv en kortere del av navnet.',
  },
  en: {
    title: 'Customers',
    label: 'Name, or part of it',
    button: 'Search',
    none: 'No customer has such a name. Try a shorter part of it.',
  },
} as const
