import { type Html, html } from '../html.ts'
import { type Language, link } from '../language.ts'
import type { Page, PageRequest } from './page.ts'

const company = 'Kvistvik'

/** The whole document: Profilkort's one script tag, our own style sheet, header, page and footer. */
export function layout({ title, main }: Page, { site, url, language }: PageRequest): Html {
  const words = texts[language]
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} – ${company} ${words.intranet}</title>
    <link rel="icon" href="/kvistvik.svg">
    <link rel="stylesheet" href="/intranet.css">
    <script src="${site.api}/widgets/v1/profilkort.js" data-key="${site.publishableKey}" async></script>
  </head>
  <body>
    <a class="skip" href="#main">${words.skip}</a>
    <header class="top">
      <a class="brand" href="${link('/', language)}"><img src="/kvistvik.svg" alt="" width="28" height="28">${company}</a>
      <nav aria-label="${words.menu}">
        ${menu.map(({ path, nb, en }) => {
          const isHere = path === '/' ? url.pathname === '/' : url.pathname.startsWith(path)
          return html`<a href="${link(path, language)}" aria-current="${isHere ? 'page' : 'false'}">${language === 'nb' ? nb : en}</a>`
        })}
      </nav>
      ${languageSwitch(url, language)}
    </header>
    <main id="main">
      ${main}
    </main>
    <footer>
      <p>${company} AS · Strandgata 12, 5004 Bergen</p>
      <p>${words.help}</p>
    </footer>
  </body>
</html>
`
}

const menu = [
  { path: '/', nb: 'Forside', en: 'Home' },
  { path: '/salg', nb: 'Salg', en: 'Sales' },
  { path: '/kunder', nb: 'Kunder', en: 'Customers' },
  { path: '/partnere', nb: 'Partnere', en: 'Partners' },
] as const

/** The same page in the other language. */
function languageSwitch(url: URL, language: Language): Html {
  const other = new URL(url)
  if (language === 'nb') other.searchParams.set('lang', 'en')
  else other.searchParams.delete('lang')
  const [tag, label] = language === 'nb' ? ['en', 'English'] : ['nb', 'Norsk']
  return html`<a class="language" href="${other.pathname}${other.search}" lang="${tag}" hreflang="${tag}">${label}</a>`
}

const texts = {
  nb: {
    intranet: 'intranett',
    skip: 'Hopp til innholdet',
    menu: 'Hovedmeny',
    help: 'Noe som ikke virker? Ring internt 4300 eller stikk innom IT i tredje etasje.',
  },
  en: {
    intranet: 'intranet',
    skip: 'Skip to the content',
    menu: 'Main menu',
    help: 'Something not working? Dial 4300 or drop by IT on the third floor.',
  },
} as const satisfies Record<Language, Record<string, string>>
