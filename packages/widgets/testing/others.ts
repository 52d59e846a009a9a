import type { Locale } from '@profilkort/domain/locales/locale'
import type { ParetoShare } from '../src/pareto/pareto.graphql.ts'
import type { ProfileListItem } from '../src/profile-list/profile-list.graphql.ts'
import type { ScorecardData } from '../src/scorecard/scorecard.graphql.ts'
import type { SegmentSizeSegment } from '../src/segment-size/segment-size.graphql.ts'
import { fitFor } from './fits.ts'
import { profileFor } from './profiles.ts'

/** Two profiles, those of them that are of a kind, or those that are named. */
export function listFor(wanted: string, locale: Locale): readonly ProfileListItem[] {
  const isKind = /^[A-Z_]+$/.test(wanted)
  const slugs =
    isKind || wanted === '*' ? ['regnskapsforere-i-vekst', 'sesongserveringssteder'] : wanted.split(' ')
  return slugs
    .flatMap((slug) => profileFor(slug, locale) ?? [])
    .filter(({ kind }) => !isKind || kind === wanted)
}

/** The fit with a question that is answered and one that is not. */
export function openFitFor(id: string, locale: Locale): ScorecardData['customer'] {
  const found = fitFor(id, locale)
  if (!found?.fit) return null
  const criteria = found.fit.criteria.map((criterion) => ({
    ...criterion,
    note: criterion.key === 'need' ? 'To dager' : null,
  }))
  const question = (key: string, text: string) => ({
    key,
    kind: 'ANSWER' as const,
    question: text,
    choices: ['Ikke i år', 'I år', 'Dette kvartalet'],
  })
  const scorecard = {
    ...found.fit.scorecard,
    id: 'U2NvcmVjYXJk',
    criteria: [
      { key: 'industry', kind: 'RULE' as const, question: null, choices: null },
      question('need', 'Hvor tydelig er behovet?'),
      question('timeline', 'Når vil de ha det på plass?'),
    ],
  }
  return { ...found, fit: { ...found.fit, criteria, scorecard } }
}

export function segmentFor(slug: string, locale: Locale): SegmentSizeSegment | null {
  if (slug === 'missing') return null
  return {
    name: locale === 'en' ? 'Growing firms' : 'Regnskapskontorer i vekst',
    sentence: locale === 'en' ? 'Employees is between 20 and 100.' : 'Antall ansatte er mellom 20 og 100.',
    customerCount: slug === 'few' ? null : 1234,
  }
}

export const pareto: ParetoShare = {
  customers: 220,
  topCustomers: 44,
  topShare: 0.74,
  customersFor80Percent: 53,
  curve: Array.from({ length: 41 }, (_, index) => ({
    customers: index / 40,
    total: 1 - (1 - index / 40) ** 4,
  })),
}
