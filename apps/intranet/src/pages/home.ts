import { html } from '../html.ts'
import { link } from '../language.ts'
import { news } from './news.ts'
import type { Page, PageRequest } from './page.ts'

export function home({ language }: PageRequest): Page {
  const words = texts[language]
  const main = html`
      <h1>${words.title}</h1>
      <div class="columns">
        <section class="news" aria-labelledby="news">
          <h2 id="news">${words.news}</h2>
          ${news[language].map(
            ({ date, day, title, text }) => html`<article>
            <p class="date"><time datetime="${date}">${day}</time></p>
            <h3>${title}</h3>
            <p>${text}</p>
          </article>`,
          )}
        </section>
        <aside>
          <h2>${words.shortcuts}</h2>
          <ul class="links">
            <li><a href="${link('/salg', language)}">${words.sales}</a></li>
            <li><a href="${link('/kunder', language)}">${words.customers}</a></li>
          </ul>
          <h2>${words.lunch}</h2>
          <p>${words.menu}</p>
          <h2>${words.survey}</h2>
          <p>${words.surveyText}</p>
          <p><a href="${link('/undersokelse', language)}">${words.surveyLink}</a></p>
        </aside>
      </div>`
  return { status: 200, title: words.title, main }
}

const texts = {
  nb: {
    title: 'God morgen',
    news: 'Nytt fra huset',
    shortcuts: 'Snarveier',
    sales: 'Hvem vi selger til',
    customers: 'Slå opp en kunde',
    survey: 'Si din mening',
    surveyText: '«Hva hører du fra kundene?» åpner mandag 7. desember.',
    surveyLink: 'Om undersøkelsen',
    lunch: 'Kantina i dag',
    menu: 'Fiskesuppe med brød fra eget bakeri. Vegetar: bakt sellerirot med hasselnøtter.',
  },
  en: {
    title: 'Good morning',
    news: 'News from the house',
    shortcuts: 'Shortcuts',
    sales: 'Whom we sell to',
    customers: 'Look up a customer',
    survey: 'Have your say',
    surveyText: '“What do you hear from customers?” opens on Monday 7 December.',
    surveyLink: 'About the survey',
    lunch: 'Lunch today',
    menu: 'Fish soup with our own bread. Vegetarian: baked celeriac with hazelnuts.',
  },
} as const
