import type { Locale } from '@profilkort/domain/locales/locale'
import type { FitScoreCriterion, FitScoreData, FitScoreFit } from '../src/fit-score/fit-score.graphql.ts'

const words = {
  nb: {
    scorecard: 'Idealkunde',
    band: 'Høy',
    industry: ['Bransje', 'Bransjen er én av: regnskap, bygg og anlegg.', 'Regnskap'],
    employees: ['Ansatte', 'Antall ansatte er mellom 20 og 100.', '38'],
    need: ['Behov', 'Tydelig behov – «De mister to dager i måneden på lønn.»'],
    timeline: ['Tidsplan', 'Ingen har svart på dette ennå.'],
    authority: ['Beslutningsmakt', 'Vi snakker med en som påvirker.'],
    question: 'Når vil de ha det på plass?',
    source: 'CRM-eksport',
    reason: 'Kunden er under konkursbehandling.',
  },
  en: {
    scorecard: 'Ideal customer',
    band: 'High',
    industry: ['Industry', 'Industry is one of: accounting, construction.', 'Accounting'],
    employees: ['Employees', 'Employees is between 20 and 100.', '38'],
    need: ['Need', 'A clear need: “They lose two days a month on payroll.”'],
    timeline: ['Timeline', 'Nobody has answered this yet.'],
    authority: ['Authority', 'We are talking with someone who influences.'],
    question: 'When do they want it in place?',
    source: 'CRM export',
    reason: 'The customer is being wound up.',
  },
} as const

function criteria(locale: 'nb' | 'en'): readonly FitScoreCriterion[] {
  const w = words[locale]
  const known = { state: 'KNOWN', values: [] } as const
  const valued = (label: string, text: string) => [
    { label, text, source: w.source, recordedAt: '2026-10-12T09:00:00.000Z' },
  ]
  return [
    {
      ...known,
      key: 'industry',
      label: w.industry[0],
      weight: 2,
      points: 4,
      maximumPoints: 4,
      explanation: w.industry[1],
      values: valued(w.industry[0], w.industry[2]),
    },
    {
      ...known,
      key: 'employees',
      label: w.employees[0],
      weight: 1.5,
      points: 3,
      maximumPoints: 3,
      explanation: w.employees[1],
      values: valued(w.employees[0], w.employees[2]),
    },
    {
      ...known,
      key: 'need',
      label: w.need[0],
      weight: 1,
      points: 2,
      maximumPoints: 2,
      explanation: w.need[1],
    },
    {
      key: 'timeline',
      label: w.timeline[0],
      weight: 1,
      points: null,
      maximumPoints: 2,
      state: 'UNKNOWN',
      explanation: w.timeline[1],
      values: [],
    },
    {
      ...known,
      key: 'authority',
      label: w.authority[0],
      weight: 1,
      points: 1,
      maximumPoints: 2,
      explanation: w.authority[1],
    },
  ]
}

function scored(locale: 'nb' | 'en'): FitScoreFit {
  const w = words[locale]
  return {
    status: 'SCORED',
    points: 10,
    maximum: 13,
    percent: 76.9,
    range: { low: 10, high: 12 },
    coverage: 0.846,
    threshold: 11,
    meetsThreshold: 'UNDECIDED',
    band: { key: 'high', label: w.band },
    disqualifiedBy: [],
    criteria: criteria(locale),
    nextQuestion: { criterion: 'timeline', question: w.question },
    scorecard: { name: w.scorecard, revision: 3 },
  }
}

/** A customer's fit as the API would answer, by the customer's id: what to see is in the name of the id. */
export function fitFor(id: string, locale: Locale): FitScoreData['customer'] {
  const written = locale === 'en' ? 'en' : 'nb'
  const customer = { id, name: 'Vestlandske Regnskapsførerforening SA' }
  const fit = scored(written)
  switch (id) {
    case 'undecided':
      return { ...customer, fit }
    case 'yes':
      return { ...customer, fit: { ...fit, threshold: 8, meetsThreshold: 'YES', nextQuestion: null } }
    case 'no':
      return { ...customer, fit: { ...fit, threshold: 12.5, meetsThreshold: 'NO', nextQuestion: null } }
    case 'disqualified':
      return {
        ...customer,
        fit: {
          ...fit,
          status: 'DISQUALIFIED',
          band: null,
          nextQuestion: null,
          disqualifiedBy: [words[written].reason],
        },
      }
    case 'insufficient':
      return {
        ...customer,
        fit: {
          ...fit,
          status: 'INSUFFICIENT_DATA',
          band: null,
          points: 2,
          range: { low: 2, high: 12 },
          coverage: 0.23,
        },
      }
    default:
      return null
  }
}
