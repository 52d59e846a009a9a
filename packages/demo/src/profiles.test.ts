import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import { productKey } from '@profilkort/domain/imports/stages'
import { metrics } from '@profilkort/domain/insight/metrics'
import { type Locale, type Localized, locales } from '@profilkort/domain/locales/locale'
import { checkProfile } from '@profilkort/domain/profiles/check'
import { kindRules } from '@profilkort/domain/profiles/kinds'
import { profileKinds } from '@profilkort/domain/profiles/profile'
import { evaluate } from '@profilkort/domain/rules/evaluate'
import { lower } from '@profilkort/domain/rules/lower'
import { checkScorecard } from '@profilkort/domain/scorecards/check'
import { computeFit, prepareScorecard } from '@profilkort/domain/scorecards/fit'
import { isSlug } from '@profilkort/domain/slug'
import { findTemplate } from '@profilkort/domain/templates/builtin'
import { describe, expect, test } from 'vitest'
import type { DemoCompany, DemoContact } from './demo.ts'
import { generateDemo } from './generate.ts'
import { products } from './products.ts'
import type { DemoContent, DemoProfile } from './profiles/demo-profile.ts'
import { demoProfiles } from './profiles.ts'
import { demoScorecard, demoScorecardSlug } from './scorecard.ts'

const catalogue = {
  attributes: new Map(predefinedAttributes.map((attribute) => [attribute.key, attribute])),
  metrics: new Map(metrics.map((metric) => [metric.key, metric])),
}
type Words = string | readonly string[]
const { companies, contacts } = generateDemo()

function factsOfContact({ role, language }: DemoContact) {
  return { attributes: { role, language }, metrics: {} }
}

/** All that a profile says in words. */
function textsOf({ name, summary, quote, fields, traits }: DemoContent): readonly Localized<Words>[] {
  const inFields = Object.values(fields).flatMap((value): readonly Localized<Words>[] => {
    if (value.kind === 'text') return [value.text]
    return value.kind === 'list' ? [value.items] : []
  })
  return [name, summary, quote, ...inFields, ...traits.flatMap(({ label, words }) => [label, words])]
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function factsOf({ id: _id, name: _name, stage: _stage, annualRevenue, ...attributes }: DemoCompany) {
  const revenue = annualRevenue && { annualRevenue: { amount: annualRevenue, currency: 'NOK' } }
  return { attributes: { ...attributes, ...revenue }, metrics: {} }
}

const slugs = (wanted: (profile: DemoProfile) => boolean) =>
  demoProfiles.filter(wanted).map(({ slug }) => slug)

describe.each(demoProfiles.map((profile) => [profile.slug, profile] as const))('%s', (slug, profile) => {
  const { content, kind, links, later } = profile

  test('makes sense to its template and the catalogue', () => {
    const template = findTemplate(profile.template)
    if (template === undefined) throw new Error(`There is no template ${profile.template}`)
    expect(template.kinds).toContain(kind)
    const terms = { kind, template, catalogue }
    expect(checkProfile({ ...content, links }, terms)).toMatchObject({ ok: true })
    expect(checkProfile({ ...(later ?? content), links }, terms)).toMatchObject({ ok: true })
    expect(isSlug(slug)).toBe(true)
  })

  test('is written in all languages, each with as many lines', () => {
    for (const text of textsOf(content)) {
      const size = (locale: Locale) => (typeof text[locale] === 'string' ? 1 : (text[locale]?.length ?? 0))
      expect(new Set(locales.map(size)).size).toBe(1)
      expect(locales.map((locale) => text[locale]?.length ?? 0)).not.toContain(0)
    }
  })

  test('points at what is there', () => {
    const keys = products.map(({ name }) => productKey(name))
    expect(keys).toEqual(expect.arrayContaining([...links.products]))
    expect(slugs((other) => other.kind === 'persona')).toEqual(expect.arrayContaining([...links.personas]))
    expect(slugs((other) => other.kind === 'antiProfile')).toEqual(
      expect.arrayContaining([...links.contrasts]),
    )
    expect([null, demoScorecardSlug]).toContain(links.scorecard)
    expect(links.segment).toBeNull()
  })

  test.skipIf(profile.state === 'draft')('describes customers that are there, and not most of them', () => {
    const rules = content.traits.map(({ rule }) => lower(rule, 0))
    const facts = kindRules[kind].subject === 'person' ? contacts.map(factsOfContact) : companies.map(factsOf)
    const matching = facts.filter((known) => rules.every((rule) => evaluate(rule, known)))
    expect(matching.length).toBeGreaterThan(30)
    expect(matching.length).toBeLessThan(facts.length / 4)
  })
})

describe('the profiles together', () => {
  test('are of every kind, and in every state', () => {
    expect(new Set(demoProfiles.map(({ kind }) => kind))).toEqual(new Set(profileKinds))
    expect(new Set(demoProfiles.map(({ state }) => state))).toEqual(
      new Set(['published', 'draft', 'scheduled']),
    )
  })

  test('are as many for the main product as an editor is advised to write', () => {
    const isForMain = ({ kind, links }: DemoProfile) =>
      kindRules[kind].links.includes('personas') && links.products.includes(productKey(products[0].name))
    expect(slugs(isForMain).length).toBeGreaterThanOrEqual(2)
    expect(slugs(isForMain).length).toBeLessThanOrEqual(5)
  })

  test('change in Norwegian only where their translations are to lag behind', () => {
    const changed = demoProfiles.flatMap(({ content, later }) => (later ? [{ content, later }] : []))
    expect(changed).toHaveLength(1)
    for (const { content, later } of changed) {
      const [before, after] = [textsOf(content), textsOf(later)]
      const differ = (locale: Locale) =>
        before.some((text, index) => !isSame(text[locale], after[index]?.[locale]))
      expect(locales.filter(differ)).toEqual(['nb'])
    }
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
