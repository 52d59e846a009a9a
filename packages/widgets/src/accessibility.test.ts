import { locales } from '@profilkort/domain/locales/locale'
import axe from 'axe-core'
import { beforeEach, expect, test } from 'vitest'
import { freshPage, place, told } from '../testing/page.ts'

const states = {
  card: ['pk-profile-card', { profile: 'regnskapsforere-i-vekst' }],
  'anti-profile': ['pk-profile-card', { profile: 'sesongserveringssteder' }],
  'loading card': ['pk-profile-card', { profile: 'never' }],
  'empty card': ['pk-profile-card', { profile: 'missing' }],
  'failed card': ['pk-profile-card', { profile: 'failing' }],
  'forbidden card': ['pk-profile-card', { profile: 'x', key: 'elsewhere' }],
  undecided: ['pk-fit-score', { customer: 'undecided' }],
  yes: ['pk-fit-score', { customer: 'yes' }],
  no: ['pk-fit-score', { customer: 'no' }],
  disqualified: ['pk-fit-score', { customer: 'disqualified' }],
  insufficient: ['pk-fit-score', { customer: 'insufficient' }],
  'loading score': ['pk-fit-score', { customer: 'never' }],
  'empty score': ['pk-fit-score', { customer: 'missing' }],
  'failed score': ['pk-fit-score', { customer: 'failing' }],
  'forbidden score': ['pk-fit-score', { customer: 'yes', token: 'revoked' }],
  'expired score': ['pk-fit-score', { customer: 'yes', token: 'expired' }],
  'compact card': ['pk-profile-card', { profile: 'regnskapsforere-i-vekst', compact: '' }],
  comparison: ['pk-profile-card', { profile: 'regnskapsforere-i-vekst,sesongserveringssteder' }],
  'paused card': ['pk-profile-card', { profile: 'x', paused: '' }],
  'waiting card': ['pk-profile-card', { profile: 'x', key: 'profilkort_publishable_busy' }],
  list: ['pk-profile-list', { href: '/{slug}' }],
  'empty list': ['pk-profile-list', { profiles: 'missing' }],
  'failed list': ['pk-profile-list', { profiles: 'failing' }],
  questions: ['pk-scorecard', { customer: 'undecided' }],
  'empty questions': ['pk-scorecard', { customer: 'missing' }],
  'failed questions': ['pk-scorecard', { customer: 'failing' }],
  segment: ['pk-segment-size', { segment: 'growing' }],
  'empty segment': ['pk-segment-size', { segment: 'missing' }],
  'failed segment': ['pk-segment-size', { segment: 'failing' }],
  pareto: ['pk-pareto', {}],
  'forbidden pareto': ['pk-pareto', { token: 'elsewhere' }],
  survey: ['pk-survey', { survey: 'any' }],
} as const

const cases = Object.entries(states).flatMap(([state, [name, attributes]]) =>
  locales.flatMap((locale) =>
    (['light', 'dark'] as const).map((scheme) => ({ state, name, attributes, locale, scheme })),
  ),
)

beforeEach(freshPage)

test.for(cases)(
  'axe finds nothing: $state, $locale, $scheme',
  async ({ state, name, attributes, locale, scheme }) => {
    document.documentElement.lang = locale
    document.documentElement.style.colorScheme = scheme
    const main = document.body.appendChild(document.createElement('main'))
    const element = place(
      name,
      { scorecard: 'ideal-customer', token: 'token', 'heading-level': '1', ...attributes },
      main,
    )
    if (state.startsWith('loading')) await element.updateComplete
    else await told(element)
    for (const details of element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true
    const { violations, passes } = await axe.run(main, {
      rules: { 'page-has-heading-one': { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(passes.length).toBeGreaterThan(0)
  },
)
