import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import { metrics } from '@profilkort/domain/insight/metrics'
import { type Locale, type Localized, locales } from '@profilkort/domain/locales/locale'
import { checkProfile } from '@profilkort/domain/profiles/check'
import { evaluate } from '@profilkort/domain/rules/evaluate'
import { lower } from '@profilkort/domain/rules/lower'
import { checkScorecard } from '@profilkort/domain/scorecards/check'
import { computeFit, prepareScorecard } from '@profilkort/domain/scorecards/fit'
import { isSlug } from '@profilkort/domain/slug'
import { findTemplate } from '@profilkort/domain/templates/builtin'
import { describe, expect, test } from 'vitest'
import type { DemoCompany } from './demo.ts'
import { generateDemo } from './generate.ts'
import { demoProfiles } from './profiles.ts'
import { demoScorecard } from './scorecard.ts'

const catalogue = {
  attributes: new Map(predefinedAttributes.map((attribute) => [attribute.key, attribute])),
  metrics: new Map(metrics.map((metric) => [metric.key, metric])),
}
const { companies } = generateDemo()

function factsOf({ id: _id, name: _name, stage: _stage, annualRevenue, ...attributes }: DemoCompany) {
  const revenue = annualRevenue && { annualRevenue: { amount: annualRevenue, currency: 'NOK' } }
  return { attributes: { ...attributes, ...revenue }, metrics: {} }
}

describe.each(demoProfiles.map((profile) => [profile.slug, profile] as const))('%s', (slug, profile) => {
  const { content, kind } = profile

  test('makes sense to its template and the catalogue', () => {
    const template = findTemplate(profile.template)
    expect(template?.kinds).toContain(kind)
    expect(template && checkProfile(content, template, catalogue)).toMatchObject({ ok: true })
    expect(isSlug(slug)).toBe(true)
  })

  test('is written in all languages, each with as many lines', () => {
    const texts: readonly Localized<string | readonly string[]>[] = [
      content.name,
      content.summary,
      content.quote,
      ...Object.values(content.fields),
      ...content.traits.flatMap(({ label, words }) => [label, words]),
    ]
    for (const text of texts) {
      const size = (locale: Locale) => (typeof text[locale] === 'string' ? 1 : (text[locale]?.length ?? 0))
      expect(new Set(locales.map(size)).size).toBe(1)
      expect(locales.map((locale) => text[locale]?.length ?? 0)).not.toContain(0)
    }
  })

  test('describes companies that are there, and not most of them', () => {
    const rules = content.traits.map(({ rule }) => lower(rule, 0))
    const matching = companies.filter((company) => rules.every((rule) => evaluate(rule, factsOf(company))))
    expect(matching.length).toBeGreaterThan(30)
    expect(matching.length).toBeLessThan(companies.length / 4)
  })
})

describe('the scorecard', () => {
  test('makes sense to the catalogue', () => {
    expect(checkScorecard(demoScorecard, catalogue)).toMatchObject({ ok: true })
  })

  test('turns away those given up, and has a question for those it cannot decide on', () => {
    const prepared = prepareScorecard(demoScorecard, 0)
    const fits = companies.map((company) => ({ company, fit: computeFit(prepared, factsOf(company), {}) }))
    const statuses = Map.groupBy(fits, ({ fit }) => fit.status)
    expect(statuses.get('disqualified')?.length).toBeGreaterThan(50)
    for (const { company } of statuses.get('disqualified') ?? []) expect(company.industry).toBe('hospitality')
    const worthAsking = fits.filter(({ fit }) => fit.status !== 'disqualified')
    const undecided = worthAsking.filter(({ fit }) => fit.meetsThreshold === 'undecided')
    expect(undecided.length).toBeGreaterThan(50)
    for (const { fit } of undecided) expect(fit.nextQuestion).toBeDefined()
  })
})
