import { html } from '../html.ts'
import { link } from '../language.ts'
import type { Page, PageRequest } from './page.ts'

/** The coming survey: what it is for and when it opens. Its element stands ready and says that it is not open yet. */
export function survey({ language }: PageRequest): Page {
  const words = texts[language]
  const main = html`
      <p class="back"><a href="${link('/', language)}">${words.back}</a></p>
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <dl class="facts">
        <div><dt>${words.opens}</dt><dd><time datetime="2026-12-07">${words.opensOn}</time></dd></div>
        <div><dt>${words.closes}</dt><dd><time datetime="2026-12-18">${words.closesOn}</time></dd></div>
        <div><dt>${words.takes}</dt><dd>${words.takesSo}</dd></div>
      </dl>
      <p>${words.anonymous}</p>
      <pk-survey survey="kundemoter">
        <p slot="empty">${words.notYet}</p>
      </pk-survey>`
  return { status: 200, title: words.title, main }
}

const texts = {
  nb: {
    back: 'Forsiden',
    title: 'Hva hører du fra kundene?',
    lead: 'To ganger i året spør vi alle som snakker med kunder, hva de hører. Svarene går rett inn i profilkortene.',
    opens: 'Åpner',
    opensOn: 'mandag 7. desember',
    closes: 'Lukkes',
    closesOn: 'fredag 18. desember',
    takes: 'Tar',
    takesSo: 'rundt fire minutter',
    anonymous: 'Svarene vises samlet, aldri ett og ett.',
    notYet: 'Spørsmålene kommer her mandag 7. desember.',
  },
  en: {
    back: 'Home',
    title: 'What do you hear from customers?',
    lead: 'Twice a year we ask everybody who talks with customers what they hear. The answers go straight into the profile cards.',
    opens: 'Opens',
    opensOn: 'Monday 7 December',
    closes: 'Closes',
    closesOn: 'Friday 18 December',
    takes: 'Takes',
    takesSo: 'about four minutes',
    anonymous: 'Answers are shown together, never one by one.',
    notYet: 'The questions will be here on Monday 7 December.',
  },
} as const
