import type { Locale } from '@profilkort/domain/locales/locale'
import type { ProfileCardProfile } from '../src/profile-card/profile-card.graphql.ts'

const nb: ProfileCardProfile = {
  id: 'UHJvZmlsZTox',
  slug: 'regnskapsforere-i-vekst',
  kind: 'IDEAL_CUSTOMER_PROFILE',
  revision: 4,
  publishedAt: '2026-11-03T08:15:00.000Z',
  resolvedLocale: 'nb',
  name: 'Regnskapskontorer i vekst',
  summary:
    'Kontorer som har vokst fra familieforetak til regionens største, og som nå bruker mer tid på å lete etter bilag enn på å gi råd. De kjøper når neste årsoppgjør er nær nok til å gjøre vondt.',
  quote: 'Vi vil bruke kveldene på kundene våre, ikke på å flytte tall mellom systemer.',
  traits: [
    { key: 'industry', label: 'Bransje', words: 'Regnskap og revisjon' },
    { key: 'employees', label: 'Ansatte', words: '20–100' },
    { key: 'annualRevenue', label: 'Omsetning', words: 'Minst 15 millioner kroner' },
    { key: 'systemsInUse', label: 'Systemer i bruk', words: 'Eget lønnssystem ved siden av' },
  ],
  sections: [
    {
      key: 'company',
      title: 'Bedriften',
      fields: [
        {
          key: 'location',
          label: 'Beliggenhet',
          text: 'By eller tettsted med egen næringsforening',
          items: null,
        },
        {
          key: 'customers',
          label: 'Kundene deres',
          text: 'Små aksjeselskaper, borettslag og håndverkere',
          items: null,
        },
        {
          key: 'systems',
          label: 'Systemer i bruk',
          text: null,
          items: [
            'Et eldre regnskapssystem',
            'Regneark for timeføring',
            'Arbeidsgiveravgiftsberegningsløsning',
          ],
        },
      ],
    },
    {
      key: 'decision',
      title: 'Slik bestemmer de seg',
      fields: [
        {
          key: 'decisionMaker',
          label: 'Beslutningstaker',
          text: 'Daglig leder sammen med fagansvarlig',
          items: null,
        },
        {
          key: 'culture',
          label: 'Kultur',
          text: 'Grundige folk som prøver selv før de tror på andre. De vil snakke med et kontor som ligner dem.',
          items: null,
        },
      ],
    },
    {
      key: 'needs',
      title: 'Utfordringer og løsninger',
      fields: [
        {
          key: 'challenges',
          label: 'Vanlige utfordringer',
          text: null,
          items: ['Bilag som kommer for sent', 'Dobbelt arbeid ved lønn', 'Vanskelig å få tak i fagfolk'],
        },
        {
          key: 'solutions',
          label: 'Slik hjelper vi',
          text: null,
          items: [
            'Kundene leverer bilag fra telefonen',
            'Lønn og regnskap i samme løsning',
            'Opplæring som teller som etterutdanning',
          ],
        },
      ],
    },
  ],
}

const en: ProfileCardProfile = {
  ...nb,
  resolvedLocale: 'en',
  name: 'Growing accounting firms',
  summary:
    'Firms that have grown from a family business into the largest in the region, and now spend more time looking for receipts than giving advice. They buy when the next annual report is close enough to hurt.',
  quote: 'We want to spend our evenings on our clients, not on moving figures between systems.',
  traits: [
    { key: 'industry', label: 'Industry', words: 'Accounting and auditing' },
    { key: 'employees', label: 'Employees', words: '20–100' },
    { key: 'annualRevenue', label: 'Revenue', words: 'At least NOK 15 million' },
    { key: 'systemsInUse', label: 'Systems in use', words: 'Separate payroll system' },
  ],
  sections: [
    {
      key: 'company',
      title: 'The company',
      fields: [
        {
          key: 'location',
          label: 'Location',
          text: 'A town with a business association of its own',
          items: null,
        },
        {
          key: 'systems',
          label: 'Systems in use',
          text: null,
          items: ['An older ledger', 'Spreadsheets for time sheets'],
        },
      ],
    },
    {
      key: 'decision',
      title: 'How they decide',
      fields: [
        {
          key: 'decisionMaker',
          label: 'Decision maker',
          text: 'The managing director with the head of accounting',
          items: null,
        },
      ],
    },
  ],
}

const anti: ProfileCardProfile = {
  ...nb,
  slug: 'sesongserveringssteder',
  kind: 'ANTI_PROFILE',
  publishedAt: null,
  name: 'Sesongserveringssteder',
  summary:
    'Små steder som bare har åpent om sommeren. De ringer i mai, vil ha alt i juni og er borte i september.',
  quote: 'Kan vi betale etter sesongen?',
  traits: nb.traits
    .slice(0, 2)
    .map((trait, index) => ({ ...trait, words: index === 0 ? 'Servering' : 'Færre enn ti' })),
  sections: [],
}

const persona: ProfileCardProfile = {
  ...nb,
  slug: 'daglig-leder',
  kind: 'PERSONA',
  name: 'Kari, daglig leder',
  summary:
    'Eier kontoret sammen med en kollega og bestemmer over systemene. Har ni minutter mellom to møter.',
  traits: nb.traits
    .slice(0, 2)
    .map((trait, index) => ({ ...trait, words: index === 0 ? 'Regnskap' : '20–50' })),
  sections: [],
}

const market: ProfileCardProfile = {
  ...nb,
  slug: 'regnskap-pa-vestlandet',
  kind: 'TARGET_MARKET',
  name: 'Regnskap på Vestlandet',
  summary: 'Kontorer mellom Stavanger og Ålesund.',
  quote: null,
  traits: nb.traits.slice(0, 3),
  sections: [],
}

/** A profile as the API would answer; only the first is written in English too, so Swedes and Danes get bokmål. */
export function profileFor(slug: string, locale: Locale): ProfileCardProfile | null {
  if (slug === nb.slug || slug.startsWith('flaky')) return locale === 'en' ? en : nb
  return [anti, persona, market].find((profile) => profile.slug === slug) ?? null
}
